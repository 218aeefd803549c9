"""Searches people, roles, meetings, allegations with their answers, organisations and statements."""

from people.search.results import search

__all__ = ["search"]
