"""Reference territories «danh mục địa bàn»: three plain tables beside this file, written once, by key.

Countries and economies bear their ISO 3166 codes in lower case and their CLDR names, save where Vietnamese official usage
differs (Úc; Hong Kong, China and Chinese Taipei as in APEC). Provinces are those before and after resolution 202/2025/QH15:
a name that went on over larger ground is two territories, `…-cu` until 30 June 2025 and `…-2025` since. Parents stand first.
"""

import csv
from pathlib import Path
from typing import Any

from ngoaivu.core.vietnamese import sort_key

FOLDER = Path(__file__).parent
Row = dict[str, str | None]


def read(name: str) -> list[Row]:
    """The rows of one table, an empty cell as None; reading needs no database."""
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as table:
        return [{column: cell or None for column, cell in row.items()} for row in csv.DictReader(table)]


def load(territory: Any, succession: Any, membership: Any) -> int:
    """Write what is missing through the three tables given (a migration gives their historical form); the number of territories added."""
    known, added = dict(territory.objects.values_list("key", "pk")), set()
    for row in read("territories"):
        if row["key"] not in known:
            columns = row | {"parent_id": known[row["parent"]] if row["parent"] else None}
            del columns["parent"]
            known[row["key"]] = territory.objects.create(sort_key=sort_key(row["name_vi"] or ""), **columns).pk
            added.add(row["key"])
    for row in read("successions"):
        if {row["predecessor"], row["successor"]} & added:
            ends = {"predecessor_id": known[row["predecessor"]], "successor_id": known[row["successor"]]}
            succession.objects.create(**ends, on=row["on"], basis=row["basis"])
    for row in read("memberships"):
        if {row["region"], row["member"]} & added:
            ends = {"region_id": known[row["region"]], "member_id": known[row["member"]]}
            membership.objects.create(**ends, valid_from=row["valid_from"], valid_to=row["valid_to"])
    return len(added)
