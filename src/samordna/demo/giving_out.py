"""What of its counts has a demo association kept as a view, keyed, and given to its owners and to anybody?"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from samordna.demo.people import as_one
from samordna.domain.measures.disclosure import Audience
from samordna.domain.measures.keying.sheet import KeyingPlace
from samordna.domain.measures.owners import OWNERS_VIEW
from samordna.domain.measures.view import ACTIVITY, UNIT, View, ViewKind
from samordna.domain.measures.view_file import shipped_views
from samordna.domain.statements.span import Asked
from samordna.domain.values.language import swedish
from samordna.domain.values.period import Period
from samordna.office import actions

_PERIOD: Final = Period(202401, 202408)
_YEAR: Final = Period(202401, 202412)
_INFLOW: Final = ("referrals", "starts", "exits")
_IN_SHORT: Final = View("", swedish("Året i korthet, efter kön"), ViewKind.SUMMARY, (*_INFLOW, "participants"))
_TO_OWNERS: Final = swedish("Underlag till ägarsamrådet")
_TO_ANYBODY: Final = swedish("Förbundets webbplats")


@dataclass(frozen=True, slots=True)
class _Given:
    """The views that are kept, what is keyed (activity and group), and the views that anybody reads."""

    kept: tuple[View, ...]
    keyed: tuple[tuple[str, str], ...]
    public: tuple[str, ...]


_GIVEN: Final[Mapping[str, _Given]] = {
    "sjuharad": _Given(
        (View("", swedish("Inflöde insats för insats"), ViewKind.SIDE_BY_SIDE, _INFLOW, (ACTIVITY,)), _IN_SHORT),
        (("", "whole"), ("aktiv-kraft", "money"), ("aktiv-kraft", "referrals")),
        ("participants",),
    ),
    "insjoriket": _Given(
        (View("", swedish("Inflöde enhet för enhet"), ViewKind.SIDE_BY_SIDE, _INFLOW, (UNIT,)), _IN_SHORT),
        (("", "whole"), ("activera", "money"), ("activera", "referrals")),
        ("inflow",),
    ),
}


def give_out(association: str) -> None:
    """Make the interim report, give out the views of its months, and note what is keyed: the last that is done.

    The report comes first, as it does in an association: what is given out after it agrees with what stands there.
    """
    given = _GIVEN[association]
    director, economist = as_one(actions.Role.DIRECTOR), as_one(actions.Role.ECONOMIST)
    actions.make_report("interim", Asked.of(_PERIOD), by=director)
    for key in given.public:
        actions.publish_statistics(shipped_views()[key], _PERIOD, Audience.PUBLIC, _TO_ANYBODY, by=director)
    actions.publish_statistics(OWNERS_VIEW, _PERIOD, Audience.OWNERS, _TO_OWNERS, by=director)
    for view in given.kept:
        actions.save_view(view, view.name, by=director)
    for activity, group in given.keyed:
        actions.note_keyed(KeyingPlace(_YEAR, activity, group), by=economist)
