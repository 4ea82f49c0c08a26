"""What many reports say together: rows that pages and open data both show."""
