"""What does a measure say of a goal, to those who are to read it: so far, of each unit, and of the whole year?

What may be read is decided for all goals at once: two figures that are told side by side are one publication.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property
from typing import Final

from samordna.domain.document import ComputedOrigin, CountOrigin, Origin
from samordna.domain.goals.goal import Course, Goal, Indicator, Target
from samordna.domain.goals.source import MeasureSource, source_of
from samordna.domain.goals.verdict import Reading, Told
from samordna.domain.measures.disclosure import CellKey, Publication, Rule, published, share_of
from samordna.domain.measures.earlier import Earlier, tie_earlier
from samordna.domain.measures.linked import linked
from samordna.domain.measures.measure import Form, Measure, Tally
from samordna.domain.measures.measuring import series_of, value_of
from samordna.domain.measures.registry import BY_KEY
from samordna.domain.measures.spots import GENDER, Ground, Spot, Whose
from samordna.domain.measures.statistics import Known
from samordna.domain.measures.wanted import weighed_of
from samordna.domain.participation.combining import Counted, Series
from samordna.domain.participation.count_table import Joining
from samordna.domain.values.counted import Below, Published, Withheld
from samordna.domain.values.language import swedish
from samordna.domain.values.period import Period

_WITHHELD: Final = "–"
_ALL: Final = swedish("Alla enheter")
_FEW: Final = swedish("Antalet bakom är mindre än {least} och berättas inte här.")
_GUARDS: Final = swedish("Antalet bakom berättas inte här: ett mindre antal skulle gå att räkna ut ur det.")
_GIVEN_AWAY: Final = swedish(
    "Antalet bakom berättas inte här: tillsammans med det som har lämnats ut skulle ett mindre antal gå att räkna ut."
)
_NOT_GIVEN_OUT: Final = swedish(
    "Antalet bakom är inte utlämnat för de här månaderna. Ekonomen eller förbundschefen lämnar ut det under Mål."
)
_SMALL_BASE: Final = swedish("Andelen gäller färre än {least} och berättas därför inte.")
_NOT_TOLD: Final = swedish("{unit} har inte lämnat siffror för hela perioden.")
_NOBODY: Final = swedish("Ingen enhet har lämnat siffror för perioden.")
_NO_AGREED: Final = swedish("Inget antal är avtalat för året.")
_AT_THAT_RATE: Final = swedish("I samma takt resten av året: utfallet gånger {year} månader delat med {months}.")


@dataclass(frozen=True)
class MeasuresTold:
    """The measures that the goals of a year are told by, as somebody may read them.

    ``before`` is what those who read have been told already. With ``given`` nothing is told but what has been given
    out: that is what may be read of each count.
    """

    year: Period
    known: Known
    goals: tuple[Goal, ...]
    rule: Rule
    before: Sequence[Earlier] = ()
    given: Mapping[CellKey, Published] | None = None

    def reading(self, indicator: Indicator, target: Target) -> Reading:
        """Return what a measure shows. Raises ``KeyError`` for a measure that is not in the registry."""
        measure = _measure(indicator)
        whose = self._series(measure, indicator)
        whole = self._told(measure, whose, Whose(indicator.activity), _ALL)
        units = tuple(self._of_unit(measure, target, one) for one in whose if one.unit) if target.of_each else ()
        expected = self._forecast(measure, target, whole)
        is_known = any(one is not None for one in (expected, *(unit.forecast for unit in units)))
        year, period = self.year, self.known.counted.period
        return Reading(year, period, whole, units, expected, self._how(measure) if is_known else None)

    def _of_unit(self, measure: Measure, target: Target, whose: Series) -> Told:
        name = self.known.names.unit(whose.unit)
        told = self._told(measure, (whose,), Whose(whose.activity, whose.unit), name)
        return replace(told, forecast=self._forecast(measure, target, told))

    def _series(self, measure: Measure, indicator: Indicator) -> tuple[Series, ...]:
        found = series_of(measure, self.known.counted, self.known.agreed)
        return tuple(one for one in found if indicator.activity in ("", one.activity))

    def _told(self, measure: Measure, whose: tuple[Series, ...], at: Whose, label: str) -> Told:
        if not whose or not self.known.counted.reports:
            return Told(label, None, _NOBODY)
        origin = self._origin(measure, whose)
        if measure.form is Form.MEAN:
            return self._mean(measure, at, label, origin)
        value = value_of(measure, self.known.counted, whose, self.known.agreed)
        if measure.agreed and value.agreed is None:
            return Told(label, None, _NO_AGREED, origin)
        exact = self._exact(measure, value.exact, value.agreed)
        if exact is None:
            return Told(label, None, _NOT_TOLD.format(unit=label), origin)
        hidden = self._hidden(measure, at)
        return Told(label, None, hidden[1], origin, hidden[0]) if hidden else Told(label, exact, origin=origin)

    @staticmethod
    def _exact(measure: Measure, exact: Fraction | None, agreed: int | None) -> Fraction | None:
        return None if measure.form is Form.OF_AGREED and not agreed else exact

    def _mean(self, measure: Measure, at: Whose, label: str, origin: Origin) -> Told:
        """Return the mean of all answers together, whatever the question."""
        counted, table = self.known.counted, measure.numerator.table
        rows = {
            codes
            for one in self.ground.series(table, at)
            for report in counted.series[one]
            for codes in report.rows(table)
        }
        only = Counted(counted.period, tuple(one for one in counted.reports if _is(Series(one.activity, one.unit), at)))
        sums = [told for codes in sorted(rows) if (told := only.sums(table, codes))]
        answers = sum(one.n.count for one in sums)
        if not answers:
            return Told(label, None, _NOT_TOLD.format(unit=label), origin)
        if min(one.n.count for one in sums) < max(1, self.rule.least_base):
            return Told(label, None, _SMALL_BASE.format(least=self.rule.least_base), origin, _WITHHELD)
        return Told(label, Fraction(sum(one.total for one in sums), answers), origin=origin)

    def _hidden(self, measure: Measure, at: Whose) -> tuple[str, str] | None:
        """Return the sign and the reason of a figure that may not be told; None for one that may."""
        if self.publication.computable:
            return _WITHHELD, _GIVEN_AWAY
        spots = tuple(_spots(measure, at))
        signs = [self.publication.of(self.ground.key(spot)) for spot in spots if self._is_cell(spot)]
        if self.given is not None and len(signs) < len(spots):
            return _WITHHELD, _NOT_GIVEN_OUT
        return self._unread(measure, signs)

    def _unread(self, measure: Measure, signs: Sequence[Published]) -> tuple[str, str] | None:
        for sign in signs:
            if measure.form is Form.EQUIVALENTS and isinstance(sign, Below):
                return _WITHHELD, _FEW.format(least=sign.threshold)  # the count is not in full-time equivalents
            if isinstance(sign, Below):
                return f"<{sign.threshold}", _FEW.format(least=sign.threshold)
            if isinstance(sign, Withheld):
                return _WITHHELD, _GUARDS
        if measure.form is Form.SHARE and len(signs) > 1 and share_of(signs[0], signs[1], self.rule) is None:
            return _WITHHELD, _SMALL_BASE.format(least=self.rule.least_base)
        return None

    def _is_cell(self, spot: Spot) -> bool:
        return self.ground.key(spot) in self.publication.cells

    def _forecast(self, measure: Measure, target: Target, told: Told) -> Fraction | None:
        """Return the year at the same rate, of what grows month by month; None of all else: nobody can say."""
        period, year = self.known.counted.period, self.year
        adds_up = target.course is Course.ADDS_UP and measure.numerator.counted.over_periods is Joining.SUM
        if told.value is None or not adds_up or period.last >= year.last:
            return None
        return told.value * Fraction(len(year.months), len(period.months))

    def _how(self, measure: Measure) -> Origin:
        told = {"year": len(self.year.months), "months": len(self.known.counted.period.months)}
        return ComputedOrigin(f"{measure.name}. {_AT_THAT_RATE.format(**told)}")

    def _origin(self, measure: Measure, whose: Sequence[Series]) -> CountOrigin:
        numbers = tuple(number for one in whose for number in self.known.numbers.get(one, ()))
        period = self.known.counted.period
        return CountOrigin(measure.key, measure.definition, measure.population, period, numbers)

    @cached_property
    def ground(self) -> Ground:
        """The counts that the figures are made of."""
        return Ground(self.known.counted)

    @cached_property
    def publication(self) -> Publication:
        """What may be read of all the counts behind the goals, together."""
        if self.given is not None:
            return Publication(self.given)
        made = linked(self.ground, dict.fromkeys(self._all_spots()))
        read = tie_earlier(made, self.before)
        return published(made.cells.values(), made.ties, self.rule, read.signs)

    @property
    def earlier(self) -> Earlier:
        """What those who read the goals are told of counts, for what they read beside them: of no gender by itself.

        Nothing where what was published before would give it away.
        """
        told = {key: sign for key, sign in self.publication.cells.items() if GENDER not in dict(key.at)}
        spots = tuple(dict.fromkeys(self._all_spots()))
        return Earlier(self.ground, spots, {} if self.publication.computable else told)

    @property
    def spots(self) -> tuple[Spot, ...]:
        """The counts that those who read the goals are told of, each once, in an order that goals do not change."""
        signs = self.earlier.signs
        found = sorted((spot.table, spot.rows, spot.whose) for spot in self._all_spots())
        told = {self.ground.key(spot): spot for spot in (Spot(table, rows, None, at) for table, rows, at in found)}
        return tuple(told[key] for key in sorted(told) if key in signs)

    def _all_spots(self) -> Iterator[Spot]:
        for goal in self.goals:
            if goal.indicator is None or goal.target is None or not _is_measure(goal.indicator):
                continue
            measure = _measure(goal.indicator)
            yield from _spots(measure, Whose(goal.indicator.activity))
            for one in self._series(measure, goal.indicator) if goal.target.of_each else ():
                yield from _spots(measure, Whose(one.activity, one.unit))


def _is(one: Series, at: Whose) -> bool:
    return at.activity in ("", one.activity) and at.unit in ("", one.unit)


def _is_measure(indicator: Indicator) -> bool:
    try:
        source = source_of(indicator.source)
    except ValueError:
        return False
    return isinstance(source, MeasureSource) and source.key in BY_KEY


def _measure(indicator: Indicator) -> Measure:
    source = source_of(indicator.source)
    if not isinstance(source, MeasureSource):
        raise KeyError(indicator.source)
    return BY_KEY[source.key]


def _spots(measure: Measure, at: Whose) -> Iterator[Spot]:
    """Yield the counts that a measure is made of, the numerator first; answers are counted by who gave them.

    A numerator with weights is a count for each weight: the weighed sum would tell all of them.
    """
    if measure.form in (Form.MEAN, Form.AGREED, Form.BUDGETED):
        return
    for tally in weighed_of(measure.numerator):
        yield _spot(tally, at)
    if measure.denominator:
        yield _spot(measure.denominator, at)


def _spot(tally: Tally, at: Whose) -> Spot:
    return Spot(tally.table, tally.rows, None, at)
