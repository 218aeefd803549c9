"""The data in the formats of other tools, made row by row so that memory doesn't grow with the tables.

Whatever the format: only what readers see, answers beside their allegation, dates as exact as the source gives them.
"""
