"""How does the association change its own layout by choosing?

Every change is one more revision with the whole text after it; the trail says what went from where to where. An
edit says which revision it was made from: what somebody else has changed meanwhile stops it.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

from samordna.access.actor import Actor
from samordna.access.deeds import Deed
from samordna.domain.ledger.books import Account
from samordna.domain.statements import arranging, editing, removing
from samordna.domain.statements.arranging import Step
from samordna.domain.statements.layout import Layout, Line, StatementLayout, lines_of
from samordna.domain.statements.layout_text import layout_text
from samordna.domain.statements.problems import NO_SUCH_ACCOUNT
from samordna.domain.statements.standing import standing
from samordna.domain.values.language import swedish
from samordna.domain.values.problem import Refused
from samordna.domain.values.typed_number import carries_typed_number, mask_typed
from samordna.office.actions.doing import doing
from samordna.office.actions.problems import IDENTITY_NUMBER_TYPED
from samordna.office.actions.statements.layout_revising import PLACE, LayoutReceipt, held_as_seen, new_revision, write
from samordna.office.questions.books.ledgers import account_in_use
from samordna.office.questions.statements.line_needs import line_needs
from samordna.office.store.writing import alone

_UNASSIGNED: Final = swedish("Ej fördelat")
_PLACES: Final = (swedish("platsen före {line}"), swedish("platsen efter {line}"))


@dataclass(frozen=True, slots=True)
class _Told:
    """What a change is called: what changes, and what it was and becomes.

    Nothing was there before when it is new, and nothing is there after when it is gone. ``told`` says it better.
    ``line`` is the line that is new.
    """

    what: str
    old: str
    new: str
    told: str = ""
    line: str = ""

    @property
    def sentence(self) -> str:
        if self.told:
            return self.told
        if not self.old or not self.new:
            return f"{self.what}: {self.old or self.new}"
        return swedish("{what}: från {old} till {new}").format(what=self.what, old=self.old, new=self.new)


def assign_account(  # noqa: PLR0913 - what a choice consists of
    year: int, *, statement: str, account: str, line: str, by: Actor, seen: int | None = None
) -> LayoutReceipt:
    """Put an account on a line of a statement, in the layout that holds for a year; its notes follow.

    ``seen`` is the number of the version's latest revision when the choice was made. Raises ``Refused`` when
    somebody has changed it since, when there is no such account, statement or line, and when the line takes none.
    """

    def edit(layout: Layout) -> tuple[Layout, _Told]:
        moved = _account(account)
        changed = editing.assign(layout, statement, moved, line)
        stood, to = layout.statement(statement), editing.label_of(changed.statement(statement), line) or line
        return changed, _Told(_named(moved), _stands_on(stood, account), to)

    return _change(year, edit, by=by, seen=seen)


def unassign_account(year: int, *, statement: str, account: str, by: Actor, seen: int | None = None) -> LayoutReceipt:
    """Take an account from every line of a statement: it stands as *Ej fördelat*. As ``assign_account``."""

    def edit(layout: Layout) -> tuple[Layout, _Told]:
        moved = _account(account)
        changed = editing.unassign(layout, statement, moved)
        return changed, _Told(_named(moved), _stands_on(layout.statement(statement), account), _UNASSIGNED)

    return _change(year, edit, by=by, seen=seen)


def rename_line(  # noqa: PLR0913 - what a choice consists of
    year: int, *, statement: str, line: str, label: str, by: Actor, seen: int | None = None
) -> LayoutReceipt:
    """Give a line, or a heading, another name; its id stays, and with it what was entered on it."""

    def edit(layout: Layout) -> tuple[Layout, _Told]:
        _must_name_nobody(label)
        changed = editing.rename_line(layout, statement, line, label)
        before, after = (editing.label_of(form.statement(statement), line) or "" for form in (layout, changed))
        what = swedish("Rad i {statement}").format(statement=layout.statement(statement).title)
        return changed, _Told(what, before, after)

    return _change(year, edit, by=by, seen=seen)


def add_line(  # noqa: PLR0913 - what a choice consists of
    year: int, *, statement: str, after: str, label: str, by: Actor, seen: int | None = None
) -> LayoutReceipt:
    """Add a line, without accounts yet, after another line of a statement."""

    def edit(layout: Layout) -> tuple[Layout, _Told]:
        _must_name_nobody(label)
        changed = editing.add_line(layout, statement, after, label)
        stood = layout.statement(statement)
        what = swedish("Ny rad i {statement}").format(statement=stood.title)
        there = {line.id for line in lines_of(stood.lines)}
        new = next(line.id for line in lines_of(changed.statement(statement).lines) if line.id not in there)
        return changed, _Told(what, "", label.strip(), line=new)

    return _change(year, edit, by=by, seen=seen)


def remove_line(year: int, *, statement: str, line: str, by: Actor, seen: int | None = None) -> LayoutReceipt:
    """Remove a line that no account is on. Raises ``Refused`` when something needs it: an account, a note, a report."""

    def edit(layout: Layout) -> tuple[Layout, _Told]:
        changed = removing.remove_line(layout, statement, line, line_needs(layout))
        stood = layout.statement(statement)
        what = swedish("Rad borttagen ur {statement}").format(statement=stood.title)
        return changed, _Told(what, editing.label_of(stood, line) or line, "")

    return _change(year, edit, by=by, seen=seen)


def move_line(  # noqa: PLR0913 - what a choice consists of
    year: int, *, statement: str, line: str, step: Step, by: Actor, seen: int | None = None
) -> LayoutReceipt:
    """Move a line, or a heading and what is under it, one step inside its group, never past a sum of it."""

    def edit(layout: Layout) -> tuple[Layout, _Told]:
        changed = arranging.move_line(layout, statement, line, step)
        stood = layout.statement(statement)
        told = swedish("{line} i {statement}: flyttad till {place}")
        places = [where.format(line=arranging.neighbour(stood, line, step)) for where in _PLACES]
        before, after = reversed(places) if step is Step.UP else places
        label = editing.label_of(stood, line) or line
        sentence = told.format(line=label, statement=stood.title, place=after)
        return changed, _Told(label, before, after, sentence)

    return _change(year, edit, by=by, seen=seen)


def _change(year: int, edit: Callable[[Layout], tuple[Layout, _Told]], *, by: Actor, seen: int | None) -> LayoutReceipt:
    """Do an edit to the layout that holds for a year, as one more revision of its version."""
    subject = swedish("uppställningen för {year}").format(year=year)
    with doing(Deed.CHANGE_LAYOUT, by=by, subject=subject), alone():
        held = held_as_seen(year, seen)
        changed, told = edit(held.layout)
        name, from_year = held.layout.name, held.layout.from_year
        if changed == held.layout:
            return LayoutReceipt(held.seen, from_year, mask_typed(told.sentence), changed=False)
        revision = new_revision(from_year, layout_text(changed), mask_typed(told.sentence))
        old, new = ({"line": mask_typed(line)} if line else None for line in (told.old, told.new))
        return replace(write(name, revision, Deed.CHANGE_LAYOUT, by=by, old=old, new=new), line=told.line)


def _account(number: str) -> Account:
    """Return an account of the current imports; what is in none of them cannot be moved."""
    found = account_in_use(number)
    if found is None:
        raise Refused([NO_SUCH_ACCOUNT.at(PLACE, account=mask_typed(number))])
    return found


def _named(account: Account) -> str:
    return swedish("Konto {number} {name}").format(number=account.number, name=account.name)


def _stands_on(statement: StatementLayout, account: str) -> str:
    """Return what the lines are called that an account stands on; *Ej fördelat* when there are none."""
    places = standing(statement, account)
    return ", ".join(place.label if isinstance(place, Line) else statement.title for place in places) or _UNASSIGNED


def _must_name_nobody(label: str) -> None:
    if carries_typed_number(label):
        raise Refused([IDENTITY_NUMBER_TYPED.at(PLACE)])
