"""A count about people as it is has no way into a document: the types refuse it."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
INTO_A_DOCUMENT = """
from samordna.domain.document import BLANK, Cell, CountOrigin, Number
from samordna.domain.values.counted import RawCount
from samordna.domain.values.period import Period
from samordna.domain.values.unit import PERSONS

origin = CountOrigin("starts", "De som har börjat.", "alla", Period(202401, 202408))
number = Number({what}, PERSONS, origin)
cell: Cell = {cell}
"""


def told_of(tmp_path: Path, *, what: str, cell: str) -> str:
    """Return what the type checker says of a count on its way into a document."""
    source = tmp_path / "into_a_document.py"
    source.write_text(INTO_A_DOCUMENT.format(what=what, cell=cell), "utf-8")
    command = [sys.executable, "-m", "mypy", "--strict", "--config-file", str(ROOT / "pyproject.toml"), str(source)]
    return subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False).stdout


def test_a_raw_count_is_refused_as_a_figure_and_as_a_cell(tmp_path: Path):
    told = told_of(tmp_path, what="RawCount(3)", cell="RawCount(3)")
    assert 'Argument 1 to "Number" has incompatible type "RawCount"' in told
    assert 'Incompatible types in assignment (expression has type "RawCount"' in told


def test_what_may_be_read_goes_in(tmp_path: Path):
    assert "error" not in told_of(tmp_path, what="23", cell="number")
