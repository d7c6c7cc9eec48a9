"""Matching «đối chiếu con số với sổ đăng ký»: which fact each figure of a text speaks of, and whether it is true of it."""

from .matcher import match
from .model import Matched, Suggestion, Verdict

__all__ = ["Matched", "Suggestion", "Verdict", "match"]
