"""A small populated registry: every counted table with days known and unknown, withdrawn and embargoed rows, a neighbour's rows."""

import random
from datetime import date, timedelta
from typing import Any

from django.utils import timezone

from ngoaivu.core import changes
from ngoaivu.core.levels import Level
from ngoaivu.core.models import Territory
from ngoaivu.documents.actions import keep, keep_many, withdraw
from ngoaivu.documents.models import LegalStatus, LegalText
from ngoaivu.documents.records import RegistryRecord
from ngoaivu.registry.agreements.models import Agreement
from ngoaivu.registry.aid.models import AidItem, Disbursement, NgoRegistration, Volunteer
from ngoaivu.registry.casework.models import TravelPermission
from ngoaivu.registry.community.models import Association, Enterprise, TraineeCohort
from ngoaivu.registry.delegations.models import CountryVisit, Delegation
from ngoaivu.registry.events.models import BulletinIssue, Event, EventCountry, EventSeries
from ngoaivu.registry.partners.models import LearnedModel, Partner, Relationship
from tests.cast import Cast, territory

FIRST = date(2015, 6, 1)
# Of long lists and free text a few values, so that each of them is counted somewhere.
FEW = {
    "field": ("economic", "culture", "education"),
    "sector": ("water", "health"),
    "subject": ("english", "japanese"),
    "languages": ("vi", "vi,en"),
    "school_vi": ("Trường A", "Trường B"),
}
NUMBERS = {"persons", "participants", "foreign_participants", "print_run", "members", "trained", "placed", "committed_minor", "capital_minor"}
PARENTS = {"delegation": Delegation, "event": Event, "item": AidItem, "series": EventSeries, "troupe": Delegation}
ORDER = (
    Delegation, CountryVisit, EventSeries, Event, EventCountry, BulletinIssue, Relationship, LearnedModel, Agreement, NgoRegistration,
    AidItem, Disbursement, Volunteer, Association, Enterprise, TraineeCohort, TravelPermission,
)  # fmt: skip

# Tables whose indicators filter by several columns at once need more rows for each to count something.
MANY = {Delegation: 260, Event: 260, EventCountry: 160}


class Registry:
    """Fills every table with the same rows for the same seed."""

    def __init__(self, cast: Cast, seed: int = 7) -> None:
        self.cast, self.dice = cast, random.Random(seed)
        self.countries = [territory(code, code.upper(), kind="country") for code in ("jp", "kr", "la", "kh")]
        self.partners = [self.partner(number) for number in range(6)]
        for model in ORDER:
            keep_many([self.row(model) for _number in range(MANY.get(model, 60))], by=cast.specialist.actor)
            for row in self.dice.sample(list(model.objects.all()), 2):
                withdraw(row, by=cast.head.actor, why="test")
        for _number in range(60):
            self.keep_text(LegalText())
        for text in self.dice.sample(list(LegalText.objects.all()), 2):
            withdraw(text, by=cast.head.actor, why="test")

    def keep_text(self, row: LegalText) -> None:
        """A legal text whose days may be unknown, of this office or of a neighbour."""
        begins = FIRST + timedelta(days=self.dice.randrange(2200))
        row.office = self.cast.there if self.dice.random() < 0.1 else self.cast.here
        row.title_vi, row.number, row.kind_vi, row.issuer_vi = f"Văn bản {self.dice.random()}", "1/QĐ", "Quyết định", "Sở"
        row.level = self.dice.choice([Level.PUBLIC, Level.INTERNAL])
        row.local, row.status = self.dice.random() < 0.5, self.dice.choice(LegalStatus.values)
        row.issued_on = None if self.dice.random() < 0.1 else begins - timedelta(days=30)
        row.in_force_from = None if self.dice.random() < 0.1 else begins
        row.expired_on = begins + timedelta(days=300 + self.dice.randrange(1200)) if self.dice.random() < 0.5 else None
        with changes.change(by=self.cast.specialist.actor, verb="register") as writer:
            writer.write(row)

    def partner(self, number: int) -> Partner:
        row = Partner(
            office=self.cast.here, territory=self.cast.here.territory, title_vi=f"Đối tác {number}", kind=self.dice.choice(["locality", "ngo"])
        )
        row.country = self.dice.choice(self.countries)
        return keep(row, by=self.cast.specialist.actor)

    def row(self, model: type[RegistryRecord]) -> RegistryRecord:
        """A row with something in every column that is counted or filtered by."""
        ground = self.cast.there.territory if self.dice.random() < 0.1 else self.cast.here.territory
        row = model(office=self.cast.here, territory=ground, title_vi=f"{model.__name__} {self.dice.random()}", level=self.dice.choice(Level.values))
        if row.level == Level.EMBARGOED:
            row.embargo_until = timezone.localdate() + timedelta(days=self.dice.choice([-30, 30]))
        self.days(row)
        for column in model._meta.local_concrete_fields:
            if column.name not in {"office", "territory", "level", "embargo_until", "change"}:
                self.fill(row, column)
        return row

    def days(self, row: RegistryRecord) -> None:
        start = FIRST + timedelta(days=self.dice.randrange(2200))
        row.start_earliest = None if self.dice.random() < 0.1 else start
        row.start_latest = None if self.dice.random() < 0.1 else start + timedelta(days=self.dice.choice([0, 0, 0, 0, 25, 200]))
        if self.dice.random() < 0.6:
            end = start + timedelta(days=300 + self.dice.randrange(1200))
            row.end_earliest = None if self.dice.random() < 0.1 else end
            row.end_latest = None if self.dice.random() < 0.1 else end + timedelta(days=self.dice.choice([0, 0, 40]))

    def fill(self, row: Any, column: Any) -> None:
        if column.name in NUMBERS:
            setattr(row, column.name, self.dice.choice([None, *range(1, 500)]) if column.null else self.dice.randrange(1, 500))
        elif column.name in {"amount_minor", "number"}:
            setattr(row, column.name, self.dice.randrange(1, 30000))
        elif column.name == "collective":
            row.collective = self.dice.random() < 0.05
        elif column.name == "currency":
            row.currency = self.dice.choice(["VND", "USD"])
        elif column.name in FEW or (column.choices and column.name != "level"):
            every = [value for value, _label in column.choices or ()]
            few = [value for value in FEW.get(column.name, ()) if not every or value in every]
            setattr(row, column.name, self.dice.choice(few or every))
        elif column.is_relation:
            self.link(row, column)

    def link(self, row: Any, column: Any) -> None:
        if column.related_model is Territory:
            setattr(row, column.name, self.dice.choice(self.countries if not column.null else [*self.countries, None]))
        elif column.name in {"partner", "donor"}:
            setattr(row, column.name, self.dice.choice(self.partners))
        elif column.name in PARENTS:
            parents = list(PARENTS[column.name].objects.all())
            setattr(row, column.name, self.dice.choice(parents if not column.null else [*parents[:5], None]))

    def correct(self) -> int:
        """Change, withdraw and embargo some rows of every table; the position before."""
        before = changes.latest()
        for model in ORDER:
            for row in self.dice.sample(list(model.objects.filter(withdrawn=False)), 8):
                fresh = self.row(model)
                for column in model._meta.local_concrete_fields:
                    if column.name not in {"id", "change", "withdrawn", "level", "embargo_until"}:
                        setattr(row, column.attname, getattr(fresh, column.attname))
                keep(row, by=self.cast.head.actor)
        for text in self.dice.sample(list(LegalText.objects.filter(withdrawn=False)), 15):
            self.keep_text(text)
        return before
