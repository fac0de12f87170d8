"""What is each step to the equity of the year's end worth in a plan, debit positive, with where it comes from?"""

from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import Final

from samordna.domain.document import BLANK, ComputedOrigin, EnteredOrigin, Missing
from samordna.domain.ledger.entered import Scenario
from samordna.domain.plan.balance_requirement.judged import Grounds, Judged
from samordna.domain.plan.equity.limits import LimitKind
from samordna.domain.plan.register import Kind, RegisterRow
from samordna.domain.statements.arithmetic import together
from samordna.domain.statements.bridge_cells import Takers, takers_of
from samordna.domain.statements.cost_centre_lines import FromCostCentre
from samordna.domain.statements.evaluate import Evaluation
from samordna.domain.statements.holdings import LIMIT_KEY, Amount, Value, When
from samordna.domain.statements.layout import Bridge, FromLine, Line, Measure, Outlook
from samordna.domain.statements.named_lines import NamedLines
from samordna.domain.values.language import swedish
from samordna.domain.values.numerals import swedish_number
from samordna.domain.values.period import Period
from samordna.domain.values.unit import PERCENT, THOUSANDS

_SHARE: Final = swedish("{share} procent av årets bidrag, {contributions} tkr.")


@dataclass(frozen=True)
class OutlookParts:
    """The lines that an outlook leads over, held against the books and the plan of a fiscal year.

    ``period`` is what was asked for: what equity should be is entered for that, or for the year.
    """

    evaluation: Evaluation
    words: Bridge
    year: Period
    period: Period

    @property
    def opening(self) -> Value:
        """Equity when the year began: the same in every telling."""
        return self.lines.value(self.words.equity, When(self.year, Scenario.ACTUAL), Measure.OPENING)

    def contributions(self, scenario: Scenario) -> Value:
        """Return the contributions of the year."""
        return self.lines.value(self.words.contributions, When(self.year, scenario))

    def rows(self, scenario: Scenario) -> Value:
        """Return what the rows of the follow-up cost in the year."""
        return self.lines.value(self.words.follow_up, When(self.year, scenario))

    @cached_property
    def without_row(self) -> list[tuple[str, Value]]:
        """What the forecast reckons with for each cost centre that the register has no row for."""
        if not self.evaluation.holdings.plan.register.rows:
            return []
        statement = self.evaluation.layout.statement(self.words.follow_up.statement)
        when = When(self.year, Scenario.FORECAST)
        lines = (one for one in self.lines.summed(self.words.follow_up) if _has_no_row(one.line))
        told = (
            (f"{one.line.code} {one.line.label}", self.evaluation.value(statement, one, when, None)) for one in lines
        )
        return [(name, value) for name, value in told if isinstance(value, Amount)]

    def financial(self, scenario: Scenario) -> Value:
        """Return the financial items of the year that the rows of the follow-up do not hold.

        A forecast that nobody has entered is what has been booked so far; a budget of them is seldom made.
        """
        return together(
            [(self.lines.label(line), self._financial(line, scenario)) for line in self.financial_lines] or _NONE
        )

    def _financial(self, line: FromLine, scenario: Scenario) -> Value:
        planned = self.lines.value(line, When(self.year, scenario))
        if not isinstance(planned, Missing):
            return planned
        statement = self.evaluation.layout.statement(line.statement)
        when = When(self.year, scenario)
        return self.evaluation.when_nobody_planned(statement, self.lines.placed(line), when, planned)

    @cached_property
    def financial_lines(self) -> tuple[FromLine, ...]:
        """The lines of financial items that are not told of among the rows."""
        followed = Takers(takers_of(self.evaluation, self.lines.summed(self.words.follow_up))).accounts
        return tuple(line for line in self.words.financial if not self.lines.accounts(line) <= followed)

    def projects(self, scenario: Scenario) -> Value:
        """Return what the projects cost in the year, less what they are paid."""
        when = When(self.year, scenario)
        told = [(f"{row.key} {row.name}", self.evaluation.holdings.planned(row.key, when)) for row in self.project_rows]
        return together(told or _NONE)

    @cached_property
    def project_rows(self) -> tuple[RegisterRow, ...]:
        """The projects in use in the year, but those that the follow-up tells of."""
        sources = (line.line.source for line in self.lines.summed(self.words.follow_up))
        followed = {source.key for source in sources if isinstance(source, FromCostCentre)}
        rows = self.evaluation.holdings.plan.register.of_kind(Kind.PROJECT)
        return tuple(row for row in rows if row.valid_in(self.year) and row.key not in followed)

    def floor(self, words: Outlook) -> Value:
        """Return what equity should be at least, as a credit; nothing when nobody has said."""
        return self._limit(LimitKind.FLOOR, words.floor, None, BLANK)

    def ceiling(self, words: Outlook, contributions: Value) -> Value:
        """Return what equity should be at most in a year with these contributions, as ``floor`` does."""
        return self._limit(LimitKind.CEILING, words.ceiling, words.ceiling_share, contributions)

    def grounds(self, judged: Judged) -> Grounds | None:
        """Return the exceptional grounds that were cited for a deficit of the year; None when none were."""
        return self.evaluation.holdings.plan.requirement.grounds(self.year, judged)

    def _limit(self, kind: LimitKind, line: FromLine | None, share: FromLine | None, contributions: Value) -> Value:
        """Return a limit that the association has said; where it has said none, what was entered on the lines."""
        said = self.evaluation.holdings.plan.limits.at(kind, self.year)
        if said and said.amount is not None:
            origin = EnteredOrigin(said.source, f"{LIMIT_KEY}{kind.value}", Scenario.ACTUAL.value, self.year)
            return Amount(-said.amount, origin)
        if said:
            return _share_of(said.share or 0, contributions, said.source)
        if line and (entered := self._entered(line)):
            return Amount(-entered.exact, entered.origin)
        told = self._entered(share) if share else None
        return _share_of(told.exact, contributions) if told else BLANK

    def _entered(self, line: FromLine) -> Amount | None:
        """Return a figure as it is shown, for the months that were asked for or else for the year."""
        sign = self.lines.placed(line).shows.sign
        for period in (self.period, self.year):
            value = self.lines.value(line, When(period, Scenario.ACTUAL))
            if isinstance(value, Amount):
                return Amount(value.exact * sign, value.origin)
        return None

    @cached_property
    def lines(self) -> NamedLines:
        """The lines that the layout names."""
        return NamedLines(self.evaluation)


def _share_of(share: int | Fraction, contributions: Value, source: str = "") -> Value:
    """Return a share of the contributions; nothing when they are not known."""
    if not isinstance(contributions, Amount):
        return BLANK
    told = {"share": PERCENT.shown(share), "contributions": swedish_number(THOUSANDS.shown(-contributions.exact))}
    rule = " ".join(part for part in (_SHARE.format(**told), f"{source.rstrip('.')}." if source else "") if part)
    return Amount(contributions.exact * share, ComputedOrigin(rule))


def _has_no_row(line: Line) -> bool:
    return isinstance(line.source, FromCostCentre) and line.source.row is None


_NONE: Final[list[tuple[str, Value]]] = [("", BLANK)]
