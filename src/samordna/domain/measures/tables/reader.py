"""What stands in a cell, of what may be read of the counts behind it?"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import Final

from samordna.domain.activities.agreed import AgreedNumber
from samordna.domain.document import (
    BLANK,
    Cell,
    ComputedOrigin,
    CountOrigin,
    EnteredOrigin,
    Hidden,
    How,
    Missing,
    Number,
    Part,
)
from samordna.domain.measures.disclosure import Publication, Rule, share_of
from samordna.domain.measures.measure import Form, Measure, Tally
from samordna.domain.measures.measuring import agreed_of
from samordna.domain.measures.spots import Ground, Spot, Whose
from samordna.domain.measures.spread import Spread, spread_of
from samordna.domain.measures.wanted import weighed_of
from samordna.domain.participation.agreement_checks import shown as in_words
from samordna.domain.participation.between import Between, together
from samordna.domain.participation.by_municipality import BY_MUNICIPALITY
from samordna.domain.participation.code_lists import CodeLists
from samordna.domain.participation.combining import Series
from samordna.domain.participation.count_table import Gender, Joining
from samordna.domain.participation.tables import TABLES
from samordna.domain.values.counted import Below, Published, Shown, Withheld
from samordna.domain.values.language import swedish
from samordna.domain.values.period import Period
from samordna.domain.values.unit import PERCENT, PERSONS

NOT_TOLD_SIGN: Final = swedish("–")
_BELOW: Final = swedish("Färre än {threshold}: antalet visas inte, så att ingen går att känna igen.")
_WITHHELD: Final = swedish("Antalet visas inte: med det skulle ett litet antal gå att räkna ut.")
_APART: Final = swedish(
    " Kvinnor, män och okänt kön är tillsammans inte lika många som totalt, så det är inte skillnaden mellan dem."
)
_OF_HIDDEN: Final = swedish("Visas inte, eftersom ett antal bakom det inte visas.")
_BASE: Final = swedish("Färre än {least} att räkna på: varje person skulle synas för mycket.")
_OVERLAP: Final = swedish(
    "Samma person kan finnas i flera enheter. Det är minst den största enhetens antal, högst summan."
)
_OVER_PERIODS: Final = swedish(
    "Samma person kan finnas i flera perioder. Det är minst den största periodens antal, och inte fler än periodernas "
    "summa eller deltagandena."
)
_OVER_BOTH: Final = swedish(
    "Samma person kan finnas i flera enheter och i flera perioder. Det är minst det största antalet, högst summan."
)
_AT_LEAST: Final = swedish("Något är inte redovisat, så antalet kan vara större.")
_NOT_REPORTED: Final = swedish("Det är inte redovisat.")
_NOT_PLACED: Final = swedish("Enheten redovisar inte efter kommun och tar emot från flera.")
_NOT_ALL_AGREED: Final = swedish("Alla som redovisar har inget avtalat antal.")


@dataclass(frozen=True)
class Names:
    """What activities and units are called, by their ids; who has no name here is called by the id."""

    activities: Mapping[str, str] = field(default_factory=dict)
    units: Mapping[str, str] = field(default_factory=dict)

    def activity(self, key: str) -> str:
        """Return what an activity is called."""
        return self.activities.get(key, key)

    def unit(self, key: str) -> str:
        """Return what a unit is called."""
        return self.units.get(key, key)


@dataclass(frozen=True)
class Reader:
    """What may be read: signs of counts, and what is made of them."""

    ground: Ground
    publication: Publication
    rule: Rule
    names: Names
    lists: CodeLists
    agreed: Sequence[AgreedNumber] = ()
    numbers: Mapping[Series, tuple[int, ...]] = field(default_factory=dict)

    def cell(
        self,
        measure: Measure,
        whose: Whose = Whose(),  # noqa: B008 - a value
        gender: Gender | None = None,
        tally: Tally | None = None,
    ) -> Cell:
        """Return what may be read of a measure somewhere; ``tally`` narrows a count to some rows of a table."""
        part = spot_of(tally or measure.numerator, whose, gender)
        if gender and (measure.agreed or gender not in TABLES[part.table].genders):
            return BLANK
        if measure.agreed:
            agreed = self._of_agreed if measure.form is Form.OF_AGREED else self._agreed
            return agreed(measure, whose)
        if measure.denominator:
            return self.share(measure, part, spot_of(measure.denominator, whose, gender))
        if measure.form is Form.EQUIVALENTS:
            return self._weighed(measure, whose, gender)
        return self._count(measure, part)

    def sign(self, spot: Spot) -> Published | None:
        """Return what may be read of a count; None when nobody knows it exactly."""
        if self.ground.figure(spot).exact is None:
            return None
        return self.publication.of(self.ground.key(spot))

    def origin(self, measure: Measure, spots: Iterable[Spot]) -> CountOrigin:
        """Return where counts come from."""
        whose = dict.fromkeys(one for spot in spots for one in self.ground.series(spot.table, spot.whose))
        reports = tuple(sorted({number for one in whose for number in self.numbers.get(one, ())}))
        return CountOrigin(measure.key, measure.definition, measure.population, self.period, reports)

    @property
    def period(self) -> Period:
        """The months that are counted."""
        return self.ground.counted.period

    def _count(self, measure: Measure, spot: Spot) -> Cell:
        sign = self.sign(spot)
        if isinstance(sign, Shown):
            return Number(sign.count, measure.unit, self.origin(measure, (spot,)))
        if sign is None:
            return self._between(measure, spot)
        return self._hidden(measure, sign, (spot,))

    def _hidden(self, measure: Measure, sign: Below | Withheld, spots: Sequence[Spot]) -> Hidden:
        origin = self.origin(measure, spots)
        apart = _APART if any(map(self._is_told_apart, spots)) else ""
        if isinstance(sign, Below):
            return Hidden(f"<{sign.threshold}", f"{_BELOW.format(threshold=sign.threshold)}{apart}", origin)
        return Hidden(NOT_TOLD_SIGN, f"{_WITHHELD}{apart}", origin)

    def _is_told_apart(self, spot: Spot) -> bool:
        """Tell whether women, men and unknown are not all: who subtracts gets another figure than the hidden one."""
        genders = TABLES[spot.table].genders
        told = together(self.ground.figure(spot._replace(gender=gender)) for gender in genders)
        return bool(genders) and self.ground.figure(spot._replace(gender=None)).differs_from(told)

    def _between(self, measure: Measure, spot: Spot) -> Cell:
        """Return the two counts that one lies between, where both may be read; nobody knows better."""
        figure, whose = self.ground.figure(spot), self.ground.series(spot.table, spot.whose)
        if not whose:
            return _nothing_asked(spot)
        if figure.most is None and not self.ground.tells(spot):
            return Missing(_NOT_REPORTED)
        if not self._may_be_limited(spot, figure, whose):
            return Hidden(NOT_TOLD_SIGN, _OF_HIDDEN, self.origin(measure, (spot,)))
        reason = _AT_LEAST if figure.most is None else overlap_told(len(whose), self.ground.periods(spot))
        return Hidden(in_words(figure), reason, self.origin(measure, (spot,)))

    def _may_be_limited(self, spot: Spot, figure: Between, whose: Sequence[Series]) -> bool:
        """Tell whether the two ends may be read: both are made of the counts of each unit."""
        if not self.rule.least:
            return True
        if figure.most is None or TABLES[spot.table].over_units is not Joining.INTERVAL:
            return False
        units = (self.sign(spot._replace(whose=Whose(one.activity, one.unit))) for one in whose)
        return all(isinstance(sign, Shown) for sign in units)

    def share(self, measure: Measure, part: Spot, base: Spot) -> Cell:
        """Return what part of a base somebody is, where that may be read."""
        signs = (self.sign(part), self.sign(base))
        return self._part(measure, signs[0], signs[1], (part, base))

    def _part(self, measure: Measure, part: Published | None, base: Published | None, spots: Sequence[Spot]) -> Cell:
        if part is None or base is None:
            asked = self.ground.series(spots[0].table, spots[0].whose)
            return Missing(_NOT_REPORTED) if asked else _nothing_asked(spots[0])
        if isinstance(base, Shown) and not base.count:
            return BLANK
        share = share_of(part, base, self.rule)
        if share is not None and isinstance(part, Shown) and isinstance(base, Shown):
            parts = tuple(
                Part(TABLES[spot.table].name, sign.count, self.origin(measure, (spot,)))
                for spot, sign in zip(spots, (part, base), strict=True)
            )
            return Number(share, PERCENT, ComputedOrigin(measure.definition, parts, How.QUOTIENT))
        few = isinstance(part, Shown) and isinstance(base, Shown)
        reason = _BASE.format(least=self.rule.least_base) if few else _OF_HIDDEN
        return Hidden(NOT_TOLD_SIGN, reason, self.origin(measure, spots))

    def _weighed(self, measure: Measure, whose: Whose, gender: Gender | None) -> Cell:
        spots = [spot_of(tally, whose, gender) for tally in weighed_of(measure.numerator)]
        signs = [self.sign(spot) for spot in spots]
        told = [sign.count for sign in signs if isinstance(sign, Shown)]
        if None in signs:
            return Missing(_NOT_REPORTED)
        if len(told) < len(signs):
            return Hidden(NOT_TOLD_SIGN, _OF_HIDDEN, self.origin(measure, spots))
        weights = [weight for weight in dict.fromkeys(measure.numerator.weights) if weight]
        exact = sum((weight * count for weight, count in zip(weights, told, strict=True)), Fraction())
        return Number(exact, measure.unit, self.origin(measure, spots))

    def _agreed(self, measure: Measure, whose: Whose) -> Cell:
        of = self.agreed_of(measure, whose)
        number = agreed_of(measure, of, self.agreed)
        if number is None:
            return BLANK
        return Number(number, measure.unit, self._agreed_origin(measure, whose))

    def agreed_of(self, measure: Measure, whose: Whose) -> tuple[Series, ...]:
        """Return those of whom something is agreed, within some units."""
        there = (Series(one.activity, one.unit) for one in self.agreed if one.counts is measure.agreed)
        within = (one for one in there if not self.ground.activities or one.activity in self.ground.activities)
        return tuple(one for one in within if whose.activity in ("", one.activity) and whose.unit in ("", one.unit))

    def _agreed_origin(self, measure: Measure, whose: Whose) -> EnteredOrigin:
        of = set(self.agreed_of(measure, whose))
        found = [one for one in self.agreed if Series(one.activity, one.unit) in of and one.counts is measure.agreed]
        basis = "; ".join(dict.fromkeys(one.basis for one in found))
        return EnteredOrigin(basis, f"{whose.activity}:{whose.unit}:{measure.key}", "agreed", found[0].year)

    def _of_agreed(self, measure: Measure, whose: Whose) -> Cell:
        of = self.agreed_of(measure, whose)
        number = agreed_of(measure, of, self.agreed)
        if not number:
            return BLANK
        spot = spot_of(measure.numerator, whose, None)
        if not all(one in of or Series(one.activity, "") in of for one in self.ground.series(spot.table, whose)):
            return Missing(_NOT_ALL_AGREED)
        sign = self.sign(spot)
        if sign is None:
            return Missing(_NOT_REPORTED)
        if not isinstance(sign, Shown):
            return Hidden(NOT_TOLD_SIGN, _OF_HIDDEN, self.origin(measure, (spot,)))
        parts = (
            Part(TABLES[spot.table].name, sign.count, self.origin(measure, (spot,))),
            Part(measure.population, number, self._agreed_origin(measure, whose)),
        )
        return Number(Fraction(sign.count, number), PERCENT, ComputedOrigin(measure.definition, parts, How.QUOTIENT))

    def spread(self, spot: Spot) -> Spread | None:
        """Return the mean of answers and its interval, where that may be read."""
        sign = self.sign(spot)
        answered = self.ground.sums(spot) if isinstance(sign, Shown) and sign.count >= self.rule.least_base else None
        return spread_of(answered) if answered else None

    def answers(self, measure: Measure, spot: Spot) -> tuple[Cell, ...]:
        """Return how many answered, the mean, and the interval it lies in."""
        many, spread = self._count(replace(measure, unit=PERSONS), spot), self.spread(spot)
        if spread is None:
            few = isinstance(many, Number)
            reason = _BASE.format(least=self.rule.least_base) if few else _OF_HIDDEN
            rest: Cell = (
                Missing(_NOT_REPORTED)
                if isinstance(many, Missing)
                else Hidden(NOT_TOLD_SIGN, reason, self.origin(measure, (spot,)))
            )
            return (many, rest, rest, rest)
        origin = self.origin(measure, (spot,))
        limits = (spread.low, spread.high)
        return (
            many,
            Number(spread.mean, measure.unit, origin),
            *(BLANK if one is None else Number(one, measure.unit, origin) for one in limits),
        )


def _nothing_asked(spot: Spot) -> Cell:
    return Missing(_NOT_PLACED) if spot.table in BY_MUNICIPALITY else BLANK


def overlap_told(units: int, periods: int) -> str:
    """Return why a figure lies between two: somebody may be in several units, or in several periods."""
    if periods < 2:
        return _OVERLAP
    return _OVER_PERIODS if units < 2 else _OVER_BOTH


def spot_of(tally: Tally, whose: Whose, gender: Gender | None) -> Spot:
    """Return the count that a tally is of somebody."""
    return Spot(tally.table, tally.rows, gender, whose)
