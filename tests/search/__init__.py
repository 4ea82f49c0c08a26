"""Tests of the search: `generator/search/` and `site_overrides/assets/search/`."""
