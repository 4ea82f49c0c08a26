"""PDF through PDFium: `guard` measures streams before PDFium sees them, `page` gives glyphs, rules and pictures."""
