"""Reads what staff own: settings, roster, ledger, metadata files, and where the reports lie."""
