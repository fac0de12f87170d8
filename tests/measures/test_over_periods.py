"""What is read of two periods where one unit has told both and the others one, and of two activities?"""

from dataclasses import replace

from tests.years.counts import asked_of, counted_of, key

from samordna.domain.activities.agreed import AgreedNumber, Counted
from samordna.domain.document import BLANK, Cell, Hidden, Number, Table
from samordna.domain.measures.disclosure import Audience
from samordna.domain.measures.performing import Performing
from samordna.domain.measures.statistics import Known, tables_of
from samordna.domain.measures.view_file import shipped_views
from samordna.domain.participation.combining import Series, counted
from samordna.domain.participation.count_table import Gender
from samordna.domain.participation.counts_report import Cell as Told
from samordna.domain.participation.counts_report import CountsReport, Place, in_order
from samordna.domain.values.counted import RawCount
from samordna.domain.values.period import Period

YEAR, AUTUMN = Period(202401, 202412), Period(202409, 202412)
LERUM = Series("activera", key("ACTivera Lerum"))


def autumn() -> CountsReport:
    """Return what Lerum tells of the autumn: 32 go on and 13 begin, and nobody comes from the school."""
    spring = next(one for one in counted_of("insjoriket").reports if (one.activity, one.unit) == LERUM)
    rows = {"participants": (30, 15, 0), "starts": (9, 4, 0), "ongoing_at_start": (21, 11, 0), "unique": (30, 15, 0)}
    cells = [
        Told(Place(table, (), gender), RawCount(count))
        for table, row in rows.items()
        for gender, count in zip(Gender, row, strict=True)
    ]
    cells += [Told(Place("referrals_by_source", ("school",), gender), RawCount(0)) for gender in Gender]
    return replace(spring, period=AUTUMN, cells=in_order(cells), explanations=())


def tables(view: str, *agreed: AgreedNumber, units: tuple[str, ...] = ()) -> tuple[Table, ...]:
    """Return a view of the whole year to those inside."""
    both = counted((*counted_of("insjoriket").reports, autumn()), YEAR)
    known = Known(both, agreed=agreed, lists=asked_of("insjoriket")[0].lists)
    return tables_of(replace(shipped_views()[view], units=units), known, Audience.INSIDE).tables


def test_who_goes_on_is_there_once_and_it_is_one_unit():
    [beside, _] = tables("participants-2014", units=(LERUM.unit,))
    spring = Performing(LERUM, "ACTivera", counted_of("insjoriket")).figure("participants").exact
    assert spring
    [row, *_] = beside.rows
    assert number(beside.cell(row.id, "participants")) == spring.count + 13
    unique = beside.cell(row.id, "unique")
    assert isinstance(unique, Hidden)
    assert "flera perioder" in unique.reason
    assert "flera enheter" not in unique.reason


def test_a_performer_has_the_same_figures_with_the_same_words():
    both = Performing(LERUM, "ACTivera", counted((*counted_of("insjoriket").reports, autumn()), YEAR))
    inflow = both.inflow()
    assert inflow
    assert isinstance(inflow.cell("participants", "total"), Number)
    unique = inflow.cell("unique", "total")
    assert isinstance(unique, Hidden)
    assert "flera perioder" in unique.reason


def test_nobody_so_far_is_at_least_nobody_and_not_unreported():
    [by_source] = tables("inflow")
    cell = by_source.cell("school", "unknown")
    assert isinstance(cell, Hidden)
    assert cell.sign == "minst 0"


def number(cell: Cell) -> int:
    assert isinstance(cell, Number)
    return int(cell.exact)


def test_what_is_agreed_of_two_activities_is_added_up():
    agreed = [
        AgreedNumber(activity, "", YEAR, Counted.PARTICIPANTS, count, "Plan", None)
        for activity, count in (("activera", 300), ("steget", 66))
    ]
    beside = tables("participants-2014", *agreed)[0]
    assert number(beside.cell("total", "budgeted_participants")) == 366


def test_a_column_that_nothing_is_agreed_for_says_so():
    [beside, _] = tables("participants")
    assert all(row.cells[0] is BLANK for row in beside.rows)
    assert "Avtalat för året: inget sådant antal är avtalat för perioden." in beside.remarks
