"""Web pages of government portals: `charset` decodes, `flatten` turns the tree into lines, `choose` finds the report.

Nothing is fetched, nothing is executed, and no markup leaves this folder: text only.
"""
