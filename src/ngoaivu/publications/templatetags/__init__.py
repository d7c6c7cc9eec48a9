"""Filters of the screens of texts."""
