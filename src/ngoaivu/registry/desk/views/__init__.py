"""The screens every room shares: list, record, form, print, export, undo."""
