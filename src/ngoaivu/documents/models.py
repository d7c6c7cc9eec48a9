"""Tables of documents: source documents with their files, citations, legal texts."""

from datetime import timedelta
from pathlib import PurePath
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone, translation
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from ngoaivu.accounts.models import Office
from ngoaivu.core import addresses, vietnamese
from ngoaivu.core.history import Record, versioned
from ngoaivu.core.levels import Level
from ngoaivu.core.models import Territory
from ngoaivu.documents.secrecy import refuse_secret_row, text_columns
from ngoaivu.documents.wording import wordless


class DocumentKind(models.TextChoices):
    """Kind of document «loại văn bản»."""

    LETTER = "letter", _("Letter")
    REPORT = "report", _("Report")
    ARTICLE = "article", _("Article")
    DECISION = "decision", _("Decision")
    STATISTICS = "statistics", _("Statistics")
    SPREADSHEET = "spreadsheet", _("Spreadsheet")
    SYNTHETIC = "synthetic", _("Synthetic, for demonstration")
    OTHER = "other", _("Other")


class Paper(Record):
    """Paper «văn bản»: what source documents and legal texts share: an office, a level, titles, and the keys by which they are found."""

    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+", verbose_name=_("office"))
    embargo_until = models.DateField(_("embargo ends"), null=True, blank=True)
    title_vi = models.CharField(_("title, Vietnamese"), max_length=400)
    title_en = models.CharField(_("title, English"), max_length=400, blank=True)
    sort_key = models.CharField(max_length=400, editable=False, blank=True)
    search_text = models.TextField(editable=False, blank=True)

    # The text columns a search looks through, besides the title.
    searched: ClassVar[tuple[str, ...]] = ()

    class Meta:
        abstract = True

    def clean(self) -> None:
        """Nothing secret; and texts in their one form, with the stored keys derived from them."""
        refuse_secret_row(self)
        for name, text in text_columns(self).items():
            setattr(self, name, vietnamese.nfc(text))
        self.sort_key = vietnamese.sort_key(self.title_vi)
        self.search_text = vietnamese.fold(" ".join([self.title_vi, self.title_en, *(str(getattr(self, name)) for name in self.searched)]))


@versioned
class SourceDocument(Paper):
    """Source document «văn bản nguồn»: a paper or file a record or statistic rests on: number, issuer, date, file, its hash.

    `numbers` holds one official number a line: one text may carry two (circular 2682/2019 is also 01/2019).
    `issued_words` keeps the source's own words where the day is not stated.
    """

    level = models.CharField(_("level"), max_length=10, choices=Level.choices, default=Level.INTERNAL)
    kind = models.CharField(_("kind"), max_length=20, choices=DocumentKind.choices)
    numbers = models.CharField(_("numbers"), max_length=200, blank=True)
    issuer_vi = models.CharField(_("issuer, Vietnamese"), max_length=200)
    issuer_en = models.CharField(_("issuer, English"), max_length=200, blank=True)
    issued_from = models.DateField(_("issued, earliest"), null=True, blank=True)
    issued_to = models.DateField(_("issued, latest"), null=True, blank=True)
    issued_words = models.CharField(_("issued, in words"), max_length=200, blank=True)
    address = models.CharField(_("public address"), max_length=400, blank=True)
    file = models.FileField(_("file"), upload_to="documents/%Y/", blank=True)
    file_name = models.CharField(_("name of the file"), max_length=255, blank=True, editable=False)
    sha256 = models.CharField(_("digest of the file"), max_length=64, blank=True, editable=False)

    searched: ClassVar = ("numbers", "issuer_vi", "issuer_en")
    called: ClassVar = {"title_vi": _("subject of the paper"), "title_en": _("subject of the paper, English")}

    class Meta:
        verbose_name = _("source document")
        verbose_name_plural = _("source documents")

    def clean(self) -> None:
        """Besides what holds for every paper: its issuer has a name, it is not dated later than today, its public address is one of the web."""
        super().clean()
        faults: dict[str, Any] = dict(wordless(self, "issuer_vi"))
        if self.issued_from and self.issued_from > timezone.localdate():
            told = _("%(day)s is later than today: a paper bears the day on which it was issued. Look at day, month and year again.")
            faults["issued_from"] = told % {"day": f"{self.issued_from:%d/%m/%Y}"}
        if self.address and not addresses.is_web(self.address):
            said = _("“%(address)s” is no address of the web: write it from https:// on, or leave it empty.")
            faults["address"] = said % {"address": self.address}
        if faults:
            raise ValidationError(faults)

    @property
    def file_called(self) -> str:
        """The name under which the file was sent; the storage may keep it under another, because two files share one name."""
        return self.file_name or PurePath(str(self.file.name)).name

    def __str__(self) -> str:
        title = self.title_en if translation.get_language() == "en" and self.title_en else self.title_vi
        return f"{self.numbers.splitlines()[0]}: {title}" if self.numbers else title


