"""Word documents (ECMA-376, transitional and strict) on the standard library.

`styles` and `numbering` answer what a paragraph looks like, `body` walks the text, `traces` counts what must not be
published with the original.
"""
