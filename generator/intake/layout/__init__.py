"""From glyphs at places on pages to paragraphs and tables; shared by PDF and OFD.

`sheet` says what a page is given as, `rows` groups glyphs into lines, `furniture` takes away what pages repeat, `ruled`
finds tables in drawn rules, `compose` puts all together.
"""
