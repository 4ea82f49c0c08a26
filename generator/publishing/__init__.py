"""Puts a built site where the public reads it: release folders, one link that is replaced, and a way back."""
