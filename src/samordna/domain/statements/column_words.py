"""How is a column of a layout file read?"""

from typing import Final

from samordna.domain.ledger.entered import Scenario
from samordna.domain.statements.layout import Better, ColumnLayout, Measure, Side
from samordna.domain.statements.span import SPANS, checked_label
from samordna.domain.statements.words import Words
from samordna.domain.values.language import swedish

_SIDES: Final = {side.value: side for side in Side}
_MEASURES: Final = {measure.value: measure for measure in Measure}
_SCENARIOS: Final = {scenario.value: scenario for scenario in Scenario}
_BETTER: Final = {better.value: better for better in Better}


def read_column(words: Words) -> ColumnLayout:
    """Return the column that a table of words describes."""
    difference, total = _computed(words)
    column = ColumnLayout(
        id=words.text("id"),
        label=words.parsed("label", checked_label, ""),
        span=words.choice("span", {name: name for name in SPANS}, "period"),
        scenario=words.choice("scenario", _SCENARIOS, Scenario.ACTUAL),
        measure=words.choice("measure", _MEASURES, None),
        shows=words.choice("shows", _SIDES, None),
        difference=difference,
        total=total,
        better=words.choice("better", _BETTER, None),
        emphasis=words.flag("emphasis"),
        optional=words.flag("optional"),
        extra=words.flag("extra"),
    )
    if column.better and not difference:
        words.wrong("better", column.better.value, swedish("bara en skillnad kan vara bättre eller sämre"))
    words.done()
    return column


def _computed(words: Words) -> tuple[tuple[str, str] | None, tuple[str, ...]]:
    """Return the two columns of a difference, and the columns of a total."""
    pair, total = words.texts("difference"), words.texts("total")
    if pair and len(pair) != 2:
        words.wrong("difference", pair, swedish("två kolumner har en skillnad"))
    if total and len(total) < 2:
        words.wrong("total", total, swedish("minst två kolumner läggs ihop"))
    if pair and total:
        words.wrong("total", total, swedish("en kolumn är antingen en skillnad eller en summa"))
    return (pair[0], pair[1]) if len(pair) == 2 else None, total
