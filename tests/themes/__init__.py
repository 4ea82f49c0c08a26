"""Tests of the themes stage."""
