"""Figures that no longer hold «những con số không còn đúng»: what a published text says and the registry no longer does."""

from ngoaivu.publications.lapsed.causes import Cause, Touched
from ngoaivu.publications.lapsed.finding import Lapsed, count, find

__all__ = ["Cause", "Lapsed", "Touched", "count", "find"]
