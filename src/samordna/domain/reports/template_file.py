"""How is a report template (TOML) read?

The words are described in ``docs/reports.md``. Reading collects every problem with its place.
"""

import tomllib
from collections.abc import Callable
from functools import cache
from importlib.resources import files
from typing import Final

from samordna.domain.document import ChartKind
from samordna.domain.reports.places import checked_figure, checked_text
from samordna.domain.reports.template import (
    BlockSpec,
    ChapterSpec,
    HighlightSpec,
    HighlightsSpec,
    ListSpec,
    MonthsChartSpec,
    PlanSpec,
    ReportTemplate,
    RowsChartSpec,
    SignaturesSpec,
    StatementSpec,
    StatisticsSpec,
    TextSpec,
)
from samordna.domain.statements.problems import UNCLEAR_SOURCE, UNREADABLE
from samordna.domain.statements.words import Words
from samordna.domain.values.language import swedish
from samordna.domain.values.problem import Problem, Refused, refuses

_SHIPPED: Final = files("samordna.domain.reports") / "templates"
_OF_PEOPLE: Final = {ChartKind.SHARES, ChartKind.RANGES}
"""Charts of counts about people: their tables come with them, and no template names them."""
_CHART_KINDS: Final = {kind.value: kind for kind in ChartKind if kind not in _OF_PEOPLE}


@cache
def shipped_template(report: str, layout: str) -> ReportTemplate:
    """Return the template of a report (``interim``) in the form that goes with a layout.

    A layout of one's own has no form of its own: then it is the plain one.
    """
    forms = {folder.name for folder in _SHIPPED.iterdir()}
    chosen = _SHIPPED / (layout if layout in forms else "lkbr") / f"{report}.toml"
    return read_template(chosen.read_text(encoding="utf-8"), chosen.name)


def read_template(text: str, name: str) -> ReportTemplate:
    """Return the template that ``text`` describes; raises ``Refused`` with every problem found."""
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise Refused([UNREADABLE.at(name, reason=error)]) from error
    problems: list[Problem] = []
    words = Words(table, name, problems)
    template = ReportTemplate(
        name=words.text("name"),
        title=words.text("title"),
        chapters=tuple(_chapter(chapter) for chapter in words.tables("chapter")),
    )
    words.done()
    if refuses(problems):
        raise Refused(problems)
    return template


def _chapter(words: Words) -> ChapterSpec:
    chapter = ChapterSpec(
        id=words.text("id"),
        title=words.text("title"),
        number=words.text("number", ""),
        blocks=tuple(_block(block) for block in words.tables("blocks")),
        chapters=tuple(_chapter(chapter) for chapter in words.tables("chapter")),
        optional=words.flag("optional"),
    )
    words.done()
    return chapter


def _block(words: Words) -> BlockSpec:
    for word, read in _BLOCKS.items():
        if word in words:
            block = read(words)
            words.done()
            return block
    problem = UNCLEAR_SOURCE.at(words.place, found=swedish("inget"), known=", ".join(_BLOCKS))
    words.problems.append(problem)
    return TextSpec("")


def _text(words: Words) -> TextSpec:
    return TextSpec(words.parsed("text", checked_text, ""), words.flag("optional"))


def _list(words: Words) -> ListSpec:
    return ListSpec(tuple(TextSpec(_checked(words, item)) for item in words.texts("list")))


def _checked(words: Words, item: str) -> str:
    try:
        return checked_text(item)
    except ValueError as error:
        words.wrong("list", item, str(error))
        return ""


def _statement(words: Words) -> StatementSpec:
    labels = words.table_of("labels")
    named = tuple((row, labels.text(row)) for row in labels.table)
    return StatementSpec(words.text("statement"), words.texts("columns"), named)


def _plan(words: Words) -> PlanSpec:
    return PlanSpec(words.text("plan"), words.flag("needed"))


def _statistics(words: Words) -> StatisticsSpec:
    return StatisticsSpec(words.text("statistics"), words.flag("optional"), words.text("needs", ""))


def _months(words: Words) -> MonthsChartSpec:
    kind = words.choice("kind", _CHART_KINDS, ChartKind.BARS)
    return MonthsChartSpec(words.text("id"), words.text("title"), words.text("months_of"), kind, words.flag("flipped"))


def _rows(words: Words) -> RowsChartSpec:
    return RowsChartSpec(
        id=words.text("id"),
        title=words.text("title"),
        statement=words.text("chart_of"),
        kind=words.choice("kind", _CHART_KINDS, ChartKind.HORIZONTAL_BARS),
        rows=words.texts("rows"),
        flipped=words.flag("flipped"),
    )


def _highlights(words: Words) -> HighlightsSpec:
    items = []
    for item in words.tables("highlights"):
        figure, remark = item.parsed("figure", checked_figure, ""), item.parsed("remark", checked_text, "")
        items.append(HighlightSpec(item.text("label"), figure, remark))
        item.done()
    return HighlightsSpec(tuple(items))


def _signatures(words: Words) -> SignaturesSpec:
    items = []
    for item in words.tables("signatures"):
        items.append((item.text("role"), item.text("body", "")))
        item.done()
    return SignaturesSpec(words.parsed("signed", checked_text, ""), tuple(items))


_BLOCKS: Final[dict[str, Callable[[Words], BlockSpec]]] = {
    "text": _text,
    "list": _list,
    "statement": _statement,
    "plan": _plan,
    "statistics": _statistics,
    "months_of": _months,
    "chart_of": _rows,
    "highlights": _highlights,
    "signatures": _signatures,
}
