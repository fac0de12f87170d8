"""How does a change of the association's layout become one more revision, and what stops it?"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from django.utils import timezone

from samordna.access.actor import Actor
from samordna.access.deeds import Deed
from samordna.access.trail import record
from samordna.domain.values.language import swedish
from samordna.domain.values.period import swedish_date
from samordna.domain.values.problem import Refused
from samordna.office.actions.statements.layout_problems import CHANGED_MEANWHILE
from samordna.office.questions.statements.layouts import HeldLayout, held_layout
from samordna.office.store.layout_rows import Revision, history_of, latest_number, write_revision

PLACE: Final = swedish("uppställningen")


@dataclass(frozen=True, slots=True)
class LayoutReceipt:
    """What came of changing a layout: the version's latest revision, and what it says was done.

    ``changed`` is False when the layout was like that already, and nothing was written. ``line`` is the line that is
    new, when one is.
    """

    number: int
    from_year: int
    change: str
    changed: bool = True
    line: str = ""


def held_as_seen(year: int, seen: int | None) -> HeldLayout:
    """Return the layout that holds for a year; refuse when its version has been changed since ``seen``."""
    held = held_layout(year)
    must_be_seen(held.layout.name, held.layout.from_year, seen)
    return held


def must_be_seen(name: str, from_year: int, seen: int | None) -> None:
    """Refuse an edit that was made from what no longer holds, and say who changed what. None asks nothing."""
    if seen is not None and seen != latest_number(name, from_year):
        raise Refused([CHANGED_MEANWHILE.at(PLACE, latest=_told(history_of(name, from_year)))])


def _told(history: tuple[Revision, ...]) -> str:
    if not history:
        return swedish("den är åter programmets egen")
    at = timezone.localtime(history[0].at)
    return swedish("{by} {when}, {change}").format(
        by=history[0].by, when=f"{swedish_date(at.date())} {at:%H.%M}", change=history[0].change
    )


def write(  # noqa: PLR0913 - what a revision and its trail are made of
    name: str,
    revision: Revision,
    deed: Deed,
    *,
    by: Actor,
    old: Mapping[str, object] | None = None,
    new: Mapping[str, object] | None = None,
) -> LayoutReceipt:
    """Add the revision and its trail, in the open transaction. ``old`` and ``new`` are what the change was."""
    written = write_revision(name, revision, by=by)
    values = {"revision": written.number, "change": written.change, **(new or {})}
    record(deed, by=by, subject=subject_of(name, written.from_year), old=old, **values)
    return LayoutReceipt(written.number, written.from_year, written.change)


def new_revision(from_year: int, text: str, change: str, *, undoes: int | None = None) -> Revision:
    """Return a revision that is not written yet, made now."""
    return Revision(0, from_year, text, change, undoes, timezone.now(), "")


def subject_of(name: str, from_year: int) -> str:
    """Return what the trail calls a version of a layout."""
    return swedish("uppställning {name} från {year}").format(name=name, year=from_year)
