"""The data as JSON, read-only: the same lists, filters and entries as the pages, for programs."""
