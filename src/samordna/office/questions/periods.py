"""Which months do the books cover, and which periods does a person choose among?"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from samordna.domain.ledger.books import Detail
from samordna.domain.values.language import swedish
from samordna.domain.values.period import Month, Period, months_later
from samordna.office.questions.books.ledgers import TakenImport, imports


@dataclass(frozen=True, slots=True)
class PeriodChoice:
    """A period that can be chosen, and what it is called."""

    label: str
    period: Period


@dataclass(frozen=True, slots=True)
class YearChoices:
    """A fiscal year with the periods of it that its books cover; ``covers_to`` is their last month.

    ``version`` is the import that tells it; ``in_parts`` whether it tells of any part of the year, and not only of all
    that is covered in one sum.
    """

    label: str
    version: int
    year: Period
    covers_to: Month
    choices: tuple[PeriodChoice, ...]
    in_parts: bool = True

    def tells(self, period: Period) -> bool:
        """Tell whether its books tell of a period."""
        covered = Period(self.year.first, self.covers_to)
        return period == covered or (self.in_parts and covered.covers(period))


@dataclass(frozen=True, slots=True)
class Periods:
    """The fiscal years that have been read, latest first, and the period that is shown when nobody asks for one."""

    years: tuple[YearChoices, ...]
    default: Period | None

    @property
    def usual(self) -> Period:
        """The period that is asked for when nobody says one; where nothing was read any will do, and is refused."""
        return self.default or Period(200001, 200012)

    @property
    def versions(self) -> tuple[int, ...]:
        """The imports that tell them, in order."""
        return tuple(sorted(year.version for year in self.years))


def periods(versions: Sequence[int] | None = None) -> Periods:
    """Return the periods of the current imports, or of those that are named, as known then.

    The default is the latest fiscal year from its start to the last month that is covered.
    """
    chosen = [taken for taken in imports() if (taken.current if versions is None else taken.version in versions)]
    years = tuple(_choices(taken) for taken in sorted(chosen, key=lambda taken: taken.year.start, reverse=True))
    default = Period(years[0].year.first, years[0].covers_to) if years else None
    return Periods(years, default)


def comparisons(period: Period, known: Periods) -> tuple[PeriodChoice, ...]:
    """Return what a period can be compared with, besides the same months a year earlier: what the books cover."""
    count = len(period.months)
    before = Period(months_later(period.first, -count), months_later(period.first, -1))
    found = (
        PeriodChoice(swedish("Två år tidigare"), period.years_before(2)),
        PeriodChoice(swedish("Tre år tidigare"), period.years_before(3)),
        PeriodChoice(swedish("Närmast före"), before),
    )
    return tuple(
        PeriodChoice(f"{choice.label} ({choice.period.in_words})", choice.period)
        for choice in found
        if any(year.tells(choice.period) for year in known.years)
    )


def _choices(taken: TakenImport) -> YearChoices:
    year = taken.year.period
    covered = taken.covered
    found = [
        choice for choice in _of_year(year, covered) if covered.covers(choice.period) and taken.tells(choice.period)
    ]
    once = {choice.period: choice for choice in reversed(found)}
    choices = tuple(choice for choice in found if once[choice.period] is choice)
    in_parts = taken.detail is not Detail.PERIOD
    return YearChoices(taken.year.in_words, taken.version, year, covered.last, choices, in_parts)


def _of_year(year: Period, covered: Period) -> Iterator[PeriodChoice]:
    """Yield the usual periods of a fiscal year: all of it, so far, thirds, from its start, quarters, months."""
    yield _named(swedish("Hela året"), year)
    yield _named(swedish("Året hittills"), covered)
    months = year.months
    for count, name in ((4, swedish("Tertial 1")), (8, swedish("Tertial 1–2"))):
        if count <= len(months):
            yield _named(name, Period(year.first, months[count - 1]))
    for quarter, first in enumerate(months[: len(months) // 3 * 3 : 3], start=1):
        yield _named(swedish("Kvartal {n}").format(n=quarter), Period(first, months_later(first, 2)))
    for last in months[1:]:
        yield _named(swedish("Från årets början"), Period(year.first, last))
    for month in months:
        single = Period(month, month)
        yield PeriodChoice(single.in_words.capitalize(), single)


def _named(name: str, period: Period) -> PeriodChoice:
    return PeriodChoice(f"{name} ({period.in_short})", period)
