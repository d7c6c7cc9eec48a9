"""Tables of publications: editions and releases, authored pages, submissions."""

from ngoaivu.publications.editions import Edition, EditionText, Release
from ngoaivu.publications.pages import NewsPage, OfficePage, ReportPage
from ngoaivu.publications.submissions import Submission
from ngoaivu.publications.waivers import Waiver

__all__ = ["Edition", "EditionText", "NewsPage", "OfficePage", "Release", "ReportPage", "Submission", "Waiver"]
