"""Tests of gongkai; the folders mirror `generator/`."""
