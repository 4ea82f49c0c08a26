"""Tests of the shared mechanics of Chinese text."""
