"""Makes people up: the same rows for the same size and seed, as skewed as real ones."""
