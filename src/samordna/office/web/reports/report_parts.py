"""What stands on the pages of reports?"""

from collections.abc import Iterable, Iterator, Mapping

from django.http import QueryDict

from samordna.domain.values.language import swedish
from samordna.look.parts import Choice, Fact, Link
from samordna.office import questions
from samordna.office.questions import Periods, ReportMadeAgain
from samordna.office.web.forms.wanted import Wanted, address_period
from samordna.office.web.forms.when import day_and_time
from samordna.office.web.pages.figure_links import FigureLinks
from samordna.office.web.pages.files import Format
from samordna.renderers.html import Links, contents_html, sections_html


def reports_page(sent: QueryDict) -> dict[str, object]:
    """Return what the list of reports shows; what was ``sent`` and could not be done is chosen still."""
    known = questions.periods()
    return {
        "made": [_listed(made) for made in questions.made_reports()],
        "kinds": _kinds(questions.report_kinds(), sent.get("slag", "")),
        "periods": tuple(_periods(known, sent.get("period", ""))),
        "comparisons": tuple(_comparisons(known, sent.get("jamfor", ""))),
        "nothing_read": not known.years,
    }


def _listed(made: questions.MadeReport) -> dict[str, object]:
    return {
        "made": made,
        "period": made.asked.period.in_words,
        "when": day_and_time(made.at),
        "layout": _layout_told(made),
    }


def _layout_told(made: questions.MadeReport) -> str:
    if made.layout_revision:
        return swedish("Förbundets egen, efter ändring {number}").format(number=made.layout_revision)
    return swedish("Den som följer med programmet")


def _kinds(kinds: Mapping[str, str], chosen: str) -> tuple[Choice, ...]:
    return tuple(Choice(kind, name, current=kind == chosen) for kind, name in kinds.items())


def _periods(known: Periods, chosen: str) -> Iterator[Choice]:
    current = chosen or (address_period(known.default) if known.default else "")
    for year in known.years:
        for choice in year.choices:
            value = address_period(choice.period)
            yield Choice(value, choice.label, current=value == current)


def _comparisons(known: Periods, chosen: str) -> Iterator[Choice]:
    yield Choice("", swedish("Samma månader året före"))
    for choice in questions.comparisons(known.default, known) if known.default else ():
        value = address_period(choice.period)
        yield Choice(value, choice.label, current=value == chosen)


def report_page(again: ReportMadeAgain, formats: Iterable[Format]) -> dict[str, object]:
    """Return what the page of a report shows: the report itself, and all that it was made from."""
    made, document = again.made, again.document
    statements = frozenset(statement.id for statement in again.layout.statements)
    links = FigureLinks(_wanted(again), statements, again.walks)
    return {
        "again": again,
        "made": made,
        "title": f"{document.title} {document.subtitle}",
        "document": document,
        "contents": contents_html(document.sections) if document.contents else None,
        "sections": sections_html(document.sections, links=Links(links.table, links.text)),
        "facts": _facts(again),
        "files": tuple(Link(one.label, f"/rapporter/{made.number}/{one.ending}/") for one in formats),
        "back": Link(swedish("Alla rapporter"), "/rapporter/"),
    }


def _wanted(again: ReportMadeAgain) -> Wanted:
    """Return what the addresses of the report's figures want: the very basis, where it is not what holds now."""
    made = again.made
    usual = made.asked.compare == made.asked.period.years_before(1)
    held = made.imports == questions.periods().versions
    layout = str(made.layout_revision) if made.layout_revision else made.layout_name
    return Wanted(
        period=made.asked.period,
        compare=None if usual else made.asked.compare,
        layout="" if again.layout_holds else layout,
        versions=() if held else made.imports,
    )


def _facts(again: ReportMadeAgain) -> tuple[Fact, ...]:
    made = again.made
    year = made.asked.period.last // 100
    return (
        Fact(swedish("Period"), made.asked.period.in_words),
        Fact(swedish("Jämförs med"), made.asked.compare.in_words),
        *(_import_fact(taken.version, taken.year.in_words, taken.file_name) for taken in again.imports),
        Fact(swedish("Uppställning"), _layout_told(made), Link("", f"/uppstallning/?ar={year}")),
        Fact(swedish("Gjord"), f"{day_and_time(made.at)}, {made.by}"),
        Fact(swedish("Kontrollsumma"), made.digest[:12]),
    )


def _import_fact(version: int, year: str, file_name: str) -> Fact:
    label = swedish("Räkenskapsår {year}").format(year=year)
    value = swedish("Inläsning {version}, {file}").format(version=version, file=file_name)
    return Fact(label, value, Link(value, f"/inlasning/{version}/"))
