"""How is a change of the layout taken back, a version begun for later years, and a whole layout handed in?"""

from dataclasses import dataclass, replace
from typing import Final

from samordna.access.actor import Actor
from samordna.access.deeds import Deed
from samordna.domain.statements.layout import Group, Layout, Node
from samordna.domain.statements.layout_file import read_layout
from samordna.domain.statements.layout_text import layout_text
from samordna.domain.statements.outline import editable
from samordna.domain.values.identity_number import carries_identity_number
from samordna.domain.values.language import swedish
from samordna.domain.values.problem import Problem, Refused
from samordna.office.actions.doing import doing
from samordna.office.actions.problems import IDENTITY_NUMBER_TYPED
from samordna.office.actions.statements import layout_problems as problems
from samordna.office.actions.statements.layout_revising import (
    PLACE,
    LayoutReceipt,
    held_as_seen,
    must_be_seen,
    new_revision,
    subject_of,
    write,
)
from samordna.office.questions.identity import association
from samordna.office.questions.statements.layouts import held_layout, layout_versions
from samordna.office.store.layout_rows import Revision, history_of, revision
from samordna.office.store.writing import alone


@dataclass(frozen=True, slots=True)
class LayoutLimits:
    """How large a layout's text may be."""

    bytes: int


LAYOUT_LIMITS: Final = LayoutLimits(200_000)
"""Ten times what those of the program have."""

_LONGEST_LINE: Final = 2_000
_MOST_TABLES: Final = 1_000
_DEEPEST: Final = 10
"""What is larger than this is no layout: it would take long to read, or could not be shown."""

_YEARS: Final = range(1900, 2200)
_FILE: Final = swedish("filen")


def undo_layout(year: int, *, by: Actor, seen: int | None = None) -> LayoutReceipt:
    """Take back the latest change, not taken back before, of the version that holds for a year.

    Nothing is lost: one more revision says so. Before the first change is the program's own layout, or the version
    that held before this one was begun. Raises ``Refused`` when there is nothing to take back.
    """
    subject = swedish("uppställningen för {year}").format(year=year)
    with doing(Deed.UNDO_LAYOUT, by=by, subject=subject), alone():
        held = held_as_seen(year, seen)
        name, from_year = held.layout.name, held.layout.from_year
        done = _done(history_of(name, from_year)) if held.revision else ()
        if not done:
            raise Refused([problems.NOTHING_TO_UNDO.at(PLACE)])
        before = revision(done[1].number) if len(done) > 1 else None
        change = swedish("Ångrat: {change}").format(change=done[0].change)
        undoing = new_revision(from_year, before.text if before else "", change, undoes=done[0].number)
        return write(name, undoing, Deed.UNDO_LAYOUT, by=by)


def _done(history: tuple[Revision, ...]) -> tuple[Revision, ...]:
    """Return the changes that hold, latest first: neither taken back nor the taking back of another."""
    return tuple(revision for revision in history if revision.undoes is None and not revision.taken_back)


def start_layout_version(from_year: int, *, by: Actor) -> LayoutReceipt:
    """Begin a version that holds from a fiscal year on, like the one that held: older years keep theirs.

    Raises ``Refused`` when one begins that year already, or when none holds so early.
    """
    name = association().layout
    with doing(Deed.CHANGE_LAYOUT, by=by, subject=subject_of(name, from_year)), alone():
        _must_be_a_year(from_year)
        before = held_layout(from_year).layout
        if any(version.from_year == from_year for version in layout_versions()):
            raise Refused([problems.VERSION_EXISTS.at(PLACE, year=from_year)])
        told = swedish("Ny version från {year}, lik den från {before}")
        change = told.format(year=from_year, before=before.from_year)
        copy = layout_text(replace(before, from_year=from_year))
        return write(name, new_revision(from_year, copy, change), Deed.CHANGE_LAYOUT, by=by)


def take_layout_text(
    text: str | bytes, *, by: Actor, seen: int | None = None, seen_from: int | None = None
) -> LayoutReceipt:
    """Take a whole layout, handed in as a file: it holds from the year it says on.

    ``seen`` is the number of the latest revision that somebody saw of the version from ``seen_from``; of the version
    that the file is of when that is not said. Raises ``Refused`` with everything that is wrong with the file, when
    somebody else has changed that version since, and when it is another association's layout.
    """
    name = association().layout
    with doing(Deed.CHANGE_LAYOUT, by=by, subject=swedish("uppställning {name}, fil").format(name=name)):
        layout = _checked(_decoded(text), name)
        with alone():
            if seen_from in {None, layout.from_year}:
                must_be_seen(name, layout.from_year, seen)
            change = swedish("Hela uppställningen inlämnad som fil")
            written = layout_text(layout)
            held = held_layout(layout.from_year) if _begins(layout.from_year) else None
            if held and held.layout == layout:
                return LayoutReceipt(held.seen, layout.from_year, change, changed=False)
            return write(name, new_revision(layout.from_year, written, change), Deed.CHANGE_LAYOUT, by=by)


def _begins(year: int) -> bool:
    """Tell whether a version begins that year."""
    return any(version.from_year == year for version in layout_versions())


def _decoded(text: str | bytes) -> str:
    if len(text) > LAYOUT_LIMITS.bytes:
        raise Refused([_too_much()])
    try:
        decoded = text if isinstance(text, str) else text.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Refused([problems.NOT_TEXT.at(_FILE)]) from error
    if decoded.count("{") > _MOST_TABLES or any(len(line) > _LONGEST_LINE for line in decoded.splitlines()):
        raise Refused([_too_much()])
    return decoded


def _checked(text: str, name: str) -> Layout:
    """Return the layout of a text that is this association's; raises ``Refused`` for any other."""
    if carries_identity_number(text):
        raise Refused([IDENTITY_NUMBER_TYPED.at(_FILE)])
    layout = read_layout(text, _FILE)
    if layout.name != name:
        raise Refused([problems.OTHER_LAYOUT.at(_FILE, theirs=layout.name, ours=name)])
    if not editable(layout):
        raise Refused([problems.NO_LINES.at(_FILE)])
    if any(_depth(statement.lines) > _DEEPEST for statement in layout.statements):
        raise Refused([_too_much()])
    _must_be_a_year(layout.from_year)
    return layout


def _depth(nodes: tuple[Node, ...]) -> int:
    return max((1 + _depth(node.lines) for node in nodes if isinstance(node, Group)), default=0)


def _too_much() -> Problem:
    limits = {"signs": LAYOUT_LIMITS.bytes, "line": _LONGEST_LINE, "tables": _MOST_TABLES, "levels": _DEEPEST}
    return problems.TOO_MUCH.at(_FILE, **limits)


def _must_be_a_year(year: int) -> None:
    if year not in _YEARS:
        raise Refused([problems.NO_SUCH_YEAR.at(PLACE, year=year)])
