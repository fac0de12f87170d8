"""Of what parts is a page of statistics made: pickers, tables with their charts, where figures and headings lead?"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, TypeAlias

from samordna.domain.document import Column, Row, Table
from samordna.domain.measures.charts import chart_of
from samordna.domain.measures.disclosure import Audience, rule_of
from samordna.domain.measures.registry import BY_KEY
from samordna.domain.measures.view import View, ViewKind
from samordna.domain.values.language import swedish
from samordna.domain.values.numerals import swedish_number
from samordna.domain.values.period import swedish_date
from samordna.look.parts import Choice, Link, Picker
from samordna.office import questions
from samordna.office.questions import StatisticsChoices
from samordna.office.web.forms.wanted import address_period
from samordna.office.web.measures.measures import definition_address
from samordna.office.web.measures.statistics_wanted import ADDRESS, StatisticsWanted, audience_word
from samordna.office.web.pages.files import FORMATS
from samordna.renderers.charts import chart_svg
from samordna.renderers.html import table_html
from samordna.renderers.html.markup import Markup

_WHO: Final = {
    Audience.INSIDE: swedish("Inom förbundet"),
    Audience.OWNERS: swedish("Till ägarna"),
    Audience.PUBLIC: swedish("Offentligt"),
}
FigureAddress: TypeAlias = Callable[[str, str, str], str]
"""Where a figure is told of, by its table, row and column."""
_ALL: Final = ""
_WIDE: Final = 6
"""So many columns leave no room for a picture beside them."""
_LEFT_OF: Final = swedish("{period} ({count} har inte lämnat)")
_LEFT: Final = swedish("Alla har inte lämnat sina siffror för {period}. Det här är kvar: {units}.")
_EVERYTHING: Final = swedish("Alla antal visas som de är, också små. Visa dem inte för någon utanför kansliet.")
_RULE: Final = swedish(
    "Antal under {least} visas inte, och för känsliga uppgifter inte heller noll eller antal under {sensitive}. "
    "Andelar visas av minst {base} personer. Det som skulle göra dem möjliga att räkna ut visas inte heller."
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A table on the page: its anchor, heading and where that is defined, and its picture beside it."""

    id: str
    title: str
    definition: Link | None
    table: Markup
    picture: Markup | None = None
    picture_title: str = ""
    wide: bool = False
    """The table needs the whole width: the picture stands below it."""


def pickers(wanted: StatisticsWanted, choices: StatisticsChoices) -> tuple[Picker, ...]:
    """Return what can be chosen; activity and unit only of what is shown inside the association."""
    chosen = [
        Picker("vy", swedish("Vy"), tuple(_views(wanted, choices))),
        Picker("period", swedish("Period"), tuple(_periods(wanted, choices))),
        Picker("for", swedish("Till vem"), tuple(_audiences(wanted))),
    ]
    if wanted.audience is Audience.INSIDE:
        chosen.append(Picker("insats", swedish("Insats"), _named(choices.activities, wanted.activity)))
        chosen.append(Picker("utforare", swedish("Utförare"), _named(choices.units, wanted.unit)))
    return tuple(chosen)


def _views(wanted: StatisticsWanted, choices: StatisticsChoices) -> Iterator[Choice]:
    """Yield the views that have anything to show of the period, and the one that is chosen."""
    there = questions.views_for(wanted.period)
    for view in {one.key: one for one in (*there, *choices.own, wanted.view)}.values():
        yield Choice(view.key, view.name, current=view.key == wanted.view.key)


def _periods(wanted: StatisticsWanted, choices: StatisticsChoices) -> Iterator[Choice]:
    for period in dict.fromkeys((*choices.periods, wanted.period)):
        left = len(choices.left.get(period, ()))
        told = _LEFT_OF.format(period=period.in_words, count=swedish_number(left)) if left else period.in_words
        yield Choice(address_period(period), told, current=period == wanted.period)


def left_told(wanted: StatisticsWanted, choices: StatisticsChoices) -> str:
    """Return who is left to tell of the period that is shown; nothing when everybody has told."""
    units = sorted({choices.units.get(one.unit, one.unit) for one in choices.left.get(wanted.period, ())})
    return _LEFT.format(period=wanted.period.in_words, units=", ".join(units)) if units else ""


def newer_link(wanted: StatisticsWanted, choices: StatisticsChoices) -> Link | None:
    """Return the way to later months that not everybody has told of yet; None when there are none."""
    if choices.newer is None or wanted.period.last >= choices.newer.last:
        return None
    told = swedish("Visa {period}, som inte alla har lämnat än").format(period=choices.newer.in_words)
    return Link(told, f"{ADDRESS}{wanted.but(period=choices.newer).query}")


def _audiences(wanted: StatisticsWanted) -> Iterator[Choice]:
    for audience in Audience:
        yield Choice(audience_word(audience), _WHO[audience], current=audience is wanted.audience)


def _named(names: Mapping[str, str], chosen: str) -> tuple[Choice, ...]:
    told = (Choice(key, name, current=key == chosen) for key, name in names.items())
    return (Choice(_ALL, swedish("Alla"), current=not chosen), *told)


def file_links(path: str, query: str = "") -> tuple[Link, ...]:
    """Return the ways to what is shown as files, under a path."""
    return tuple(Link(one.label, f"{path}fil/{one.ending}/{query}") for one in FORMATS.values())


def rule_told(audience: Audience) -> str:
    """Return what is shown to an audience and what is not, in words."""
    rule = rule_of(audience)
    if not rule.least:
        return _EVERYTHING
    told = _RULE.format(least=rule.least, sensitive=rule.least_sensitive, base=rule.least_base)
    since = swedish("Regeln gäller från {day}: {source}.").format(day=swedish_date(rule.since), source=rule.source)
    return f"{told} {since}"


def pieces(tables: Iterable[Table], view: View, figure: FigureAddress) -> tuple[Piece, ...]:
    """Return each table with its picture; figures, signs and headings lead to what they are."""
    return tuple(_piece(table, view, figure) for table in tables)


def _piece(table: Table, view: View, figure: FigureAddress) -> Piece:
    measure, chart = measure_of(table, view), chart_of(view, table)

    def address(row: Row, column: Column) -> str:
        return figure(table.id, row.id, column.id)

    return Piece(
        id=table.id,
        title=table.title,
        definition=Link(BY_KEY[measure].name, definition_address(measure)) if measure else None,
        table=table_html(table, title_shown=False, address=address, defined=_definitions(view)),
        picture=Markup(chart_svg(chart)) if chart else None,
        picture_title=chart.title if chart else "",
        wide=len(table.columns) >= _WIDE,
    )


def measure_of(table: Table, view: View) -> str:
    """Return the measure that a whole table is of; empty for a table of several."""
    return next((key for key in view.measures if table.id == f"{view.key}-{key}"), "")


def _definitions(view: View) -> Callable[[str], str | None]:
    """Return what gives where a row or a column is defined: one that is a measure."""
    if view.kind not in (ViewKind.SIDE_BY_SIDE, ViewKind.SUMMARY):
        return lambda _: None
    return lambda name: definition_address(name) if name in view.measures else None
