"""What is known of the demo's counts, as statistics are made from it, without a database."""

from functools import cache

from tests.years.counts import asked_of, counted_of, municipalities_of, stated_of

from samordna.domain.document import Cell, Hidden, Number
from samordna.domain.measures.disclosure import Audience
from samordna.domain.measures.statistics import Known, StatisticsTables, tables_of
from samordna.domain.measures.tables.reader import Names
from samordna.domain.measures.view_file import shipped_views
from samordna.domain.participation.code_lists import CodeLists


@cache
def known_of(association: str) -> Known:
    asked = asked_of(association)
    own = dict.fromkeys(one for each in asked for one in each.lists.own if one.codes)
    names = Names(
        {one.activity.key: one.activity.name for one in asked}, {one.unit.key: one.unit.name for one in asked}
    )
    stated = stated_of(association) if association == "insjoriket" else ()
    return Known(counted_of(association), (), names, CodeLists((*own, municipalities_of(association))), stated)


@cache
def shown(association: str, view: str, audience: Audience = Audience.INSIDE) -> StatisticsTables:
    return tables_of(shipped_views()[view], known_of(association), audience)


def told(cell: Cell) -> int | str | None:
    """Return what is read in a cell: the shown figure, or the sign."""
    if isinstance(cell, Number):
        return cell.shown
    return cell.sign if isinstance(cell, Hidden) else None
