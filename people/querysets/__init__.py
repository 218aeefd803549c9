"""Querying: one QuerySet per noun. Everything that builds a query stands here."""
