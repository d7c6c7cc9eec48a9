"""Wagtail page classes: the authored form of every text. They are never served; publishing makes an edition of them.

One page a language, tied by Wagtail's translation key. `key` is the text's name in every language and in its editions.
"""

from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page

from ngoaivu.accounts.models import Office
from ngoaivu.core import vietnamese
from ngoaivu.publications import days, drawings, submissions, wall
from ngoaivu.publications.figure_panel import FigurePanel
from ngoaivu.publications.page_forms import AuthoredPageForm
from ngoaivu.publications.permissions import ByAppointment
from ngoaivu.publications.refreshing import refresh, rendered

# The kind of edition each class of page becomes.
KINDS = {"reportpage": "report", "newspage": "news"}
# One list for every editor: a list that lacked a mark would delete its words on save.
FEATURES = ["bold", "link", "ul", "ol", "figure", "quote", "waiver", "record"]
LINE = ["figure", "quote", "waiver", "record"]


class PictureBlock(blocks.StructBlock):
    """Picture «hình»: one of the house's drawings, with alternative text, caption and credit."""

    picture = blocks.ChoiceBlock(choices=drawings.choices, label=_("Picture"))
    alt = blocks.CharBlock(label=_("Alternative text"))
    caption = blocks.RichTextBlock(label=_("Caption"), features=LINE)
    credit = blocks.CharBlock(label=_("Credit"))


class OfficePage(ByAppointment, Page):
    """Office page «gốc văn bản của cơ quan»: the root of an office's texts in one language."""

    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+", verbose_name=_("office"))

    subpage_types: ClassVar = ["publications.ReportPage", "publications.NewsPage"]
    parent_page_types: ClassVar = ["wagtailcore.Page"]

    class Meta:
        verbose_name = _("office page")
        verbose_name_plural = _("office pages")


class AuthoredPage(ByAppointment, Page):
    """Authored text «bài soạn»: what reports and news share: office, key, section, date, lead, body.

    `date` is the day, month or year the text carries, as ISO. `at` is the registry position its figures are read at while
    it is a draft: empty means now.
    """

    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+", verbose_name=_("office"))
    key = models.SlugField(_("key"), max_length=120)
    section = models.SlugField(_("section"), max_length=60, blank=True)
    date = models.CharField(_("date"), max_length=10, blank=True, help_text=_("A day 20/11/2026, a month 11/2026 or a year 2026."))
    byline = models.CharField(_("author"), max_length=200, blank=True)
    picture = models.CharField(_("picture"), max_length=80, blank=True, choices=drawings.choices)
    lead = RichTextField(_("lead"), features=LINE, blank=True)
    body = StreamField(
        [
            ("heading", blocks.CharBlock(label=_("Heading"))),
            ("paragraph", blocks.RichTextBlock(label=_("Paragraph"), features=FEATURES)),
            ("picture", PictureBlock(label=_("Picture"))),
        ],
        verbose_name=_("text"),
        blank=True,
    )

    base_form_class = AuthoredPageForm
    content_panels: ClassVar = [
        # Wagtail's own title panel would write the address anew with every letter, of a token too.
        FieldPanel("title", classname="title"),
        FieldPanel("lead"),
        FieldPanel("date"),
        FieldPanel("byline"),
        FieldPanel("picture"),
        # Beside the text where there is room, else before it: nobody scrolls past a report to learn what blocks it.
        FigurePanel(heading=_("Figures"), icon="table", classname="ngoaivu-figures-panel"),
        FieldPanel("body"),
    ]
    promote_panels: ClassVar = [FieldPanel("slug"), FieldPanel("section")]
    settings_panels: ClassVar[list[Any]] = []
    preview_modes: ClassVar[list[Any]] = []
    parent_page_types: ClassVar = ["publications.OfficePage"]
    subpage_types: ClassVar[list[str]] = []
    is_creatable = False

    class Meta:
        abstract = True

    @property
    def shown_title(self) -> str:
        """The title as a reader meets it, its tokens in words."""
        return rendered(self.title, self)

    def get_admin_display_title(self) -> str:
        """The same for Wagtail's own lists."""
        return rendered(super().get_admin_display_title(), self)

    def full_clean(self, *args: Any, **options: Any) -> None:
        """An address is never made of a token."""
        if not self.slug and self.title != self.shown_title:
            self.slug: str = vietnamese.slugify(self.shown_title)
        super().full_clean(*args, **options)

    def clean(self) -> None:
        """A day is a day, kept as ISO however it was typed."""
        super().clean()
        try:
            self.date = days.kept(self.date)
        except ValidationError as error:
            raise ValidationError({"date": error.messages}) from error

    def save(self, *args: Any, **options: Any) -> None:
        """Nothing goes live past the wall, whoever saves it."""
        wall.check_saved(self, options.get("update_fields"))
        super().save(*args, **options)

    def save_revision(self, *args: Any, **options: Any) -> Any:
        """Write the figures' words anew in the page's language, then keep the revision; a stored text keeps its digits.

        Autosave writes over the last revision of its session: never over one that was submitted.
        """
        refresh(self)
        over = options.get("overwrite_revision")
        if over and submissions.was_submitted(over, self.office, self.key):
            options["overwrite_revision"] = None
        wall.check_scheduled(self, options.get("approved_go_live_at"))
        return super().save_revision(*args, **options)


def pictures_of(page: AuthoredPage) -> list[str]:
    """The drawings a page names, its own and those of its body."""
    shown = [block["value"]["picture"] for block in page.body.get_prep_value() if block["type"] == "picture"]
    return [page.picture, *shown] if page.picture else shown


class ReportPage(AuthoredPage):
    """Report «báo cáo»: a term or yearly report drafted from an outline over a period."""

    outline = models.SlugField(_("outline"), max_length=40)
    period = models.CharField(_("period"), max_length=60)
    on = models.CharField(_("as of"), max_length=10, blank=True)

    class Meta:
        verbose_name = _("report")
        verbose_name_plural = _("reports")


class NewsPage(AuthoredPage):
    """News item «tin, bài»: dated, in a section, tied to the records it speaks of."""

    records = models.JSONField(_("records"), default=list, blank=True)

    class Meta:
        verbose_name = _("news item")
        verbose_name_plural = _("news items")
