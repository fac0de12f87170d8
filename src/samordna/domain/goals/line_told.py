"""What does a line of a statement say of a goal: so far, and of the whole year?"""

from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import Final

from samordna.domain.document import ComputedOrigin, How, Missing, Number, Origin, Part
from samordna.domain.goals.source import LineSource, ShareSource
from samordna.domain.goals.verdict import Reading, Told
from samordna.domain.ledger.entered import Scenario
from samordna.domain.statements import reading as statements
from samordna.domain.statements.holdings import Amount, When
from samordna.domain.statements.layout import Entered, FromLine, FromRatio
from samordna.domain.statements.named_lines import NamedLines
from samordna.domain.statements.outlook import CLOSING_EQUITY, outlook
from samordna.domain.statements.tree import Printed
from samordna.domain.values.language import swedish
from samordna.domain.values.period import Period
from samordna.domain.values.unit import THOUSANDS

_NO_LINE: Final = swedish("Uppställningen har ingen rad {line}.")
_AS_IT_STANDS: Final = swedish("Uppgiften är inskriven för året och gäller även i prognosen.")


@dataclass(frozen=True)
class LineTold:
    """Statements as they were laid out, asked what their lines say of a year until the end of some months."""

    told: statements.Reading
    year: Period
    period: Period

    def reading(self, source: LineSource | ShareSource) -> Reading:
        """Return what a line, or a share of two, shows to date and is forecast to show at the year's end.

        Values have the sign that the line is printed with.
        """
        try:
            whole, forecast = self._now(source), self._forecast(source)
        except KeyError as missing:
            why = _NO_LINE.format(line=str(missing.args[0]))
            return Reading(self.year, self.period, Told(swedish("alla"), None, why))
        return Reading(
            self.year,
            self.period,
            whole,
            forecast=Fraction(forecast.exact) if forecast else None,
            forecast_by=forecast.origin if forecast else None,
        )

    def _now(self, source: LineSource | ShareSource) -> Told:
        when = When(self.period, Scenario.ACTUAL)
        if isinstance(source, LineSource):
            return _told(self._shown(source, when), self._label(source), self._why(when, source))
        part, whole = self._shown(source.part, when), self._shown(source.whole, when)
        share = _share(self._part(source.part, part), self._part(source.whole, whole))
        return _told(share, self._label(source.part), self._why(when, source.part, source.whole))

    def _why(self, when: When, *lines: LineSource) -> str:
        """Return why lines tell nothing at a time; empty where the statements do not say."""
        values = (self._lines.value(FromLine(one.statement, one.line), when) for one in lines)
        return "; ".join(dict.fromkeys(one.reason.rstrip(".") for one in values if isinstance(one, Missing)))

    def _forecast(self, source: LineSource | ShareSource) -> "_Figure | None":
        """Return the forecast of the year; None where nobody has made one."""
        if not self._is_open:
            return None
        if isinstance(source, ShareSource):
            part, whole = self._expected(source.part), self._expected(source.whole)
            return _share(self._part(source.part, part), self._part(source.whole, whole))
        ratio = self._placed(source).line.source
        if isinstance(ratio, FromRatio):
            lines = [LineSource(one.statement, one.line) for one in (ratio.numerator, ratio.denominator)]
            part, whole = (self._expected(one) for one in lines)
            return _share(self._part(lines[0], part), self._part(lines[1], whole))
        return self._expected(source)

    @property
    def _is_open(self) -> bool:
        return self.period.last < self.year.last

    def _expected(self, source: LineSource) -> "_Figure | None":
        planned = self._shown(source, When(self.year, Scenario.FORECAST))
        if planned is not None:
            return planned
        if self._is_equity(source):
            return self._closing_equity(source)
        if isinstance(self._root(source).line.source, Entered):
            stands = self._shown(source, When(self.period, Scenario.ACTUAL))
            part = self._part(source, stands)
            return _Figure(part.exact, ComputedOrigin(_AS_IT_STANDS, (part,))) if part else None
        return None

    def _is_equity(self, source: LineSource) -> bool:
        bridge = self.told.statements.layout.bridge
        return bridge is not None and self._root_line(source) == bridge.equity

    def _closing_equity(self, source: LineSource) -> "_Figure | None":
        shown = self._outlook
        if shown is None:
            return None
        return _Figure(-shown.exact * self._placed(source).shows.sign, shown.origin)

    @cached_property
    def _outlook(self) -> Number | None:
        told = outlook(self.told, THOUSANDS)
        try:
            cell = told.table.cell(CLOSING_EQUITY, "forecast") if told else None
        except KeyError:
            return None
        return cell if isinstance(cell, Number) else None

    def _root_line(self, source: LineSource) -> FromLine:
        """Return the line that a line repeats, however many steps away; itself when it repeats none."""
        line, seen = FromLine(source.statement, source.line), set[FromLine]()
        while line not in seen:
            seen.add(line)
            other = self._lines.placed(line).line.source
            line = other if isinstance(other, FromLine) else line
        return line

    def _root(self, source: LineSource) -> Printed:
        return self._lines.placed(self._root_line(source))

    def _shown(self, source: LineSource, when: When) -> "_Figure | None":
        """Return a line as it is printed at a time; None for one that cannot be computed."""
        value = self._lines.value(FromLine(source.statement, source.line), when)
        if not isinstance(value, Amount):
            return None
        return _Figure(Fraction(value.exact) * self._placed(source).shows.sign, value.origin)

    def _placed(self, source: LineSource) -> Printed:
        return self._lines.placed(FromLine(source.statement, source.line))

    def _label(self, source: LineSource) -> str:
        return self._placed(source).line.label

    def _part(self, source: LineSource, figure: "_Figure | None") -> Part | None:
        return None if figure is None else Part(self._label(source), figure.exact, figure.origin)

    @cached_property
    def _lines(self) -> NamedLines:
        return NamedLines(self.told.beyond)


@dataclass(frozen=True, slots=True)
class _Figure:
    exact: int | Fraction
    origin: Origin


def _told(figure: _Figure | None, label: str, why: str) -> Told:
    if figure is None:
        lacks = swedish("{label} går inte att räkna ut för perioden").format(label=label)
        return Told(label, None, ": ".join(part for part in (lacks, why) if part) + ".")
    return Told(label, Fraction(figure.exact), origin=figure.origin)


def _share(part: Part | None, whole: Part | None) -> _Figure | None:
    if part is None or whole is None or not whole.exact:
        return None
    rule = swedish("{part} delat med {whole}.").format(part=part.label, whole=whole.label)
    return _Figure(Fraction(part.exact) / Fraction(whole.exact), ComputedOrigin(rule, (part, whole), How.QUOTIENT))
