"""What is a layout?

The words of a layout file as values: a tree of lines and, apart from it, columns. Nothing here computes.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias

from samordna.domain.document import RowKind
from samordna.domain.ledger.books import AccountKind, ObjectKey
from samordna.domain.ledger.entered import Scenario
from samordna.domain.plan.register import COST_CENTRE
from samordna.domain.statements.cost_centre_lines import EVERY_OBJECT, CostCentreLines, FromCostCentre
from samordna.domain.statements.selection import WHOLE_ACCOUNTS, AccountSelection, ObjectSelection
from samordna.domain.values.unit import Unit


class Side(Enum):
    """The side of the books that is printed as a positive figure."""

    DEBIT = "debit"
    CREDIT = "credit"

    @property
    def sign(self) -> int:
        """What a debit-positive amount is multiplied with to be shown."""
        return 1 if self is Side.DEBIT else -1


class Measure(Enum):
    """What of an account is shown: its movement over the months, or its balance before or after them."""

    MOVEMENT = "movement"
    OPENING = "opening"
    CLOSING = "closing"


class StatementKind(Enum):
    """What a statement is; a person asks for statements by it."""

    INCOME = "income"
    BALANCE = "balance"
    CASHFLOW = "cashflow"
    NOTE = "notes"
    KEY_FIGURES = "keyfigures"
    FOLLOW_UP = "follow-up"
    OPERATING = "operating"
    SUMMARY = "summary"


@dataclass(frozen=True, slots=True)
class FromAccounts:
    """The line is what these accounts hold."""

    accounts: AccountSelection
    objects: ObjectSelection = WHOLE_ACCOUNTS


@dataclass(frozen=True, slots=True)
class FromLine:
    """The line repeats another statement's line (``income:res3``), measured in its own way."""

    statement: str
    line: str


@dataclass(frozen=True, slots=True)
class FromRatio:
    """The line is one line divided by another."""

    numerator: FromLine
    denominator: FromLine


@dataclass(frozen=True, slots=True)
class FromDifference:
    """The line is one line less others."""

    whole: FromLine
    less: tuple[FromLine, ...]


class LimitOf(Enum):
    """The line is what equity should be, as the association has said it: at least, or at most."""

    FLOOR = "floor"
    CEILING = "ceiling"


class SumOf(Enum):
    """The line adds up other lines of its statement."""

    GROUP = "group"
    """All detail lines of the group it stands in."""
    ABOVE = "above"
    """All detail lines above it in the statement."""


@dataclass(frozen=True, slots=True)
class Unassigned:
    """The line *Ej fördelat*: accounts of these kinds that no other line of the statement answers for."""

    kinds: frozenset[AccountKind]


@dataclass(frozen=True, slots=True)
class Entered:
    """The line is entered by hand, with a source."""


