"""Tests of the generator; they mirror its folders."""
