"""One small module per noun: a view names its rows, their filters and what the answer holds."""
