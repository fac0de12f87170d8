"""Which figures do the demo associations enter by hand, and where were they taken from?"""

from collections.abc import Iterator, Mapping
from typing import Final

from samordna.domain.ledger.entered import EnteredFigure, Scenario
from samordna.domain.values.period import Period
from samordna.domain.values.unit import KRONOR, PERCENT, PERSONS, THOUSANDS, Unit

_PERIOD: Final = Period(202401, 202408)
_YEAR: Final = Period(202401, 202412)
_LAST_YEAR: Final = Period(202301, 202312)
_INTERIM: Final = "Insjörikets delårsredovisning januari–augusti 2024"
_EARLIER: Final = "Insjörikets årsredovisningar för tidigare år (exempel i demon)"
_AUDIT: Final = "Revisorernas räkningar (exempel i demon)"


def _actual(key: str, value: int, unit: Unit, source: str, *, years_before: int = 0) -> EnteredFigure:
    return _of(_PERIOD.years_before(years_before), key, value, unit, source)


def _of(period: Period, key: str, value: int, unit: Unit, source: str) -> EnteredFigure:
    exact = value * 100 if unit == PERCENT else value * unit.holds.numerator
    return EnteredFigure(key, Scenario.ACTUAL, period, exact, unit, source)


def _planned(scenario: Scenario, period: Period, kronor: Mapping[str, int], source: str) -> Iterator[EnteredFigure]:
    for key, value in kronor.items():
        yield EnteredFigure(key, scenario, period, value * 100, KRONOR, source)


def _key_figures() -> Iterator[EnteredFigure]:
    """Yield what the ledgers do not reach: staff, and the two years before the first of them."""
    older = {
        "intakter": (9639, 10281),
        "kostnader": (7875, 9334),
        "resultat": (1764, 946),
    }
    for row, values in older.items():
        for years_before, value in enumerate(values, start=2):
            yield _actual(f"keyfigures:{row}", value, THOUSANDS, _INTERIM, years_before=years_before)
    for years_before, value in enumerate((50, 38), start=2):
        yield _actual("keyfigures:soliditet", value, PERCENT, _INTERIM, years_before=years_before)
    for years_before, value in enumerate((2, 2, 2, 1)):
        yield _actual("keyfigures:anstallda", value, PERSONS, _INTERIM, years_before=years_before)


def _of_year(key: str, year: int, value: int, unit: Unit, source: str) -> EnteredFigure:
    exact = value * unit.holds.numerator
    return EnteredFigure(f"years:{key}", Scenario.ACTUAL, Period(year * 100 + 1, year * 100 + 12), exact, unit, source)


def _years_of_sjuharad() -> Iterator[EnteredFigure]:
    """Yield what is known of the years before the first ledger, and the staff that no ledger counts."""
    for year in (2022, 2021):
        yield _of_year("bidrag", year, 19_032, THOUSANDS, "Verksamhetsplan 2022–2024, finansieringsplan")
    yield _of_year("eget_kapital", 2022, 3_843, THOUSANDS, "Ingående balans 2023")
    for year in (2023, 2022):
        yield _of_year("anstallda", year, 3, PERSONS, "Kansliets personalförteckning")
    yield _actual("years:anstallda", 3, PERSONS, "Kansliets personalförteckning")


def _years_of_insjoriket() -> Iterator[EnteredFigure]:
    yield _of_year("eget_kapital", 2022, 6_561, THOUSANDS, "Ingående balans 2023")
    for year in (2023, 2022):
        yield _of_year("anstallda", year, 2, PERSONS, _INTERIM)


def _of_last_year() -> Iterator[EnteredFigure]:
    """Yield what Insjöriket's ledger of 2023 does not hold: staff, the recommended level, the years before it."""
    older = {
        "intakter": (14459, 15422, 14900),
        "kostnader": (12603, 14611, 14350),
        "resultat": (1856, 811, 550),
    }
    for row, values in older.items():
        for years_before, value in enumerate(values, start=1):
            yield _earlier(f"keyfigures:{row}", value, THOUSANDS, years_before)
    for years_before, value in enumerate((55, 47), start=2):
        yield _earlier("keyfigures:soliditet", value, PERCENT, years_before)
    for years_before, value in enumerate((2, 2, 2, 1)):
        yield _earlier("keyfigures:anstallda", value, PERSONS, years_before)
    yield _of(_LAST_YEAR, "goals:tilldelning", 14278, THOUSANDS, "Parternas beslut om medel 2023")
    yield _of(_LAST_YEAR, "goals:rekommenderad_andel", 20, PERCENT, _RECOMMENDED)


def _earlier(key: str, value: int, unit: Unit, years_before: int) -> EnteredFigure:
    return _of(_LAST_YEAR.years_before(years_before), key, value, unit, _EARLIER)


_RECOMMENDED: Final = "Nationella rådets rekommendation om eget kapital"
_NO_MORE_INCOME: Final = {
    f"income:{row}": 0 for row in ("avskrivningar", "fin_intakter", "fin_kostnader", "extraordinara")
}

FIGURES: Final[Mapping[str, tuple[EnteredFigure, ...]]] = {
    "sjuharad": (
        *_years_of_sjuharad(),
        _of(_LAST_YEAR, "note-income-4:revision", -48000, KRONOR, _AUDIT),
        _actual("note-income-4:revision", -32000, KRONOR, _AUDIT),
    ),
    "insjoriket": (
        *_key_figures(),
        *_of_last_year(),
        *_years_of_insjoriket(),
        _actual("goals:tilldelning", 14278, THOUSANDS, _INTERIM),
        *_planned(
            Scenario.BUDGET,
            _YEAR,
            _NO_MORE_INCOME,
            "Budget 2024",
        ),
        *_planned(
            Scenario.FORECAST,
            _YEAR,
            {**_NO_MORE_INCOME, "income:fin_intakter": 350000},
            "Prognos 2024 per augusti",
        ),
        *_planned(
            Scenario.BUDGET,
            _PERIOD,
            {"operating:ovriga": 0},
            "Aktuell budget januari–augusti 2024",
        ),
        *_planned(Scenario.BUDGET, _LAST_YEAR, {**_NO_MORE_INCOME, "operating:ovriga": 0}, "Budget 2023"),
    ),
}
"""The figures by association. Published figures that contradict the ledger are not among them."""
