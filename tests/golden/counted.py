"""What does somebody get who counts the units' own answers, and what can be computed from a report by one who has none?

A reader of the demo's file of counts that knows its rows, and sums; and what a reader of a report knows adds up.
"""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from importlib.resources import files
from typing import Any, NamedTuple

from samordna.domain.measures.disclosure import CellKey, Identity
from samordna.domain.values.counted import Below, Published, Shown, Withheld
from samordna.domain.values.period import Period

MONTHS = Period(202401, 202408)
GENDERS = {"women": "kvinnor", "men": "män", "unknown": "okänt kön"}
COUNTS = {"participants", "starts", "exits", "ongoing", "measured_once", "measured_twice"}
"""Columns and rows that are a count; the others are of two."""
DIVIDED = {
    "inflow-referrals": ("referrals", "referrals_by_source"),
    "not-started-not_started": ("not_started", "not_started_by_reason"),
    "income-starts": ("starts", "starts_by_income"),
    "exits-exits": ("exits", "exits_by_destination"),
    "head-counts-head_count": ("head_count", "head_count_by_occasion"),
}
"""Tables with a row for each answer: of what all of them are a part, and in which rows of the file they stand."""
GROUPS = {
    "region": ("psychiatry", "health_centre", "region_other"),
    "municipal": ("social_services", "school", "municipality_other"),
}
BY_UNIT = {"starts-agreed", "participants", "progression-coverage"}
SHARES = {
    "starts_of_agreed": ("starts", "agreed_starts"),
    "participants_of_agreed": ("participants", "agreed_participants"),
    "progression_coverage": ("measured_once", "participants"),
    "progression_repeated": ("measured_twice", "participants"),
}
SEVERAL = {"starts_by_income"}
FLOWS = (("participants", ("ongoing", "exits")), ("participants", ("ongoing_at_start", "starts")))


class People(NamedTuple):
    """Whom a cell counts: of which row of the file, of which gender, of which unit or activity; nothing is all."""

    row: str
    codes: tuple[str, ...] = ()
    gender: str = ""
    whose: str = ""

    @property
    def key(self) -> CellKey:
        at = {"row": "+".join(sorted(self.codes)), "gender": self.gender, "unit": self.whose}
        return CellKey(self.row, MONTHS, tuple(sorted((name, value) for name, value in at.items() if value)))


class Told(NamedTuple):
    """A cell of a report that counts people: where it stands, whom it counts, and what is read there."""

    place: str
    people: People
    text: str

    @property
    def sign(self) -> Published:
        if self.text.startswith("<"):
            return Below(int(self.text[1:]))
        return Shown(int(self.text)) if self.text.isdigit() else Withheld()


@dataclass
class Answers:
    """What the units of an association answered: (unit, activity, row of the file) → its numbers by gender."""

    rows: dict[tuple[str, str, str], dict[str, int]] = field(default_factory=dict)

    @classmethod
    def of(cls, association: str) -> "Answers":
        folder = files("samordna.demo") / "counts" / association
        text = (folder / "siffror-2024-01--2024-08.csv").read_text("utf-8")
        found = cls()
        for row in csv.DictReader(text.splitlines(), delimiter=";"):
            told = {name: row[column] for name, column in {**GENDERS, "": "totalt"}.items()}
            numbers = {name: int(value) for name, value in told.items() if value}
            numbers.setdefault("", sum(numbers.values()))
            found.rows[row["enhet"], row["insats"], row["rad"]] = numbers
        return found

    def count(self, people: People) -> int:
        rows = {f"{people.row}/{code}" for code in people.codes} or {people.row}
        return sum(
            numbers.get(people.gender, 0)
            for (unit, activity, row), numbers in self.rows.items()
            if row in rows and people.whose in ("", unit, activity)
        )

    @property
    def places(self) -> dict[str, tuple[str, ...]]:
        """The units of each activity that has several."""
        found: dict[str, dict[str, None]] = {}
        for unit, activity, _ in self.rows:
            found.setdefault(activity, {})[unit] = None
        return {activity: tuple(units) for activity, units in found.items() if len(units) > 1}


def tables(part: Any) -> Iterator[dict[str, Any]]:
    """Yield every table of a document's JSON, those of charts too."""
    if isinstance(part, list):
        for item in part:
            yield from tables(item)
    elif isinstance(part, dict):
        if "rows" in part:
            yield part
        for item in part.values():
            yield from tables(item)


def told_of(document: dict[str, Any]) -> dict[str, Told]:
    """Return every cell of a report that counts people, by its place."""
    cells = (told for table in tables(document) for told in _in_table(table))
    return {told.place: told for told in cells}


def _in_table(table: dict[str, Any]) -> Iterator[Told]:
    for row in table["rows"]:
        for column, value in row["values"].items():
            people = _people(table["id"], row, column)
            text = value if value is not None else row.get("hidden", {}).get(column)
            if people and text is not None:
                yield Told(f"{table['id']}.{row['id']}.{column}", people, text)


def _people(table: str, row: dict[str, Any], column: str) -> People | None:
    gender = "" if column == "total" else column
    whose = "" if row["id"] == "total" else row["label"]
    if table in DIVIDED and (gender in GENDERS or not gender):
        whole, divided = DIVIDED[table]
        codes = GROUPS.get(row["id"], (row["id"],))
        return People(whole, (), gender) if row["id"] == "total" else People(divided, codes, gender)
    if table == "inflow-by-unit-referrals" and (gender in GENDERS or not gender):
        return People("referrals", (), gender, whose)
    if table in BY_UNIT and column in COUNTS:
        return People(column, (), "", whose)
    if table.removesuffix("-gender") in BY_UNIT and row["id"] in COUNTS:
        return People(row["id"], (), gender)
    return None


def known_to_add_up(answers: Answers, cells: Mapping[People, Published]) -> Iterator[Identity]:
    """Yield what a reader of some cells knows adds up, where it does: genders, answers, groups, units, those who come
    and go.
    """
    places = dict.fromkeys((people.gender, people.whose) for people in cells)
    for people in cells:
        if not people.gender:
            yield from _adds_up(answers, people, [people._replace(gender=gender) for gender in GENDERS])
        for whole, divided in DIVIDED.values():
            if people.row == whole and divided not in SEVERAL:
                codes = {other.codes for other in cells if other.row == divided and len(other.codes) == 1}
                parts = [people._replace(row=divided, codes=one) for one in sorted(codes)]
                yield from _adds_up(answers, people, parts)
        if len(people.codes) > 1:
            yield from _adds_up(answers, people, [people._replace(codes=(code,)) for code in people.codes])
        if people.whose in answers.places:
            yield from _adds_up(answers, people, [people._replace(whose=one) for one in answers.places[people.whose]])
        if not people.whose:
            activities = dict.fromkeys(activity for _, activity, row in answers.rows if row == people.row)
            yield from _adds_up(answers, people, [people._replace(whose=one) for one in activities])
    for whole, parts in FLOWS:
        for gender, whose in places:
            beside = [People(part, (), gender, whose) for part in parts]
            yield from _adds_up(answers, People(whole, (), gender, whose), beside)


def _adds_up(answers: Answers, whole: People, parts: list[People]) -> Iterator[Identity]:
    if parts and parts != [whole] and answers.count(whole) == sum(answers.count(part) for part in parts):
        yield Identity(whole.key, tuple(part.key for part in parts))
