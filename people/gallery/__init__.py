"""The article with its gallery, read from plain text into sections and sentences; only `coverage` asks the database."""
