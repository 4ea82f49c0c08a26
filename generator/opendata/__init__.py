"""Open data: the same facts as the pages, as CSV and JSON that a machine reads."""
