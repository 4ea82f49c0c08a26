"""Every type that passes between stages, and nothing else.

Frozen, slotted dataclasses; tuples, never lists; `Decimal` for values; spans in the cleaned text. Read in this order:
`span`, `document`, `outline`, `identity`, `fact`, `theme`, `outcome`, `diagnostic`, `metadata`, `settings`, `report`.
"""
