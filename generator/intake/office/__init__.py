"""LibreOffice as a converter: found, isolated, and given up where it cannot be isolated."""
