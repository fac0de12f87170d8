"""How does the association change its own layout by choosing?

Every change is one more revision with the whole text after it; the trail says what went from where to where. An
edit says which revision it was made from: what somebody else has changed meanwhile stops it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from samordna.access.actor import Actor
from samordna.access.deeds import Deed
from samordna.domain.ledger.books import Account
from samordna.domain.statements import editing
from samordna.domain.statements.layout import Layout, Line, StatementLayout
from samordna.domain.statements.layout_text import layout_text
from samordna.domain.statements.problems import NO_SUCH_ACCOUNT
from samordna.domain.statements.standing import standing
from samordna.domain.values.identity_number import carries_identity_number, mask
from samordna.domain.values.language import swedish
from samordna.domain.values.problem import Refused
from samordna.office.actions.doing import doing
from samordna.office.actions.layout_revising import PLACE, LayoutReceipt, held_as_seen, new_revision, write
from samordna.office.actions.problems import IDENTITY_NUMBER_TYPED
from samordna.office.questions.ledgers import account_in_use
from samordna.office.store.writing import alone

_UNASSIGNED: Final = swedish("Ej fördelat")


@dataclass(frozen=True, slots=True)
class _Told:
    """What a change is called: what changes, and what it was and becomes; nothing was there before when it is new."""

    what: str
    old: str
    new: str

    @property
    def sentence(self) -> str:
        if not self.old:
            return f"{self.what}: {self.new}"
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
        what = swedish("Ny rad i {statement}").format(statement=layout.statement(statement).title)
        return changed, _Told(what, "", label.strip())

    return _change(year, edit, by=by, seen=seen)


def _change(year: int, edit: Callable[[Layout], tuple[Layout, _Told]], *, by: Actor, seen: int | None) -> LayoutReceipt:
    """Do an edit to the layout that holds for a year, as one more revision of its version."""
    subject = swedish("uppställningen för {year}").format(year=year)
    with doing(Deed.CHANGE_LAYOUT, by=by, subject=subject), alone():
        held = held_as_seen(year, seen)
        changed, told = edit(held.layout)
        name, from_year = held.layout.name, held.layout.from_year
        if changed == held.layout:
            return LayoutReceipt(held.seen, from_year, mask(told.sentence), changed=False)
        revision = new_revision(from_year, layout_text(changed), mask(told.sentence))
        old, new = {"line": mask(told.old)} if told.old else None, {"line": mask(told.new)}
        return write(name, revision, Deed.CHANGE_LAYOUT, by=by, old=old, new=new)


def _account(number: str) -> Account:
    """Return an account of the current imports; what is in none of them cannot be moved."""
    found = account_in_use(number)
    if found is None:
        raise Refused([NO_SUCH_ACCOUNT.at(PLACE, account=mask(number))])
    return found


def _named(account: Account) -> str:
    return swedish("Konto {number} {name}").format(number=account.number, name=account.name)


def _stands_on(statement: StatementLayout, account: str) -> str:
    """Return what the lines are called that an account stands on; *Ej fördelat* when there are none."""
    places = standing(statement, account)
    return ", ".join(place.label if isinstance(place, Line) else statement.title for place in places) or _UNASSIGNED


def _must_name_nobody(label: str) -> None:
    if carries_identity_number(label):
        raise Refused([IDENTITY_NUMBER_TYPED.at(PLACE)])
