"""What does the real import tell about each file of the gallery, and what does it change?"""

from pathlib import Path
from typing import NamedTuple

from samordna.domain.values.problem import Problem, Refused
from samordna.office.actions import TERMINAL, LedgerFile, take_ledgers
from samordna.office.store import models

HERE = Path(__file__).parent

FILES = tuple(sorted(path.name for ending in ("se", "sie") for path in HERE.glob(f"*.{ending}")))
"""The files of the gallery."""

ASKED = {"wrong-fiscal-year.se": 2023}
"""The year that is asked for, where a file is wrong only for it."""

_ROWS = (
    models.Account, models.BudgetBalance, models.Dimension, models.DimensionObject, models.ImportProblem,
    models.LedgerImport, models.MonthBalance, models.ObjectBalance, models.OpeningBalance, models.PairBalance,
    models.Posting, models.Voucher,
)  # fmt: skip


class Outcome(NamedTuple):
    """What came of handing in a file: what was told, whether it was refused, whether the database changed."""

    problems: tuple[Problem, ...]
    refused: bool
    changed: bool


def hand_in(file: str) -> Outcome:
    """Hand in a file of the gallery to the open association; that a year stood there before is not told."""
    before = _everything()
    try:
        given = [LedgerFile(file, (HERE / file).read_bytes())]
        problems, refused = take_ledgers(given, by=TERMINAL, expected_year=ASKED.get(file)).problems, False
    except Refused as refusal:
        problems, refused = refusal.problems, True
    told = tuple(problem for problem in problems if problem.code != "new-version")
    return Outcome(told, refused, _everything() != before)


def _everything() -> dict[str, list[tuple[object, ...]]]:
    """Return every row of the archive: not only how many there are."""
    return {model.__name__: list(model.objects.order_by("pk").values_list()) for model in _ROWS}
