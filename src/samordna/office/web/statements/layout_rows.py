"""How do the lines of a statement, and the accounts on them, stand as rows that can be changed?"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final, TypeAlias

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from samordna.domain.statements.outline import AccountEntry, Entry, GroupEntry, LineEntry, Outline
from samordna.domain.values.language import swedish
from samordna.domain.values.problem import Problem
from samordna.office.actions import Step
from samordna.office.questions import LayoutShown
from samordna.office.web.statements.layout_place import Place, account_row, line_row

TO_LINE: Final = "rad:"
"""What stands before the id of a line that somebody chose."""

NO_LINE: Final = "ej"
"""What is sent when somebody chose *Ej fördelat*."""


@dataclass(frozen=True, slots=True)
class AccountRow:
    """An account: ``open`` shows the choice of line at once, ``chosen`` is what was chosen and could not be done."""

    id: str
    number: str
    name: str
    amount: str
    options: SafeString
    open: bool = False
    moved: bool = False


@dataclass(frozen=True, slots=True)
class Change:
    """What somebody can do to a line or a heading, besides giving it another name.

    ``up`` and ``down`` are the steps it can take, ``stops`` what keeps it from being removed. ``open`` shows it all at
    once, ``focus`` is the step that was just taken: the next is a press away.
    """

    up: bool
    down: bool
    stops: tuple[Problem, ...]
    open: bool = False
    focus: str = ""


@dataclass(frozen=True, slots=True)
class LineRow:
    """A line with the accounts that are shown; ``left_out`` are those on it without an amount."""

    id: str
    line: str
    label: str
    code: str
    is_what: str
    takes: bool
    accounts: tuple[AccountRow, ...]
    left_out: int
    change: Change | None


@dataclass(frozen=True, slots=True)
class GroupRow:
    """A heading, and the rows under it."""

    id: str
    line: str
    heading: str
    rows: tuple["TreeRow", ...]
    change: Change | None


TreeRow: TypeAlias = LineRow | GroupRow


@dataclass
class Rows:
    """Makes the rows of what is shown of a layout: those of accounts that are sought, or hold something."""

    shown: LayoutShown
    place: Place
    chosen: str = ""
    """What was chosen for the account that the place means, when it could not be done."""
    may_change: bool = False
    _usual: SafeString = field(init=False)
    _taken: set[str] = field(init=False, default_factory=set)

    def __post_init__(self) -> None:
        self._usual = self._options("")

    @property
    def outline(self) -> Outline:
        """The statement that the rows are of."""
        return self.shown.outline

    def unassigned(self) -> tuple[AccountRow, ...]:
        """Return the rows of the accounts that no line answers for; each is asked about at once."""
        return tuple(self._account(entry, is_open=True) for entry in self.outline.unassigned)

    def tree(self) -> tuple[TreeRow, ...]:
        """Return the rows of the statement. When an account is sought, those of lines that hold one."""
        return tuple(self._rows(self.outline.entries))

    def _rows(self, entries: Iterable[Entry]) -> Iterator[TreeRow]:
        for entry in entries:
            if isinstance(entry, GroupEntry):
                below = tuple(self._rows(entry.entries))
                if below or not self.place.sought:
                    yield GroupRow(line_row(entry.id), entry.id, entry.heading, below, self._change(entry.id))
                continue
            row = self._line(entry)
            if row.accounts or not self.place.sought:
                yield row

    def _line(self, entry: LineEntry) -> LineRow:
        shown = [account for account in entry.accounts if self._is_shown(account)]
        return LineRow(
            id=line_row(entry.id),
            line=entry.id,
            label=entry.label,
            code=entry.code,
            is_what=entry.is_what,
            takes=entry.takes,
            accounts=tuple(self._account(account) for account in shown),
            left_out=len(entry.accounts) - len(shown),
            change=self._change(entry.id),
        )

    def _change(self, line: str) -> Change | None:
        """Return what can be done to a line; None for who may do nothing, and for what has no name."""
        if not line or not self.may_change:
            return None
        steps, is_meant = self.shown.steps(line), line == self.place.line
        up, down = (step in steps for step in (Step.UP, Step.DOWN))
        wanted = {"upp": ("upp" if up else "ned"), "ned": ("ned" if down else "upp")}.get(self.place.step, "")
        return Change(up, down, self.shown.stops(line), open=is_meant, focus=wanted if is_meant else "")

    def _is_shown(self, entry: AccountEntry) -> bool:
        sought = self.place.sought
        if sought:
            return entry.number.startswith(sought) or sought.casefold() in entry.name.casefold()
        if self.place.everything or entry.number in {self.place.account, self.place.moved}:
            return True
        return entry.amount is None or entry.amount.exact != 0

    def _account(self, entry: AccountEntry, *, is_open: bool = False) -> AccountRow:
        number = entry.number
        named = number not in self._taken  # an id stands once: on the first of several lines
        self._taken.add(number)
        meant = named and number == self.place.account
        return AccountRow(
            id=account_row(number) if named else "",
            number=number,
            name=entry.name,
            amount=entry.amount.text if entry.amount else "",
            options=self._options(self.chosen) if meant and self.chosen else self._usual,
            open=is_open or meant,
            moved=named and number == self.place.moved,
        )

    def _options(self, chosen: str) -> SafeString:
        """Return the lines that an account can be put on, under their headings: written once, not for each account."""
        first = format_html('<option value="">{}</option>', swedish("Välj rad …"))
        listed = [self._listed(heading, lines, chosen) for heading, lines in self.outline.targets]
        if self.outline.statement.answers_for:
            selected = SafeString(" selected") if chosen == NO_LINE else ""
            listed.append(format_html('<option value="{}"{}>{}</option>', NO_LINE, selected, swedish("Ej fördelat")))
        return format_html_join("", "{}", ((one,) for one in (first, *listed)))

    def _listed(self, heading: str, lines: tuple[LineEntry, ...], chosen: str) -> SafeString:
        told = (
            (TO_LINE + line.id, SafeString(" selected") if chosen == TO_LINE + line.id else "", line.label)
            for line in lines
        )
        options = format_html_join("", '<option value="{}"{}>{}</option>', told)
        return format_html('<optgroup label="{}">{}</optgroup>', heading, options) if heading else options