@versioned
class Citation(Record):
    """Citation «dẫn nguồn»: the place in a source document a record rests on, e.g. «mục 4, câu 9»."""

    document = models.ForeignKey(SourceDocument, on_delete=models.PROTECT, related_name="citations", verbose_name=_("document"))
    place_vi = models.CharField(_("place, Vietnamese"), max_length=200, blank=True)
    place_en = models.CharField(_("place, English"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("citation")
        verbose_name_plural = _("citations")

    def __str__(self) -> str:
        place = self.place_en if translation.get_language() == "en" else self.place_vi
        return f"{self.document}, {place}" if place else str(self.document)


class LegalStatus(models.TextChoices):
    """Validity «hiệu lực» of a legal text."""

    NOT_YET = "not_yet", _("Not yet in force")
    IN_FORCE = "in_force", _("In force")
    PARTLY = "partly", _("Partly in force")
    EXPIRED = "expired", _("Expired")


class LegalField(models.TextChoices):
    """Field «lĩnh vực» of a legal text: the part of the office's work it governs."""

    ABTC = "abtc", pgettext_lazy("field of a legal text", "APEC business travel card")
    AGREEMENTS = "agreements", pgettext_lazy("field of a legal text", "International agreements")
    AID = "aid", pgettext_lazy("field of a legal text", "Non-refundable aid")
    CONFERENCES = "conferences", pgettext_lazy("field of a legal text", "International conferences and seminars")
    CONSULAR = "consular", pgettext_lazy("field of a legal text", "Consular affairs")
    CULTURE = "culture", pgettext_lazy("field of a legal text", "Cultural diplomacy")
    DELEGATIONS = "delegations", pgettext_lazy("field of a legal text", "External activities and delegations")
    INFORMATION = "information", pgettext_lazy("field of a legal text", "External information")
    INTEGRATION = "integration", pgettext_lazy("field of a legal text", "International integration")
    NGO = "ngo", pgettext_lazy("field of a legal text", "Foreign non-governmental organisations")
    ODA = "oda", pgettext_lazy("field of a legal text", "ODA and concessional loans")
    ORGANISATION = "organisation", pgettext_lazy("field of a legal text", "Organisation of the administration")
    OVERSEAS = "overseas", pgettext_lazy("field of a legal text", "Vietnamese abroad")
    PORTAL = "portal", pgettext_lazy("field of a legal text", "Portals and online services")
    PRIVACY = "privacy", pgettext_lazy("field of a legal text", "Protection of personal data")
    REPORTING = "reporting", pgettext_lazy("field of a legal text", "Reporting and official papers")
    TRAINING = "training", pgettext_lazy("field of a legal text", "Training of officials")
    WORKERS = "workers", pgettext_lazy("field of a legal text", "Foreign workers")
    OTHER = "other", pgettext_lazy("field of a legal text", "Other field")


@versioned
class LegalText(Paper):
    """Legal text «văn bản pháp luật, văn bản chỉ đạo»: one text of the library with its validity; some are references without a file.

    A day nobody has checked stays empty. `expired_on` is the first day on which the text was no longer in force. The columns by
    which texts are counted follow from these: from start to end it is in force, on the territory of the office that keeps it.
    """

    level = models.CharField(_("level"), max_length=10, choices=Level.choices, default=Level.PUBLIC)
    number = models.CharField(_("number"), max_length=80)
    kind_vi = models.CharField(_("kind of text"), max_length=80)
    issuer_vi = models.CharField(_("issuer, Vietnamese"), max_length=200)
    issuer_en = models.CharField(_("issuer, English"), max_length=200, blank=True)
    field = models.CharField(_("field of work"), max_length=80, blank=True, choices=LegalField.choices)
    issued_on = models.DateField(_("issued on"), null=True, blank=True)
    in_force_from = models.DateField(_("in force from"), null=True, blank=True)
    expired_on = models.DateField(_("expired on"), null=True, blank=True)
    status = models.CharField(_("status"), max_length=10, choices=LegalStatus.choices)
    replaced_by = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="replaces", verbose_name=_("replaced by"))
    local = models.BooleanField(_("issued by the province"), default=False)
    document = models.ForeignKey(SourceDocument, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("document"))
    territory = models.ForeignKey(
        Territory, on_delete=models.PROTECT, null=True, blank=True, editable=False, related_name="+", verbose_name=_("territory")
    )
    code = models.SlugField(max_length=120, blank=True, editable=False)
    start_earliest = models.DateField(null=True, blank=True, editable=False)
    start_latest = models.DateField(null=True, blank=True, editable=False)
    end_earliest = models.DateField(null=True, blank=True, editable=False)
    end_latest = models.DateField(null=True, blank=True, editable=False)
    when_words = models.CharField(_("time in the source's words"), max_length=200, blank=True, editable=False)

    searched: ClassVar = ("number", "kind_vi", "issuer_vi")

    class Meta:
        verbose_name = _("legal text")
        verbose_name_plural = _("legal texts")
        ordering: ClassVar = ["-issued_on"]

    def __str__(self) -> str:
        return f"{self.kind_vi} {self.number}"

    def clean(self) -> None:
        """Besides what holds for every paper: the columns by which texts are counted."""
        super().clean()
        self.territory = self.office.territory
        self.code = vietnamese.slugify(self.number)
        self.start_earliest, self.start_latest = self.in_force_from or self.issued_on, self.in_force_from
        self.end_earliest = self.end_latest = self.expired_on - timedelta(days=1) if self.expired_on else None
