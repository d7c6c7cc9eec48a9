"""Tables of editions: what was published, frozen; the only tables a public page reads, besides the portal's own."""

import json
from collections.abc import Mapping
from typing import ClassVar, cast

from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ngoaivu.publications.content import Edition as Content


class Edition(models.Model):
    """Edition «bản đăng»: one frozen state of a text or series, in all its languages.

    `number` counts the editions of one key; `current` is the one shown. Nothing of a row changes but `current` and the
    three columns of a withdrawal. Office and authors are text: an edition outlives every other table.
    """

    office = models.SlugField(_("office"), max_length=40)
    kind = models.CharField(_("kind"), max_length=20)
    key = models.SlugField(_("key"), max_length=120)
    number = models.PositiveIntegerField(_("edition"))
    section = models.SlugField(_("section"), max_length=60, blank=True)
    date = models.CharField(_("date"), max_length=10)
    published_at = models.DateTimeField(_("published at"))
    published_by = models.CharField(_("published by"), max_length=200)
    text = models.TextField(_("canonical text"))
    digest = models.CharField(_("digest"), max_length=64)
    current = models.BooleanField(_("current"), default=True)
    withdrawn_at = models.DateTimeField(_("withdrawn at"), null=True, blank=True)
    withdrawn_by = models.CharField(_("withdrawn by"), max_length=200, blank=True)
    withdrawn_why = models.CharField(_("reason"), max_length=500, blank=True)

    class Meta:
        verbose_name = _("edition")
        verbose_name_plural = _("editions")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["office", "kind", "key", "number"], name="one_edition_of_a_number"),
            models.UniqueConstraint(fields=["office", "kind", "key"], condition=models.Q(current=True), name="one_current_edition"),
        ]
        indexes: ClassVar = [models.Index(fields=["office", "kind", "current", "date"], name="edition_listed")]

    def __str__(self) -> str:
        return f"{self.office}/{self.key} {self.number}"

    @property
    def content(self) -> Content:
        """The edition as JSON values."""
        return cast("Content", json.loads(self.text))


class EditionText(models.Model):
    """Edition text «bản chữ»: one language of a current edition, for addresses, lists and search."""

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="languages", verbose_name=_("edition"))
    language = models.CharField(_("language"), max_length=10)
    slug = models.SlugField(_("address"), max_length=120)
    title = models.CharField(_("title"), max_length=400)
    lead = models.TextField(_("lead"), blank=True)
    words = models.TextField(_("words"), blank=True)
    spelt = models.TextField(_("words with marks"), blank=True)
    folded = models.TextField(_("words without marks"), blank=True)
    bound = models.PositiveIntegerField(_("figures bound to a fact"), default=0)
    quoted = models.PositiveIntegerField(_("figures quoted from a document"), default=0)
    waived = models.PositiveIntegerField(_("figures without a fact"), default=0)

    class Meta:
        verbose_name = _("text of an edition")
        verbose_name_plural = _("texts of editions")
        constraints: ClassVar = [models.UniqueConstraint(fields=["edition", "language"], name="one_text_per_language")]
        indexes: ClassVar = [models.Index(fields=["language", "slug"], name="edition_text_addressed")]

    def __str__(self) -> str:
        return self.title


class Release(models.Model):
    """Release «bản phát hành»: an edition numbered, approved by a second person, chained by digest to the one before.

    A release can be withdrawn: number, date, reason and digest stay. It is never changed.
    """

    edition = models.OneToOneField(Edition, on_delete=models.PROTECT, related_name="release", verbose_name=_("edition"))
    office = models.SlugField(_("office"), max_length=40)
    number = models.PositiveIntegerField(_("number"))
    drafted_by = models.CharField(_("drafted by"), max_length=200)
    approved_by = models.CharField(_("approved by"), max_length=200)
    approved_at = models.DateTimeField(_("approved at"))
    previous = models.CharField(_("digest before"), max_length=64, blank=True)
    digest = models.CharField(_("digest"), max_length=64)

    class Meta:
        verbose_name = _("release")
        verbose_name_plural = _("releases")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["office", "number"], name="one_release_of_a_number"),
            models.CheckConstraint(condition=~models.Q(drafted_by=models.F("approved_by")), name="release_approved_by_another"),
        ]

    def __str__(self) -> str:
        return f"{self.office} {self.number}"


def occupied(office: str, kind: str, key: str, slugs: Mapping[str, str]) -> str:
    """Why a text may not have its addresses, by language, where another current one of the office and kind has one; empty when it may."""
    others = EditionText.objects.filter(edition__office=office, edition__kind=kind, edition__current=True).exclude(edition__key=key)
    for language, slug in slugs.items():
        if taken := others.filter(language=language, slug=slug).first():
            names = {"slug": slug, "title": taken.title}
            return gettext("The address “%(slug)s” belongs to another published text, “%(title)s”: give this one another address.") % names
    return ""


def current(office: str, kind: str, key: str) -> Edition | None:
    """The edition shown of a text, if any."""
    return Edition.objects.filter(office=office, kind=kind, key=key, current=True, withdrawn_at=None).first()
