"""What does a small unit report, for tests to change?"""

from samordna.domain.participation.asked import Asked, Named, with_blanks
from samordna.domain.participation.checks import report_problems
from samordna.domain.participation.code_lists import OCCASION, Code, CodeList, municipalities
from samordna.domain.participation.count_table import Gender
from samordna.domain.participation.counts_report import (
    Cell,
    CountsReport,
    Explanation,
    Place,
    Sums,
    Value,
    VouchedBy,
    in_order,
)
from samordna.domain.participation.tables import TABLES
from samordna.domain.values.counted import RawCount
from samordna.domain.values.period import Period

ASSOCIATION = Named("222000-0000", "Samordningsförbundet Exempelbygden")
UNIT, ACTIVITY = Named("granby", "Arbetssteget Granby"), Named("arbetssteget", "Arbetssteget")
INTERIM = Period(202401, 202408)
OWN = (
    municipalities([("9901", "Granby"), ("9902", "Talldalen")]),
    CodeList(OCCASION.key, OCCASION.name, (Code("day", "Utbildningsdag"), Code("evening", "Kvällsmöte"))),
)
W, M, U = Gender

Counts = dict[tuple[str, ...], tuple[int | None, ...]]
"""Women, men, unknown and, where it is told, the total, by table and codes."""

COUNTS: Counts = {
    ("referrals",): (9, 6, 0),
    ("referrals_by_source", "psychiatry"): (5, 2, 0),
    ("referrals_by_source", "school"): (4, 4, 0),
    ("carried_over",): (2, 2, 0),
    ("waiting",): (3, 2, 0),
    ("not_started",): (1, 1, 0),
    ("starts",): (7, 5, 0),
    ("starts_by_age", "age_16_19"): (3, 5, 0),
    ("starts_by_age", "age_40_49"): (4, 0, 0),
    ("starts_by_income", "sickness_benefit"): (6, 3, 0),
    ("starts_by_income", "social_assistance"): (2, 3, 0),
    ("ongoing_at_start",): (4, 1, 0),
    ("ongoing",): (8, 4, 0),
    ("exits",): (3, 2, 0),
    ("participants",): (11, 6, 0),
    ("unique",): (10, 6, 0),
    ("measured_once",): (7, 3, 0),
    ("measured_twice",): (4, 2, 0),
    ("violence_asked",): (6, 3, 0),
    ("violence_disclosed",): (2, 0, 0),
}  # fmt: skip
SUMS = {
    ("progression_change", "steps_days", W): Sums(RawCount(4), 3, 5),
    ("progression_change", "steps_days", M): Sums(RawCount(2), -1, 1),
    ("progression_change", "steps_days", U): Sums(RawCount(0), 0, 0),
}


def asked(*, tables: tuple[str, ...] = (), period: Period = INTERIM, unit: Named = UNIT) -> Asked:
    usual = dict.fromkeys(key[0] for key in (*COUNTS, *SUMS))
    return Asked(ASSOCIATION, unit, ACTIVITY, period, tables or tuple(usual), OWN)


def cells_of(counts: Counts, sums: dict[tuple[str, str, Gender], Sums] | None = None) -> tuple[Cell, ...]:
    cells: list[Cell] = []
    for (table, *codes), values in counts.items():
        genders: tuple[Gender | None, ...] = (*TABLES[table].genders, None)
        pairs = zip(genders, values, strict=False)
        cells += [Cell(Place(table, tuple(codes), gender), _value(value)) for gender, value in pairs]
    cells += [Cell(Place(table, (code,), gender), value) for (table, code, gender), value in (sums or {}).items()]
    return in_order(cells)


def _value(value: int | None) -> Value:
    return None if value is None else RawCount(value)


def report(
    changed: Counts | None = None,
    *,
    period: Period = INTERIM,
    unit: str = UNIT.key,
    explained: dict[str, str] | None = None,
    **changes: object,
) -> CountsReport:
    """Return the report with some rows changed; blanks are meant."""
    cells = cells_of({**COUNTS, **(changed or {})}, SUMS)
    filled = with_blanks(cells, asked(tables=tuple({cell.place.table for cell in cells})))
    texts = tuple(Explanation(*one) for one in (explained or {}).items())
    made: dict[str, object] = {"cells": filled, "complete": True, "explanations": texts, **changes}
    return CountsReport(unit, ACTIVITY.key, period, VouchedBy.UNIT_MANAGER, **made)  # type: ignore[arg-type]


def told(one: CountsReport, what: Asked | None = None) -> list[tuple[str, str, str]]:
    """Return the kind, the place and the finding of everything that is told of a report."""
    problems = report_problems(one, what or asked(tables=tuple({cell.place.table for cell in one.cells})))
    return [(problem.code.removeprefix("counts-"), problem.place, problem.found) for problem in problems]
