"""The figures of the Russia probe, and what a source says of them."""
