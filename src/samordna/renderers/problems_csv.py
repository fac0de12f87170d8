"""How are problems written as a file that a person takes along to the program that can mend them?

A line a problem, in the form of ``csv``: what a Swedish Excel opens with a double click.
"""

import csv
import io
from collections.abc import Iterable
from typing import Final

from samordna.domain.values.language import swedish
from samordna.domain.values.problem import Problem, Severity
from samordna.renderers.csv import BYTE_ORDER_MARK, harmless

_HEADINGS: Final = (swedish("Följd"), swedish("Plats"), swedish("Vad som hittades"), swedish("Vad du kan göra"))
_WORDS: Final = {
    Severity.REFUSE: swedish("Stopp"),
    Severity.WARN: swedish("Varning"),
    Severity.INFORM: swedish("Upplysning"),
}


def problems_csv(problems: Iterable[Problem]) -> str:
    """Return the problems as text to be written in UTF-8, in the order they were told."""
    written = io.StringIO()
    lines = csv.writer(written, delimiter=";", lineterminator="\r\n")
    lines.writerow([*_HEADINGS, swedish("Kod")])
    for problem in problems:
        told = (_WORDS[problem.severity], problem.place, problem.found, problem.remedy, problem.code)
        lines.writerow([harmless(text) for text in told])
    return BYTE_ORDER_MARK + written.getvalue()
