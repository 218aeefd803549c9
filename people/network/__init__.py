"""The network of people: who is joined to whom by meetings and ties, drawn, and the shortest paths between two."""
