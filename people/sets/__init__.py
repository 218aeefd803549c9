"""Sets of people: for each choice of a filter those whom it lists, made once for each version of the data."""
