"""Who reads a line: which other lines, notes, controls and figures of the overview would miss it?"""

from collections.abc import Iterator
from dataclasses import fields

from samordna.domain.statements.layout import FromLine, Layout, lines_of
from samordna.domain.statements.references import planned_by, references_of
from samordna.domain.values.language import swedish


def readers_of(layout: Layout, statement_id: str, line_id: str) -> Iterator[str]:
    """Yield, in words, each thing of the layout that reads the line by name; sums that add it up do not name it."""
    wanted = FromLine(statement_id, line_id)
    for statement in layout.statements:
        if statement.explains == f"{statement_id}:{line_id}":
            yield swedish("”{note}” förklarar den").format(note=statement.title)
        for line in lines_of(statement.lines):
            if wanted in (*references_of(line.source), *planned_by(line)):
                told = swedish("”{line}” i {statement} hämtas från den")
                yield told.format(line=line.label, statement=statement.title)
    for control in layout.controls:
        if control.statement == statement_id and line_id in {name for _, name in (*control.left, *control.right)}:
            yield swedish("en kontroll räknar med den ({says})").format(says=control.says)
    if any(getattr(layout.overview, one.name) == wanted for one in fields(layout.overview)):
        yield swedish("Översikten visar den")
