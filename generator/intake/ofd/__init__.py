"""OFD (GB/T 33190) on the standard library: `package` finds the pages, `page` gives glyphs, rules and pictures."""
