"""The network of people: who is joined to whom by meetings and ties, drawn, and the shortest ways between two."""
