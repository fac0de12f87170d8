"""Which lines of the statements does a report read by name?"""

import re
from collections.abc import Iterator
from typing import Final

from samordna.domain.reports.places import PLAN, STATISTICS, TERM
from samordna.domain.reports.template import (
    BlockSpec,
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

_PLACE: Final = re.compile(r"\{([^{}]*)\}")
_BETWEEN: Final = re.compile(r"[\s\[\]|]+|:(?!\w)|^known:")


def lines_read(template: ReportTemplate) -> frozenset[str]:
    """Return the lines (``income:resultat``) that a report names: in its texts, its figures and its charts."""
    return frozenset(line for block in template.blocks for line in _of_block(block))


def _of_block(block: BlockSpec) -> Iterator[str]:
    match block:
        case MonthsChartSpec():
            yield block.line
        case RowsChartSpec():
            yield from (f"{block.statement}:{row}" for row in block.rows)
        case HighlightsSpec(items):
            for item in items:
                yield from _in_text(f"{{{item.figure}}} {item.remark}")
        case TextSpec(text) | SignaturesSpec(text):
            yield from _in_text(text)
        case ListSpec(items):
            for one in items:
                yield from _in_text(one.text)
        case StatementSpec(statement, _, labels):
            yield from (f"{statement}:{row}" for row, _ in labels)  # whatever else is printed of it is shown
        case PlanSpec() | StatisticsSpec():
            return  # neither plan nor counts have lines


def _in_text(text: str) -> Iterator[str]:
    for place in _PLACE.findall(text):
        for term in _BETWEEN.split(place):
            if TERM.fullmatch(term):
                statement, _, rest = term.partition(".")
                if statement in (PLAN, STATISTICS):
                    continue  # neither plan nor counts have lines
                yield f"{statement}:{rest.rpartition('.')[0]}"
