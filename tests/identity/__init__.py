"""Tests of the stage that finds who reports on which year."""
