"""Measures Probe beside its peers, on made-up data of any size: `make bench`."""
