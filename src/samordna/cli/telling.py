"""How is a person at a terminal told what is wrong, and what is going on?"""

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Final

import typer
from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeElapsedColumn
from rich.table import Table

from samordna.domain.values.problem import Problem, Refused, Severity

STDERR: Final = Console(stderr=True, highlight=False, soft_wrap=True)
STDOUT: Final = Console(highlight=False, soft_wrap=True)
REFUSED_EXIT_CODE: Final = 1

_WIDE: Final = 500
_WORDS: Final = {
    Severity.REFUSE: ("Stopp", "bold red"),
    Severity.WARN: ("Varning", "bold yellow"),
    Severity.INFORM: ("Upplysning", "bold"),
}


def problem_values(problem: Problem) -> dict[str, str]:
    """Return a problem as JSON holds it."""
    return {
        "code": problem.code,
        "severity": problem.severity.value,
        "place": problem.place,
        "found": problem.found,
        "remedy": problem.remedy,
    }


def tell(problems: Iterable[Problem], *, on: Console = STDERR) -> None:
    """Write problems for a person: what it leads to, then place, what was found, what to do."""
    for problem in problems:
        word, style = _WORDS[problem.severity]
        on.print(f"[{style}]{word}[/]", end=" ")
        on.print(str(problem), markup=False)


def print_whole(table: Table) -> None:
    """Print a table with nothing cut off, however narrow the terminal is."""
    table.width = STDOUT.measure(table, options=STDOUT.options.update(width=_WIDE)).maximum
    STDOUT.print(table, width=_WIDE, crop=False)


@contextmanager
def refusals(*, as_json: bool = False, reads: bool = False) -> Iterator[None]:
    """Turn a refusal into words on stderr (or JSON) and exit code 1; a command that only reads has nothing to undo."""
    try:
        yield
    except Refused as refusal:
        if as_json:
            answer = {"refused": True, "problems": [problem_values(problem) for problem in refusal.problems]}
            typer.echo(json.dumps(answer, ensure_ascii=False, indent=1), err=True)
        else:
            tell(refusal.problems)
            if not reads:
                STDERR.print("Inget har ändrats.")
        raise typer.Exit(REFUSED_EXIT_CODE) from refusal


@contextmanager
def progress_bar() -> Iterator["Told"]:
    """Show a bar on stderr while long work goes on; nothing when stderr is no terminal."""
    columns = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn(), TimeElapsedColumn())
    with Progress(*columns, console=STDERR, transient=True, disable=not STDERR.is_terminal) as progress:
        yield Told(progress)


class Told:
    """A callable that long work tells what it does and how far it has come: ``told("Läser fil.se", 0.4)``."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self._tasks = dict[str, int]()

    def __call__(self, what: str, share: float) -> None:
        """Move the bar of ``what`` to ``share``, from 0 to 1."""
        if what not in self._tasks:
            self._tasks[what] = self._progress.add_task(what, total=1)
        self._progress.update(self._tasks[what], completed=share)  # type: ignore[arg-type]
