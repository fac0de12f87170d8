"""How does a statement look to somebody who changes its layout: headings, lines, and the accounts on each?"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, TypeAlias

from samordna.domain.document import Number
from samordna.domain.ledger.entered import Scenario
from samordna.domain.statements.cost_centre_lines import CostCentreLines
from samordna.domain.statements.evaluate import Evaluation
from samordna.domain.statements.holdings import Amount, When
from samordna.domain.statements.layout import (
    AccountLines,
    Entered,
    FromAccounts,
    FromDifference,
    FromLine,
    FromRatio,
    Group,
    Layout,
    LimitOf,
    Line,
    Measure,
    Node,
    Side,
    Source,
    StatementLayout,
    Unassigned,
)
from samordna.domain.statements.selection import WHOLE_ACCOUNTS, ObjectSelection
from samordna.domain.statements.standing import is_place, places_of, takes_whole_accounts
from samordna.domain.values.language import swedish
from samordna.domain.values.period import Period


@dataclass(frozen=True, slots=True)
class AccountEntry:
    """An account where it stands: ``amount`` is what it holds, on the side that the line shows; None without books."""

    number: str
    name: str
    amount: Number | None = None


@dataclass(frozen=True, slots=True)
class LineEntry:
    """A line: what it is called, the accounts on it, and ``takes``: whether an account can be put there.

    ``is_what`` says in words what a line without accounts of its own is.
    """

    id: str
    label: str
    accounts: tuple[AccountEntry, ...] = ()
    code: str = ""
    takes: bool = False
    is_what: str = ""


@dataclass(frozen=True, slots=True)
class GroupEntry:
    """A heading, empty for a group without one, and what stands under it."""

    id: str
    heading: str
    entries: tuple["Entry", ...]


Entry: TypeAlias = LineEntry | GroupEntry


@dataclass(frozen=True, slots=True)
class Outline:
    """A statement as it is changed: its tree, the accounts that no line answers for, and where accounts can be put.

    ``targets`` are the lines that take accounts under the heading that is nearest above each.
    """

    statement: StatementLayout
    entries: tuple[Entry, ...]
    unassigned: tuple[AccountEntry, ...]
    targets: tuple[tuple[str, tuple[LineEntry, ...]], ...]


def editable(layout: Layout) -> tuple[StatementLayout, ...]:
    """Return the statements of a layout that accounts can be put in."""
    return tuple(
        statement
        for statement in layout.statements
        if any(isinstance(place, Line) and takes_whole_accounts(place) for place in places_of(statement))
    )


def outline(evaluation: Evaluation, statement: StatementLayout, period: Period | None) -> Outline:
    """Return a statement as it is changed, with what each account holds over, or at the end of, ``period``."""
    drawing = _Drawing(evaluation, statement, period)
    entries = tuple(drawing.entries(statement.lines, statement.shows))
    unassigned = evaluation.unassigned(statement, statement.answers_for)
    return Outline(
        statement=statement,
        entries=entries,
        unassigned=tuple(drawing.account(number, statement.shows, statement.measure) for number in unassigned),
        targets=tuple(_targets(entries, "")),
    )


@dataclass(frozen=True, slots=True)
class _Drawing:
    """One statement on its way to an outline."""

    evaluation: Evaluation
    statement: StatementLayout
    period: Period | None

    def entries(self, nodes: tuple[Node, ...], shows: Side) -> Iterator[Entry]:
        for node in nodes:
            if isinstance(node, Group):
                below = tuple(self.entries(node.lines, node.shows or shows))
                yield GroupEntry(node.id, node.heading, below)
            elif isinstance(node, AccountLines):
                numbers = node.accounts.among(self.evaluation.holdings.balances.accounts)
                held = tuple(self.account(number, shows, self.statement.measure) for number in numbers)
                yield LineEntry("", swedish("En rad för varje konto"), held)
            elif isinstance(node, CostCentreLines):
                yield LineEntry("", node.label, is_what=swedish("kommer ur registret över kostnadsställen"))
            else:
                yield self._line(node, node.shows or shows)

    def _line(self, line: Line, shows: Side) -> LineEntry:
        taking = is_place(line) and takes_whole_accounts(line)
        if not isinstance(line.source, FromAccounts):
            return LineEntry(line.id, line.label, code=line.code, is_what=_words(line.source, self.evaluation.layout))
        accounts, objects = line.source.accounts, line.source.objects
        measure = line.measure or self.statement.measure
        numbers = accounts.among(self.evaluation.holdings.balances.accounts)
        held = tuple(self.account(number, shows, measure, objects) for number in numbers)
        return LineEntry(line.id, line.label, held, line.code, taking, "" if taking else _aside(line))

    def account(
        self, number: str, shows: Side, measure: Measure | None, objects: ObjectSelection = WHOLE_ACCOUNTS
    ) -> AccountEntry:
        holdings = self.evaluation.holdings
        name = holdings.balances.accounts[number].name
        if self.period is None:
            return AccountEntry(number, name)
        when = When(self.period, Scenario.ACTUAL)
        value = holdings.of_accounts((number,), objects, when, measure or Measure.MOVEMENT)
        if not isinstance(value, Amount):
            return AccountEntry(number, name)
        return AccountEntry(number, name, Number(value.exact * shows.sign, self.statement.unit, value.origin))


def _targets(entries: tuple[Entry, ...], heading: str) -> Iterator[tuple[str, tuple[LineEntry, ...]]]:
    """Yield the lines that take accounts, in order, each run of them with the nearest heading above it."""
    run: list[LineEntry] = []
    for entry in entries:
        if isinstance(entry, LineEntry):
            run += [entry] if entry.takes else []
            continue
        if run:
            yield heading, tuple(run)
            run = []
        yield from _targets(entry.entries, entry.heading or heading)
    if run:
        yield heading, tuple(run)


def _aside(line: Line) -> str:
    if line.memo:
        return swedish("visas utanför summorna")
    return swedish("en del av sina konton: det som ligger på vissa kostnadsställen")


def _words(source: Source, layout: Layout) -> str:
    if isinstance(source, FromLine):
        titles = {one.id: one.title for one in layout.statements}
        told = swedish("hämtas från {statement}, {line}")
        return told.format(statement=titles.get(source.statement, ""), line=source.line)
    return next((words for kind, words in _WORDS if isinstance(source, kind)), swedish("räknas ihop"))


_WORDS: Final = (
    (FromRatio, swedish("en rad delad med en annan")),
    (FromDifference, swedish("en rad minus andra")),
    (LimitOf, swedish("sägs under Eget kapital")),
    (Unassigned, swedish("konton som ingen rad svarar för")),
    (Entered, swedish("läggs in för hand")),
)
