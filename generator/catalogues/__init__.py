"""Data that a lawyer or a clerk can be right about without reading Python, and the loader that checks it."""
