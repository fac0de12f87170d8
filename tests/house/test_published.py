"""What may be read of a count about people is made in one place: by disclosure control."""

import ast
from pathlib import Path

SRC = Path(__file__).parents[2] / "src" / "samordna"
MAKERS = {"Below", "Shown", "Withheld"}
WHERE = "domain/measures/disclosure/"


def made(source: str) -> set[str]:
    """Return which of them a source makes."""
    calls = (node.func for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call))
    return {called.id for called in calls if isinstance(called, ast.Name)} & MAKERS


def test_only_disclosure_control_says_what_may_be_read():
    paths = (path for path in SRC.rglob("*.py") if _imports_them(path))
    makers = {str(path.relative_to(SRC)) for path in paths if made(path.read_text("utf-8"))}
    assert {path for path in makers if not path.startswith(WHERE)} == set()
    assert makers


def test_one_that_is_made_elsewhere_would_be_found():
    assert made("cell = Shown(3)") == {"Shown"}


def _imports_them(path: Path) -> bool:
    tree = ast.parse(path.read_text("utf-8"))
    modules = (node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom))
    return "samordna.domain.values.counted" in modules
