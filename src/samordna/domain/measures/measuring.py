"""What is a measure worth, of all units together and of each?

Here figures are as they are: goals and screens of those who may see everything read them; what others may read of them
is made by ``disclosure``.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from samordna.domain.activities.agreed import AgreedNumber
from samordna.domain.measures.measure import Form, Measure, Tally
from samordna.domain.participation.between import NOT_TOLD, Between, exactly, together
from samordna.domain.participation.combining import Counted, Series
from samordna.domain.participation.count_table import Gender
from samordna.domain.values.counted import RawCount


@dataclass(frozen=True)
class Value:
    """What a measure is worth somewhere.

    ``numerator`` and ``denominator`` are the counts that it is made of; a count has no denominator, an agreed number
    neither. ``agreed`` is what was agreed for the year, None where nothing was. ``exact`` is the figure, None where it
    is only known between two counts, or not at all.
    """

    numerator: Between | None = None
    denominator: Between | None = None
    agreed: int | None = None
    exact: Fraction | None = None


@dataclass(frozen=True)
class Measured:
    """A measure with what it is worth, of the ``whole`` and of each of the ``units``."""

    measure: Measure
    whole: Value
    units: Mapping[Series, Value] = field(default_factory=dict)


def measured(
    measure: Measure, counted: Counted, agreed: Sequence[AgreedNumber] = (), gender: Gender | None = None
) -> Measured:
    """Return what a measure is worth in a period: of all units that were asked, and of each of them.

    ``agreed`` are the agreed numbers of the year that the period lies in. A mean is no figure of this kind: it has
    questions, and is read by ``Counted.sums``.
    """
    whose = series_of(measure, counted, agreed)
    units = {one: value_of(measure, counted, (one,), agreed, gender) for one in whose}
    return Measured(measure, value_of(measure, counted, whose, agreed, gender), units)


def series_of(measure: Measure, counted: Counted, agreed: Sequence[AgreedNumber] = ()) -> tuple[Series, ...]:
    """Return whose figures a measure has: the units that were asked its tables, and those that something is agreed of.

    What is agreed for an activity as a whole is of a unit without a key.
    """
    asked = [whose for table in measure.tables for whose in counted.asked(table)]
    there = [Series(one.activity, one.unit) for one in agreed if one.counts is measure.agreed]
    if measure.form is Form.OF_AGREED:
        wholes = {one.activity for one in there if not one.unit}
        asked = [one for one in asked if one.activity in wholes or one in there]
        return tuple(dict.fromkeys((*asked, *there)))
    return tuple(dict.fromkeys(there if measure.agreed else asked))


def value_of(
    measure: Measure,
    counted: Counted,
    whose: Sequence[Series],
    agreed: Sequence[AgreedNumber] = (),
    gender: Gender | None = None,
) -> Value:
    """Return what a measure is worth for some units together."""
    if measure.form is Form.MEAN:
        return Value()
    planned = agreed_of(measure, whose, agreed) if measure.agreed else None
    if measure.form in (Form.AGREED, Form.BUDGETED):
        return Value(agreed=planned, exact=None if planned is None else Fraction(planned))
    numerator = figure_of(measure.numerator, counted, whose, gender)
    denominator = figure_of(measure.denominator, counted, whose, gender) if measure.denominator else None
    base = denominator if planned is None else exactly(RawCount(planned))
    exact = _exact(measure, numerator, base, _weighed(measure.numerator, counted, whose, gender))
    return Value(numerator, denominator, planned, exact)


def figure_of(tally: Tally, counted: Counted, whose: Sequence[Series], gender: Gender | None = None) -> Between:
    """Return how many some units have together: those of them that were asked."""
    asked = set(counted.asked(tally.table))
    units = [one for one in whose if one in asked]
    if not units:
        return NOT_TOLD
    of_them = _only(counted, units)
    if not tally.rows:
        return of_them.figure(tally.table, (), gender)
    return together(of_them.figure(tally.table, codes, gender) for codes in tally.rows)


def agreed_of(measure: Measure, whose: Iterable[Series], agreed: Sequence[AgreedNumber]) -> int | None:
    """Return what is agreed of a measure for some units together; None where nothing is, for any of them.

    What is agreed for a whole activity goes before the sum of its performers when all of those are meant.
    """
    there = {Series(one.activity, one.unit): one for one in agreed if one.counts is measure.agreed}
    wanted = set(whose)
    found: list[AgreedNumber] = []
    for activity in dict.fromkeys(one.activity for one in wanted):
        all_of_it = there.get(Series(activity, ""))
        units = [one for of, one in there.items() if of.activity == activity and of.unit and of in wanted]
        found += [all_of_it] if all_of_it and _meant(activity, wanted, all_of_it) else units
    if not found:
        return None
    return sum(_planned(measure, one) for one in found)


def _meant(activity: str, wanted: set[Series], all_of_it: AgreedNumber) -> bool:
    """Tell whether an activity as a whole is meant, or some of its performers."""
    return Series(activity, all_of_it.unit) in wanted


def _planned(measure: Measure, agreed: AgreedNumber) -> int:
    if measure.form is Form.BUDGETED and agreed.budgeted is not None:
        return agreed.budgeted
    return agreed.number


def _weighed(tally: Tally, counted: Counted, whose: Sequence[Series], gender: Gender | None) -> Fraction | None:
    """Return the rows of a tally as they weigh; None where they weigh one each, or are not all known."""
    if not tally.weights:
        return None
    rows = [figure_of(Tally(tally.table, (codes,)), counted, whose, gender).exact for codes in tally.rows]
    told = [count for count in rows if count is not None]
    if len(told) < len(rows):
        return None
    return sum((weight * one.count for weight, one in zip(tally.weights, told, strict=True)), Fraction())


def _exact(measure: Measure, numerator: Between, base: Between | None, weighed: Fraction | None) -> Fraction | None:
    if measure.form is Form.EQUIVALENTS:
        return weighed
    if numerator.exact is None:
        return None
    if measure.form is Form.COUNT:
        return Fraction(numerator.exact.count)
    if base is None or base.exact is None or not base.exact.count:
        return None
    return Fraction(numerator.exact.count, base.exact.count)


def _only(counted: Counted, units: Sequence[Series]) -> Counted:
    """Return the counts of some units."""
    wanted = set(units)
    if wanted >= set(counted.series):
        return counted
    return Counted(counted.period, tuple(one for one in counted.reports if Series(one.activity, one.unit) in wanted))
