"""Which counts of an activity are keyed, and of which is it not told how many?

The sheet is for those inside who key it: each figure is shown as it is. A figure that some unit has not told is not a
figure at all: it is missing, with the names of those that are waited for.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from samordna.domain.activities.activity import Activity
from samordna.domain.document import CountOrigin, Missing, Number
from samordna.domain.measures.disclosure import CellKey
from samordna.domain.measures.keying.form import CountsGroup
from samordna.domain.measures.keying.problems import GENDERS_ARE_NOT_THE_TOTAL
from samordna.domain.measures.keying.sheet import KeyedBy, KeyingField, KeyingGroup, KeyingRow
from samordna.domain.measures.people import read_inside
from samordna.domain.participation.between import NOT_TOLD, Between, together
from samordna.domain.participation.code_lists import CodeLists
from samordna.domain.participation.combining import Counted
from samordna.domain.participation.count_table import GENDER_NAMES, CountTable, Gender
from samordna.domain.participation.tables import TABLES
from samordna.domain.values.language import swedish
from samordna.domain.values.numerals import swedish_number
from samordna.domain.values.problem import Problem
from samordna.domain.values.unit import PERSONS

_NOBODY_PERFORMS: Final = swedish("Insatsen har ingen utförare som kan lämna siffror.")
_NOT_ASKED: Final = swedish("Enheterna är inte tillfrågade om det.")
_EACH: Final = (*Gender, None)


@dataclass(frozen=True)
class ActivityCounts:
    """The counts of one activity in a period: what its units have told together, and who has not told."""

    activity: Activity
    counted: Counted
    lists: CodeLists

    @cached_property
    def _of_it(self) -> Counted:
        mine = (one for one in self.counted.reports if one.activity == self.activity.id)
        return Counted(self.counted.period, tuple(mine))

    @cached_property
    def names(self) -> Mapping[str, str]:
        """What the units that perform it in the period are called, by id; those that reported all the same too."""
        performing = {one.id: one.unit for one in self.activity.performers if one.works_in(self.counted.period)}
        return {**{whose.unit: whose.unit for whose in self._of_it.series}, **performing}

    def figure(self, table: str, codes: tuple[str, ...] = (), gender: Gender | None = None) -> Between:
        """Return how many there are in a row of a table: unlimited as long as anybody has not told."""
        told = self._of_it.figure(table, codes, gender)
        return together((told, NOT_TOLD)) if self.silent(table) else told

    def silent(self, table: str) -> tuple[str, ...]:
        """Return the names of the units that have not told of a table at all."""
        answered = {whose.unit for whose in self._of_it.asked(table)}
        return tuple(name for unit, name in self.names.items() if unit not in answered)

    def why_not(self, table: str, figure: Between) -> str:
        """Return why a figure is not told, in a sentence."""
        if not self.names:
            return _NOBODY_PERFORMS
        silent = self.silent(table)
        if len(silent) == len(self.names):
            return _NOT_ASKED if self._of_it.reports else swedish("Ingen enhet har lämnat siffror.")
        least = swedish_number(figure.least.count)
        if silent:
            told = swedish("Inte lämnat av {units}. Övriga har {least}.")
            return told.format(units=", ".join(silent), least=least)
        return swedish("Lämnat tomt av en enhet, eller inte för alla månader. Minst {least}.").format(least=least)

    def group(self, asked: CountsGroup) -> KeyingGroup:
        """Return a group of the form with what the units have told."""
        tables = [TABLES[key] for key in asked.tables]
        genders = _EACH if tables[0].genders else (None,)
        rows = tuple(row for table in tables for row in self._rows(table, asked.dimension, genders))
        columns = tuple(GENDER_NAMES[one].capitalize() for one in genders)
        by = KeyedBy.PARTICIPANTS if tables[0].genders else KeyedBy.ADMINISTRATOR
        return KeyingGroup(asked.key, asked.title, by, columns, rows, tuple(self._disagreeing(tables)))

    def _rows(self, table: CountTable, dimension: str, genders: tuple[Gender | None, ...]) -> Iterator[KeyingRow]:
        codes = [(one.key, one.name) for one in self.lists.codes(dimension)] if dimension else [("", table.name)]
        for code, name in codes:
            fields = (self._field(table, (code,) if code else (), name, gender) for gender in genders)
            yield KeyingRow(name, tuple(fields))

    def _field(self, table: CountTable, codes: tuple[str, ...], name: str, gender: Gender | None) -> KeyingField:
        key = ".".join((table.key, *codes, gender.value if gender else "total"))
        label = f"{name}, {GENDER_NAMES[gender]}"
        figure = self.figure(table.key, codes, gender)
        if figure.exact is None:
            return KeyingField(key, label, cell=Missing(self.why_not(table.key, figure)))
        at = (("activity", self.activity.id), ("field", key))
        return KeyingField(
            key,
            label,
            cell=Number(
                read_inside(CellKey(table.key, self.counted.period, at), figure.exact), PERSONS, self._origin(table)
            ),
        )

    def _origin(self, table: CountTable) -> CountOrigin:
        return CountOrigin(table.key, table.definition, self.activity.name, self.counted.period)

    def _disagreeing(self, tables: Iterable[CountTable]) -> Iterator[Problem]:
        """Yield a warning where the genders are not the total that a unit stated."""
        for table in tables:
            if not table.genders or table.dimensions:
                continue
            whole, parts = self.figure(table.key).exact, [self.figure(table.key, (), one).exact for one in Gender]
            told = [one.count for one in parts if one is not None]
            if whole is not None and len(told) == len(parts) and sum(told) != whole.count:
                numbers = {"genders": swedish_number(sum(told)), "total": swedish_number(whole.count)}
                yield GENDERS_ARE_NOT_THE_TOTAL.at(self.activity.name, row=table.name, **numbers)
