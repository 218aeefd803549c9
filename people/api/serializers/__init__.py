"""What the answers hold, one module per noun. Their docstrings and help texts are the API's documentation."""
