"""Figures for pages: what there is how much of, drawn as bars that lead to what they count."""
