"""Tests of the stage that finds the structure of a report."""
