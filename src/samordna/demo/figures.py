"""Which figures do the demo associations enter by hand, and where were they taken from?"""

from collections.abc import Iterator, Mapping
from typing import Final

from samordna.domain.ledger.entered import EnteredFigure, Scenario
from samordna.domain.values.period import Period
from samordna.domain.values.unit import KRONOR, PERCENT, PERSONS, THOUSANDS, Unit

_PERIOD: Final = Period(202401, 202408)
_YEAR: Final = Period(202401, 202412)
_INTERIM: Final = "Insjörikets delårsredovisning januari–augusti 2024"


def _actual(key: str, value: int, unit: Unit, source: str, *, years_before: int = 0) -> EnteredFigure:
    exact = value * 100 if unit == PERCENT else value * unit.holds.numerator
    return EnteredFigure(key, Scenario.ACTUAL, _PERIOD.years_before(years_before), exact, unit, source)


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


_NO_MORE_INCOME: Final = {
    f"income:{row}": 0 for row in ("avskrivningar", "fin_intakter", "fin_kostnader", "extraordinara")
}
_NO_ADJUSTMENTS: Final = {
    f"balance-requirement:{row}": 0
    for row in (
        "realisationsvinster",
        "realisationsvinster_undantag",
        "realisationsforluster_undantag",
        "orealiserade",
        "aterforing",
    )
}

FIGURES: Final[Mapping[str, tuple[EnteredFigure, ...]]] = {
    "sjuharad": (
        _actual("keyfigures:mal_eget_kapital", 2000, THOUSANDS, "Sjuhärads verksamhetsplan, finansiellt delmål"),
        _actual(
            "keyfigures:mal_eget_kapital",
            2000,
            THOUSANDS,
            "Sjuhärads verksamhetsplan, finansiellt delmål",
            years_before=1,
        ),
    ),
    "insjoriket": (
        *_key_figures(),
        _actual("goals:tilldelning", 14278, THOUSANDS, _INTERIM),
        _actual("goals:rekommenderad_andel", 20, PERCENT, "Nationella rådets rekommendation om eget kapital"),
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
        *_planned(Scenario.ACTUAL, _PERIOD, _NO_ADJUSTMENTS, "Kansliets genomgång: inga poster att justera"),
        *_planned(Scenario.FORECAST, _YEAR, _NO_ADJUSTMENTS, "Kansliets genomgång: inga poster att justera"),
    ),
}
"""The figures by association. Published figures that contradict the ledger are not among them."""
