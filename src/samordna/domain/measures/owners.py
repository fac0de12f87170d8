"""What does an owner see of the counts: what came from it, and what its own units do?

Everything that all owners read is one publication, so that no two of their pages together tell more than each does.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from samordna.domain.activities.money import RowMoney, Told, together
from samordna.domain.association.members import Member, Party
from samordna.domain.document import BLANK, Cell, Column, Number, Row, RowKind, Table
from samordna.domain.measures.disclosure import Publication
from samordna.domain.measures.spots import Ground, Spot, Whose
from samordna.domain.measures.view import RowGroup, View, ViewKind
from samordna.domain.participation.combining import Series
from samordna.domain.values.counted import Published
from samordna.domain.values.language import swedish
from samordna.domain.values.spelling import folded
from samordna.domain.values.unit import THOUSANDS

OWNERS_VIEW: Final = View(
    "owners",
    swedish("Till ägarna"),
    ViewKind.BY_GENDER,
    ("referrals", "starts", "participants", "exits"),
    by=("unit", "source"),
    groups=(
        RowGroup(Party.INSURANCE.value, swedish("Försäkringskassan"), ("insurance_agency",)),
        RowGroup(Party.EMPLOYMENT.value, swedish("Arbetsförmedlingen"), ("employment_service",)),
        RowGroup(Party.REGION.value, swedish("Regionen"), ("psychiatry", "health_centre", "region_other")),
        RowGroup(Party.MUNICIPAL.value, swedish("Kommunen"), ("social_services", "school", "municipality_other")),
    ),
    only_groups=True,
    description=swedish(
        "Remisser från varje part, och vad enheterna har gjort: allt som ägarnas sidor visar tillsammans."
    ),
)
"""What owners read, all of them together. Who applies by themselves is nobody's referral, and is not among them."""

_TOTAL: Final = "total"
_BY_REFERRER: Final = swedish("Remisser från {who}")
_OWN: Final = swedish("{what}, de egna enheterna")
_ALL: Final = swedish("Hela förbundet")


def is_of(member: Member, *told: str) -> bool:
    """Tell whether a unit's member or municipality, as somebody wrote it, is a member: by code or by name."""
    return bool({folded(one.strip()) for one in told if one.strip()} & {folded(member.code), folded(member.name)})


def referred_table(tables: Sequence[Table], member: Member, own: Iterable[Series] = ()) -> Table | None:
    """Return the referrals from a member's side: of each unit, and of all; None where they are not in the tables.

    Members of one side are not told apart where they refer; a municipality is shown its ``own`` units and the whole.
    """
    table = _of(tables, "referrals")
    only = {f"{one.activity}/{one.unit}" for one in own} if member.party is Party.MUNICIPAL else None
    rows = tuple(_referred(table, member.party.value, only)) if table else ()
    if table is None or not rows:
        return None
    who = next(one.name for one in OWNERS_VIEW.groups if one.key == member.party.value)
    return replace(table, id="from-owner", title=_BY_REFERRER.format(who=who), rows=rows, stub=swedish("Enhet"))


def _referred(table: Table, party: str, only: Collection[str] | None) -> Iterator[Row]:
    names = {row.id: row.label for row in table.rows}
    for row in table.rows:
        whose, _, group = row.id.rpartition("/")
        last = whose == _TOTAL
        if group == party and whose in names and (only is None or last or whose in only):
            yield replace(
                row, label=_ALL if last else names[whose], kind=RowKind.RESULT if last else RowKind.DETAIL, level=0
            )


def own_tables(tables: Sequence[Table], units: Iterable[Series]) -> tuple[Table, ...]:
    """Return what some units have done, a table for each measure, with the whole association below."""
    ids = {f"{one.activity}/{one.unit}" for one in units}
    found = []
    for table in tables:
        rows = [replace(row, kind=RowKind.DETAIL, level=0) for row in table.rows if row.id in ids]
        whole = (replace(row, label=_ALL, kind=RowKind.RESULT) for row in table.rows if row.id == _TOTAL)
        if rows:
            title = _OWN.format(what=table.title)
            found.append(replace(table, id=f"{table.id}-own", title=title, rows=(*rows, *whole), stub=swedish("Enhet")))
    return tuple(found)


def signs_of_units(
    ground: Ground, publication: Publication, measure: str, units: Iterable[Series]
) -> Mapping[Series, Published]:
    """Return what may be read of how many each unit has, all genders together; a unit that has not told is not here."""
    keys = {
        one: ground.key(Spot(measure, (), None, Whose(*one))) for one in units if ground.series(measure, Whose(*one))
    }
    return {one: publication.cells[key] for one, key in keys.items() if key in publication.cells}


def _of(tables: Sequence[Table], measure: str) -> Table | None:
    return next((one for one in tables if one.id == f"{OWNERS_VIEW.key}-{measure}"), None)


def costs_table(lines: Iterable[tuple[str, str, tuple[str, ...]]], money: Mapping[str, RowMoney]) -> Table:
    """Return what activities and units cost in a year, by id, name and the rows of cost centres that carry it."""
    rows = tuple(
        Row(key, name, RowKind.DETAIL, tuple(_cost(rows, money, what) for what in Told)) for key, name, rows in lines
    )
    columns = tuple(Column(what.value, what.in_words, emphasis=what is Told.BUDGET) for what in Told)
    return Table("costs", swedish("Vad insatserna kostar"), THOUSANDS, columns, rows, stub=swedish("Insats och enhet"))


def _cost(rows: tuple[str, ...], money: Mapping[str, RowMoney], what: Told) -> Cell:
    part = together(dict.fromkeys(rows), money, what)
    return BLANK if part is None else Number(part.exact, THOUSANDS, part.origin)
