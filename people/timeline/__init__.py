"""The timeline: what has a date, drawn by year and month, each date as long as its uncertainty."""
