"""Writes the site as plain Markdown that any engine can build: the only place that knows what a page says."""
