"""Tables of publications: editions and releases, authored pages, submissions, overrides."""

from ngoaivu.publications.editions import Edition, EditionText, Release
from ngoaivu.publications.overrides import Override
from ngoaivu.publications.pages import NewsPage, OfficePage, ReportPage
from ngoaivu.publications.submissions import Submission
from ngoaivu.publications.waivers import Waiver

__all__ = ["Edition", "EditionText", "NewsPage", "OfficePage", "Override", "Release", "ReportPage", "Submission", "Waiver"]
