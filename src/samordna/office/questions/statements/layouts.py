"""Which layout holds for a year, which versions of it are there, and how did it become what it is?

Versions come with the program, and an association makes its own. Of those that have begun, the latest holds; of
two that begin in the same year, the association's own.
"""

from dataclasses import dataclass
from functools import lru_cache

from samordna.domain.statements.layout import Layout
from samordna.domain.statements.layout_file import read_layout
from samordna.domain.statements.layout_text import layout_text
from samordna.domain.statements.shipped import shipped_layout, shipped_years
from samordna.domain.values.language import swedish
from samordna.domain.values.problem import Refused
from samordna.office.questions.identity import association
from samordna.office.questions.problems import UNKNOWN_REVISION
from samordna.office.store.layout_rows import Revision, history_of, holding_revision, latest_number, own_years, revision


@dataclass(frozen=True, slots=True)
class HeldLayout:
    """The layout that holds for a year: ``revision`` is the association's own, 0 when it is the program's.

    ``seen`` is the number of the version's latest change, also of one that was taken back: what is handed in with
    a change, so that nobody changes what somebody else has changed meanwhile.
    """

    layout: Layout
    revision: int
    seen: int


@dataclass(frozen=True, slots=True)
class LayoutVersion:
    """A version of the association's layout: from which year, until which if a later takes over, and whose it is."""

    from_year: int
    to_year: int | None
    own: bool


def layout_for(year: int, *, revision: int | None = None) -> Layout:
    """Return the layout that holds for a fiscal year (the year it ends in), or that of a revision.

    ``revision`` 0 is the program's own, whatever the association has made of it. Raises ``Refused`` when no
    version holds so early, and when there is no such revision.
    """
    return held_layout(year, revision=revision).layout


def held_layout(year: int, *, revision: int | None = None) -> HeldLayout:
    """Return the layout that holds for a year, with what is known of it; as ``layout_for``."""
    name = association().layout
    if revision:
        return _held(name, _known(revision))
    own = None if revision == 0 else holding_revision(name, year)
    try:
        shipped = shipped_layout(name, year)
    except Refused:
        if own is None:
            raise
        return _held(name, own)
    if own is None or own.from_year < shipped.from_year:
        return HeldLayout(shipped, 0, latest_number(name, shipped.from_year))
    return _held(name, own)


def layout_versions() -> tuple[LayoutVersion, ...]:
    """Return the versions of the association's layout, the earliest first."""
    name = association().layout
    own = own_years(name)
    years = sorted({*shipped_years(name), *own})
    ends = [*(year - 1 for year in years[1:]), None]
    return tuple(LayoutVersion(year, end, year in own) for year, end in zip(years, ends, strict=True))


def layout_history(from_year: int | None = None) -> tuple[Revision, ...]:
    """Return every change of the association's layout, or of the version from a year, latest first."""
    return history_of(association().layout, from_year)


def layout_file(year: int) -> tuple[str, str]:
    """Return the name and the text of the file that describes the layout for a year."""
    held = held_layout(year)
    return f"{held.layout.name}-{held.layout.from_year}.toml", layout_text(held.layout)


def _held(name: str, own: Revision) -> HeldLayout:
    return HeldLayout(_read(own.text), own.number, latest_number(name, own.from_year))


def _known(number: int) -> Revision:
    found = revision(number)
    if found is None or not found.text:
        raise Refused([UNKNOWN_REVISION.at(swedish("uppställningen"), number=number)])
    return found


@lru_cache(maxsize=64)
def _read(text: str) -> Layout:
    """Return the layout of a text: reading one takes longer than laying out what it says."""
    return read_layout(text, swedish("förbundets uppställning"))
