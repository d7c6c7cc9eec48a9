"""Commands of publications."""
