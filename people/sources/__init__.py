"""Documents, read from plain text into sections and sentences; only `coverage` asks the database."""
