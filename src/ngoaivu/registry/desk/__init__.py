"""Desk «bàn làm việc»: the furniture of every room's staff screens; it has no tables."""
