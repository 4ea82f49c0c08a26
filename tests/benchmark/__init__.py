"""Measurements: speed and size on generated reports, beside well-known programs."""
