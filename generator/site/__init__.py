"""Puts the site together and writes it: a folder of plain Markdown and data for any engine."""
