"""Judgement «soát con số»: every figure of a text with its state and verdict. One function; panel, checks and doors all ask it.

Beside it the advice, which only the panel shows.
"""

from ngoaivu.publications.judgement.advising import advise
from ngoaivu.publications.judgement.judging import judge
from ngoaivu.publications.judgement.model import Advice, Judged, Judgement, TooMany

__all__ = ["Advice", "Judged", "Judgement", "TooMany", "advise", "judge"]
