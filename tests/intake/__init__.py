"""Tests of the way from bytes to a cleaned document."""
