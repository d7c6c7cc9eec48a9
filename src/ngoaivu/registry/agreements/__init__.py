"""Agreements «thỏa thuận»: what was signed, with whom, in force from when to when."""
