"""Tests of the disclosure rules."""
