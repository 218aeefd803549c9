"""Puts load on a server, and tells how it held."""
