"""What have a performer's counts come to: who came in, how many are measured, and how far along what is agreed?

For those inside the association, as the figures are. A performer in two activities has two tables: nothing is added up.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from samordna.domain.activities.agreed import AgreedNumber
from samordna.domain.activities.agreed import Counted as AgreedOf
from samordna.domain.activities.tables import origin_of
from samordna.domain.document import (
    BLANK,
    Cell,
    Column,
    ComputedOrigin,
    CountOrigin,
    Hidden,
    How,
    Missing,
    Number,
    Part,
    Row,
    RowKind,
    Table,
)
from samordna.domain.measures.disclosure import CellKey
from samordna.domain.measures.people import read_inside
from samordna.domain.measures.tables.reader import overlap_told
from samordna.domain.participation.agreement_checks import shown as in_words
from samordna.domain.participation.between import Between
from samordna.domain.participation.combining import Counted, Series
from samordna.domain.participation.count_table import GENDER_NAMES, Gender
from samordna.domain.participation.tables import TABLES
from samordna.domain.values.language import swedish
from samordna.domain.values.numerals import swedish_number
from samordna.domain.values.period import Period
from samordna.domain.values.unit import PERCENT, PERSONS

INFLOW: Final = (
    "carried_over", "referrals", "not_started", "starts", "waiting", "ongoing", "exits", "participants", "unique",
    "head_count",
)  # fmt: skip
"""What is shown of those who come in and go, in the order it happens."""
COVERAGE: Final = ("measured_once", "measured_twice")
_EACH: Final = (*Gender, None)
_REPORTED: Final = {
    AgreedOf.REFERRALS: "referrals",
    AgreedOf.STARTS: "starts",
    AgreedOf.PARTICIPANTS: "participants",
    AgreedOf.HEADS: "head_count",
}
_NOT_TOLD: Final = swedish("Lämnat tomt, eller inte för alla månader. Minst {least}.")
_PATH: Final = swedish("Det avtalade antalet i {months} av årets {of} månader, om det föll lika på varje månad.")


@dataclass(frozen=True)
class Performing:
    """The counts of a unit in an activity over some months; ``name`` is what the activity is called."""

    whose: Series
    name: str
    counted: Counted

    def inflow(self) -> Table | None:
        """Return who came in and went, by gender; None when the unit has told nothing."""
        asked = [key for key in INFLOW if self.whose in self.counted.asked(key)]
        rows = tuple(Row(key, TABLES[key].name, RowKind.DETAIL, tuple(self._genders(key))) for key in asked)
        columns = tuple(
            Column(one.value if one else "total", GENDER_NAMES[one].capitalize(), emphasis=one is None) for one in _EACH
        )
        title = swedish("{activity}, {months}").format(activity=self.name, months=self.counted.period.in_words)
        return (
            Table(f"inflow-{self.whose.activity}", title, PERSONS, columns, rows, stub=swedish("Antal"))
            if rows
            else None
        )

    def _genders(self, table: str) -> Iterator[Cell]:
        for gender in _EACH:
            if gender and not TABLES[table].genders:
                yield BLANK  # heads are not asked
            else:
                yield self._cell(table, gender)

    def coverage(self) -> Table | None:
        """Return how many of those who take part are measured; None when the unit is not asked."""
        asked = [key for key in COVERAGE if self.whose in self.counted.asked(key)]
        rows = tuple(Row(key, TABLES[key].name, RowKind.DETAIL, (self._cell(key), self._share(key))) for key in asked)
        if not rows:
            return None
        whole = self._cell("participants")
        first = Row("participants", TABLES["participants"].name, RowKind.DETAIL, (whole, BLANK))
        columns = (Column("count", swedish("Antal")), Column("share", swedish("Täckning, procent"), emphasis=True))
        title = swedish("Täckning av progressionsmätning, {activity}").format(activity=self.name)
        remark = swedish("Om dem som inte är mätta säger mätningen inget.")
        return Table(
            f"coverage-{self.whose.activity}",
            title,
            PERSONS,
            columns,
            (first, *rows),
            stub=swedish("Antal"),
            remarks=(remark,),
        )

    def path(self, agreed: Sequence[AgreedNumber]) -> Table | None:
        """Return what is agreed for the year, how far a straight path would be, and what is reported; None for none."""
        mine = [one for one in agreed if (one.activity, one.unit) == (self.whose.activity, self.whose.unit)]
        rows = tuple(self._path_row(one) for one in mine)
        if not rows:
            return None
        columns = (
            Column("agreed", swedish("Avtalat för året")),
            Column("path", swedish("Rak väg hit")),
            Column("reported", swedish("Redovisat"), emphasis=True),
            Column("difference", swedish("Skillnad mot rak väg")),
            Column("share", swedish("Av det avtalade, procent")),
        )
        title = swedish("Redovisat mot avtalat, {activity}").format(activity=self.name)
        return Table(f"path-{self.whose.activity}", title, PERSONS, columns, rows, stub=swedish("Talet räknar"))

    def _path_row(self, one: AgreedNumber) -> Row:
        table = _REPORTED[one.counts]
        agreed = Number(one.number, PERSONS, origin_of(one))
        path = straight_path(one, self.counted.period)
        reported = self._cell(table)
        cells: tuple[Cell, ...] = (agreed, path, reported)
        if isinstance(reported, Number):
            parts = (_part(TABLES[table].name, reported), _part(swedish("Rak väg"), path))
            away = reported.exact - path.exact
            rule = swedish("Det redovisade minus den raka vägen.")
            difference: Cell = Number(away, PERSONS, ComputedOrigin(rule, parts, How.DIFFERENCE))
            cells = (*cells, difference, _quotient(TABLES[table].name, reported, one.counts.in_words, agreed))
        else:
            cells = (*cells, reported, reported)
        return Row(one.counts.value, one.counts.in_words.capitalize(), RowKind.DETAIL, cells)

    def figure(self, table: str, gender: Gender | None = None) -> Between:
        """Return how many the unit has told of."""
        return self.counted.of_unit(self.whose, table, (), gender)

    def _cell(self, table: str, gender: Gender | None = None) -> Number | Missing | Hidden:
        figure, told = self.figure(table, gender), TABLES[table]
        origin = CountOrigin(table, told.definition, self.name, self.counted.period)
        if figure.exact is None and figure.most is not None:
            return Hidden(in_words(figure), overlap_told(1, len(self.counted.series[self.whose])), origin)
        if figure.exact is None:
            return Missing(_NOT_TOLD.format(least=swedish_number(figure.least.count)))
        at = [("unit", f"{self.whose.activity}/{self.whose.unit}"), *([("gender", gender.value)] if gender else [])]
        key = CellKey(table, self.counted.period, tuple(sorted(at)))
        return Number(read_inside(key, figure.exact), PERSONS, origin)

    def _share(self, table: str) -> Cell:
        part, whole = self._cell(table), self._cell("participants")
        if isinstance(part, Number) and isinstance(whole, Number):
            return _quotient(TABLES[table].name, part, TABLES["participants"].name, whole)
        return Missing(swedish("Det framgår inte hur många som deltar, eller hur många som är mätta."))


def straight_path(agreed: AgreedNumber, so_far: Period) -> Number:
    """Return where an agreed number would be if it fell evenly on the months of its year."""
    months, of = len([month for month in so_far.months if month in agreed.year]), len(agreed.year.months)
    parts = (Part(agreed.counts.in_words, agreed.number, origin_of(agreed)),)
    return Number(
        Fraction(agreed.number * months, of), PERSONS, ComputedOrigin(_PATH.format(months=months, of=of), parts)
    )


def _part(label: str, number: Number) -> Part:
    return Part(label, number.exact, number.origin)


def _quotient(part_name: str, part: Number, whole_name: str, whole: Number) -> Cell:
    if not whole.exact:
        return Missing(swedish("Det finns ingen att räkna andelen av."))
    rule = swedish("{part} delat med {whole} ({n}).").format(part=part_name, whole=whole_name, n=whole.text)
    parts = (_part(part_name, part), _part(whole_name, whole))
    return Number(Fraction(part.exact) / Fraction(whole.exact), PERCENT, ComputedOrigin(rule, parts, How.QUOTIENT))
