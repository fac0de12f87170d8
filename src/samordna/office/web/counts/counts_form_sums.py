"""What does a report come to, table by table, and what stands in each of them?"""

from samordna.domain.participation.agreement_checks import shown
from samordna.domain.participation.count_form import GENDER_HEADINGS, TOTAL
from samordna.domain.participation.count_table import CountTable, Gender, Holds
from samordna.domain.participation.counts_report import CountsReport, Place
from samordna.domain.participation.filling import Field, HowFar, explanation_of, how_far, rows_to_fill, text_in
from samordna.domain.values.language import swedish
from samordna.look.parts import Cell, Heading, Things
from samordna.office.web.counts.counts_form_fill import MARKS
from samordna.office.web.counts.counts_form_link import OpenForm

_GENDERS: tuple[Gender | None, ...] = (*Gender, None)


def sums_of(report: CountsReport, form: OpenForm, *, linked: bool) -> Things:
    """Return every table with what it comes to, and how far it has come; ``linked`` leads to where it is filled in."""
    come = how_far(report, form.asked)
    rows = []
    for table in form.asked.count_tables:
        href = form.table_address(table.key) if linked else ""
        told = (MARKS[come[table.key]].label.lower(), swedish("raderna tillsammans") if table.several else "")
        note = ", ".join(filter(None, told if come[table.key] is not HowFar.FILLED else told[1:]))
        figures = (Cell(_sum(report, table, gender)) for gender in _GENDERS)
        rows.append((Cell(table.name, href, note=note), *figures))
    return Things(swedish("Tabellerna och deras summor"), _headings(), tuple(rows), stacked=True)


def tables_of(report: CountsReport, form: OpenForm) -> tuple[tuple[Things, str], ...]:
    """Return every table that its sums do not say all of, with what the unit says of it."""
    told = ((table, explanation_of(report, table.key)) for table in form.asked.count_tables)
    return tuple((_table(report, table, form), text) for table, text in told if table.dimensions or text)


def _table(report: CountsReport, table: CountTable, form: OpenForm) -> Things:
    rows = tuple(
        (
            Cell(form.answers[row.key] or table.name),
            *(Cell(text_in(report, Field(Place(table.key, row.codes, one), row.part)) or "–") for one in table.genders),
            Cell(_total(report, table, Field(Place(table.key, row.codes), row.part))),
        )
        for row in rows_to_fill(table, form.asked)
    )
    genders = tuple(Heading(GENDER_HEADINGS[one], numbers=True) for one in table.genders)
    headings = (Heading(swedish("Svar")), *genders, Heading(TOTAL, numbers=True))
    return Things(table.name, headings, rows, title_shown=True, stacked=True)


def _total(report: CountsReport, table: CountTable, one: Field) -> str:
    if table.holds is Holds.SUMS:
        return text_in(report, one) or "–"
    return _shown(report, table, None, one.place.codes)


def _sum(report: CountsReport, table: CountTable, gender: Gender | None) -> str:
    if table.holds is Holds.SUMS or (gender and gender not in table.genders):
        return ""
    if not table.dimensions:
        return _shown(report, table, gender)
    there = {one.gender for one in report.by_place if one.table == table.key and report.by_place[one] is not None}
    told = there if gender is None else there & {gender}
    return shown(report.sum_of_rows(table.key, gender)) if told else "–"


def _shown(report: CountsReport, table: CountTable, gender: Gender | None, codes: tuple[str, ...] = ()) -> str:
    """Return a figure, or a dash where nothing at all is told."""
    parts = (gender,) if gender else (*table.genders, None)
    told = any(report.by_place.get(Place(table.key, codes, one)) is not None for one in parts)
    return shown(report.figure(table.key, codes, gender)) if told else "–"


def _headings() -> tuple[Heading, ...]:
    genders = (*GENDER_HEADINGS.values(), TOTAL)
    return (Heading(swedish("Tabell")), *(Heading(one, numbers=True) for one in genders))
