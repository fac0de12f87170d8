"""What does it cost to write an interim report in each format, in a process that has written one before?

Run as ``python -m bench.writing FOLDER TIMES``. Every time it is another period's report: the typesetter
remembers pages it has set, and would otherwise be measured remembering. WeasyPrint gets the very HTML that
was written, and is asked for the same kind of PDF as far as it goes: PDF/UA-1.
"""

import json
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import weasyprint  # type: ignore[import-untyped]

from samordna.domain.document import Document
from samordna.domain.statements.span import Asked
from samordna.domain.values.period import Period
from samordna.office import actions, questions
from samordna.renderers.docx import render_docx
from samordna.renderers.html import render_html
from samordna.renderers.pdf import render_pdf
from samordna.renderers.xlsx import render_xlsx

_LAST_MONTHS: Final = (202408, 202407, 202406, 202405, 202404, 202403)


def main() -> None:
    """Measure and print the median milliseconds of each format."""
    folder, times = Path(sys.argv[1]), int(sys.argv[2])
    actions.open_association(folder)
    clocks: dict[str, list[float]] = {}
    for last in _LAST_MONTHS[: times + 1]:  # the first one warms up
        for name, milliseconds in _written(
            questions.report("interim", Asked.of(Period(202401, last))).document
        ).items():
            clocks.setdefault(name, []).append(milliseconds)
    print(json.dumps({name: statistics.median(clock[1:]) for name, clock in clocks.items()}))  # noqa: T201


def _written(document: Document) -> dict[str, float]:
    """Return the milliseconds of each way to write the document."""
    clocks: dict[str, float] = {}

    def clock(name: str, write: Callable[[], Any]) -> Any:
        started = time.perf_counter()
        content = write()
        clocks[name] = (time.perf_counter() - started) * 1000
        return content

    clock("PDF", lambda: render_pdf(document))  # first: it draws the charts, and whoever comes after has them
    page = clock("HTML", lambda: render_html(document))
    clock("DOCX", lambda: render_docx(document))
    clock("XLSX", lambda: render_xlsx(document))
    clock("WeasyPrint", lambda: weasyprint.HTML(string=page).write_pdf(pdf_variant="pdf/ua-1"))
    return clocks


if __name__ == "__main__":
    main()
