"""Entries as JSON: the API's answers, the JSON downloads, and what Popolo says in our own terms.

One module per noun. Their docstrings and help texts are the API's documentation.
"""
