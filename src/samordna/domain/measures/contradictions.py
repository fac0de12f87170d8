"""What has somebody stated that the units together do not have, and may both figures be read?"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Final

from samordna.domain.measures.disclosure import Rule
from samordna.domain.measures.measure import Measure
from samordna.domain.measures.spots import Spot, Whose
from samordna.domain.measures.tables.reader import Reader
from samordna.domain.participation.between import together
from samordna.domain.participation.combining import Series
from samordna.domain.participation.count_table import GENDER_NAMES, Gender, Holds
from samordna.domain.participation.stated import StatedTotal
from samordna.domain.participation.tables import TABLES
from samordna.domain.values.counted import Shown
from samordna.domain.values.language import swedish
from samordna.domain.values.numerals import swedish_number

_DISAGREE: Final = swedish(
    "{name}: könen och totalen stämmer inte överens hos alla enheter. Det som inte visas går därför inte att räkna ut "
    "genom att dra ifrån."
)
_TOLD: Final = swedish("{place}: enheterna har tillsammans {sum}, men {source} anger {total}.")


def contradictions(tables: Collection[str], reader: Reader, stated: Sequence[StatedTotal]) -> tuple[str, ...]:
    """Return, in sentences, every stated sum of some count tables that differs from what may be read of the units'.

    One is left out when either figure is too small to be read, or withheld.
    """
    return tuple(dict.fromkeys(_sentences(tables, reader, stated)))


def genders_disagree(measures: Iterable[Measure], reader: Reader) -> Iterator[str]:
    """Yield, to those outside, of which counts some unit's women, men and unknown are not its total.

    Whoever subtracts what is shown from the total would else take the rest for one that is not. No figure is told.
    """
    tables = dict.fromkeys(table for one in measures for table in (one.numerator.family, *one.tables))
    for key in tables if reader.rule.least else ():
        if any(_disagrees(key, one, reader) for one in reader.ground.series(key)):
            yield _DISAGREE.format(name=TABLES[key].name)


def _disagrees(table: str, whose: Series, reader: Reader) -> bool:
    of, unit = TABLES[table], Whose(whose.activity, whose.unit)
    if of.dimensions or not of.genders or of.holds is Holds.SUMS:
        return False
    genders = together(reader.ground.figure(Spot(table, (), gender, unit)) for gender in Gender)
    return reader.ground.figure(Spot(table, (), None, unit)).differs_from(genders)


def _sentences(tables: Collection[str], reader: Reader, stated: Sequence[StatedTotal]) -> Iterator[str]:
    for one in stated:
        if one.place.table not in tables or one.period != reader.period:
            continue
        sign = _sign(one, reader)
        if sign is None or sign.count == one.count.count or not _may_be_read(one.count.count, reader.rule):
            continue
        figures = {"sum": swedish_number(sign.count), "total": swedish_number(one.count.count)}
        yield _TOLD.format(place=_called(one, reader), source=one.source, **figures)


def _sign(stated: StatedTotal, reader: Reader) -> Shown | None:
    """Return what may be read of the units' sum; None where nothing may."""
    whose = Whose(_activity(stated, reader))
    rows = (stated.place.codes,) if stated.place.codes else ()
    spot = Spot(stated.place.table, rows, stated.place.gender, whose)
    if not reader.ground.series(spot.table, whose):
        return None
    try:
        sign = reader.sign(spot)
    except KeyError:  # it is in no table of these
        return None
    return sign if isinstance(sign, Shown) else None


def _activity(stated: StatedTotal, reader: Reader) -> str:
    """Return the id of the activity that was meant, which may have been called by its name."""
    ids = (key for key, name in reader.names.activities.items() if stated.activity in (key, name))
    return next(ids, stated.activity)


def _may_be_read(count: int, rule: Rule) -> bool:
    return not count or count >= rule.least


def _called(stated: StatedTotal, reader: Reader) -> str:
    table, gender = TABLES[stated.place.table], stated.place.gender
    codes = zip(table.dimensions, stated.place.codes, strict=False)
    names = (reader.lists.name(dimension, code) for dimension, code in codes)
    of = [GENDER_NAMES[gender]] if isinstance(gender, Gender) else []
    return ", ".join((table.name, *names, *of))
