"""Demonstration «trình diễn»: the two demonstration offices and the generator of synthetic records; writes only through actions."""
