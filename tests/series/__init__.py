"""Figures of many reports."""