Source: TypeAlias = (
    FromAccounts | FromCostCentre | FromLine | FromRatio | FromDifference | LimitOf | SumOf | Unassigned | Entered
)


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line. ``shows``, ``measure``, ``unit`` and ``nil`` are the statement's unless said here.

    A ``memo`` line stands outside the sums around it. ``planned`` are the lines that together say what this one is
    worth where it is planned, when the plan is told by cost centre; none of them when another line holds it there, and
    None when nobody has said. What is ``seldom_planned`` and not planned is what is booked so far in a forecast, and
    nothing in a budget. A balance that ``carries`` a line is, where that is planned, what it was and what that adds.
    """

    id: str
    label: str
    source: Source
    kind: RowKind = RowKind.DETAIL
    code: str = ""
    note: str = ""
    shows: Side | None = None
    measure: Measure | None = None
    unit: Unit | None = None
    nil: str | None = None
    memo: bool = False
    planned: tuple[FromLine, ...] | None = None
    seldom_planned: bool = False
    carries: FromLine | None = None

    @property
    def is_sum(self) -> bool:
        """Tell whether the line adds up other lines of its statement."""
        return isinstance(self.source, SumOf)


@dataclass(frozen=True, slots=True)
class AccountLines:
    """One line per account: those named always, those found by range or prefix when they hold anything."""

    accounts: AccountSelection


@dataclass(frozen=True, slots=True)
class Group:
    """A part of the tree: an optional heading and the lines under it. ``shows`` holds for all of them."""

    id: str
    heading: str
    lines: tuple["Node", ...]
    shows: Side | None = None


Node: TypeAlias = Line | AccountLines | CostCentreLines | Group


class Better(Enum):
    """The sign of a difference that is good news: that it cost less than was meant, or less than before."""

    PLUS = "plus"
    MINUS = "minus"


@dataclass(frozen=True, slots=True)
class ColumnLayout:
    """A column: which span of time, which scenario, measured how; or the difference or the total of other columns.

    ``label`` may hold ``{short}``, ``{words}``, ``{start}``, ``{end}``, ``{yymmdd}`` and ``{year}`` of its span, and
    ``{closing}``: which closing of the books it is, of a whole year or part of one.
    A column that is ``optional`` is left out while there is nothing to show in it, one that is ``extra`` until somebody
    chooses it. ``better`` says which sign of a difference is good news, whichever of the two columns is named first.
    """

    id: str
    label: str
    span: str = "period"
    scenario: Scenario = Scenario.ACTUAL
    measure: Measure | None = None
    shows: Side | None = None
    difference: tuple[str, str] | None = None
    total: tuple[str, ...] = ()
    better: Better | None = None
    emphasis: bool = False
    optional: bool = False
    extra: bool = False

    @property
    def made_of(self) -> tuple[str, ...]:
        """The columns that it is computed from; none when it tells of a time itself."""
        return self.difference or self.total


@dataclass(frozen=True, slots=True)
class StatementLayout:
    """One statement: its tree of lines and its columns.

    ``answers_for`` are the kinds of accounts that must stand on exactly one of its lines; ``explains`` names
    the line (``income:ovriga_kostnader``) that a note's total must equal. ``totals_of_rounded`` adds up
    rounded lines instead of rounding exact totals.
    """

    id: str
    kind: StatementKind
    title: str
    unit: Unit
    columns: tuple[ColumnLayout, ...]
    lines: tuple[Node, ...]
    shows: Side = Side.DEBIT
    measure: Measure | None = None
    nil: str | None = None
    stub: str = ""
    code_label: str = ""
    note_label: str = ""
    notes_last: bool = False
    answers_for: frozenset[AccountKind] = frozenset()
    explains: str = ""
    totals_of_rounded: bool = False


@dataclass(frozen=True, slots=True)
class Control:
    """Two things that must be equal in every column of a statement, told in shown figures.

    Each side is a sum of line ids with signs: ``(("+", "likvida_borjan"), ("+", "arets_kassaflode"))``.
    """

    statement: str
    says: str
    left: tuple[tuple[str, str], ...]
    right: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Overview:
    """The lines (``income:res3``) that say how things stand, each where the layout has one.

    ``cost`` is the line whose months are compared with last year's.
    """

    result: FromLine | None = None
    equity: FromLine | None = None
    cash: FromLine | None = None
    cost: FromLine | None = None


@dataclass(frozen=True, slots=True)
class Bridge:
    """The lines (``income:res3``) that lead from the follow-up to the result and to equity.

    ``net_cost`` is told without ``contributions`` and ``financial``, also when its line holds them. ``follow_up`` is
    the sum of the rows of the follow-up.
    """

    follow_up: FromLine
    net_cost: FromLine
    contributions: FromLine
    result: FromLine
    equity: FromLine
    financial: tuple[FromLine, ...] = ()


@dataclass(frozen=True, slots=True)
class Outlook:
    """The lines that say what equity should be: at least ``floor``, and not above ``ceiling``.

    ``ceiling_share`` is a share of the year's contributions instead of an amount.
    """

    floor: FromLine | None = None
    ceiling: FromLine | None = None
    ceiling_share: FromLine | None = None


@dataclass(frozen=True, slots=True)
class Layout:
    """An association's statements, valid from a fiscal year on until a later version takes over."""

    name: str
    title: str
    from_year: int
    statements: tuple[StatementLayout, ...]
    controls: tuple[Control, ...] = ()
    overview: Overview = Overview()
    bridge: Bridge | None = None
    outlook: Outlook = Outlook()

    @property
    def objects(self) -> frozenset[ObjectKey]:
        """The objects whose sums its lines ask for: of a pair the first, since the second only splits it.

        Every cost centre is asked for where the register, or whatever the ledger has, stands.
        """
        lines = (line for statement in self.statements for line in lines_of(statement.lines))
        named = {
            line.source.objects.keys[0]
            for line in lines
            if isinstance(line.source, FromAccounts) and line.source.objects.keys
        }
        every = any(True for statement in self.statements for _ in cost_centre_lines_of(statement.lines))
        return frozenset(named | {(COST_CENTRE, EVERY_OBJECT)} if every else named)

    def statement(self, statement_id: str) -> StatementLayout:
        """Return the statement with this id; raises ``KeyError`` when there is none."""
        for statement in self.statements:
            if statement.id == statement_id:
                return statement
        raise KeyError(statement_id)


def lines_of(nodes: tuple[Node, ...]) -> Iterator[Line]:
    """Yield every written line of a tree, in order, groups opened."""
    return (node for node in _leaves(nodes) if isinstance(node, Line))


def account_lines_of(nodes: tuple[Node, ...]) -> Iterator[AccountLines]:
    """Yield every place in a tree where each account is its own line."""
    return (node for node in _leaves(nodes) if isinstance(node, AccountLines))


def cost_centre_lines_of(nodes: tuple[Node, ...]) -> Iterator[CostCentreLines]:
    """Yield every place in a tree where rows of the register stand."""
    return (node for node in _leaves(nodes) if isinstance(node, CostCentreLines))


def _leaves(nodes: tuple[Node, ...]) -> Iterator[Node]:
    for node in nodes:
        if isinstance(node, Group):
            yield from _leaves(node.lines)
        else:
            yield node
