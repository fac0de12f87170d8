"""How are the pictures in docs/ made? ``make docs``.

From the demo itself: reports are built in a scratch folder, their pages drawn with poppler; the screens are those that
the tests in a real browser look at, kept while they do.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from docs import life_cycles

from samordna.demo import build_demo

ROOT = Path(__file__).parent.parent
PICTURES = Path(__file__).parent / "pictures"

PAGES = {
    "sjuharad-income": ("sjuharad", "Resultaträkning"),
    "sjuharad-balance": ("sjuharad", "Balansräkning"),
    "insjoriket-first": ("insjoriket", "Förvaltningsberättelse"),
    "insjoriket-last": ("insjoriket", "Styrelsens underskrift"),
}
"""Picture → the association, and the chapter whose page is shown."""


def main() -> None:
    """Draw every picture anew."""
    life_cycles.write()
    with tempfile.TemporaryDirectory() as scratch:
        build_demo(Path(scratch), lambda _what, _share: None)
        for picture, (association, chapter) in PAGES.items():
            report = next(Path(scratch, association).glob("rapporter/*.pdf"))
            page = page_of(report, chapter)
            _run("pdftoppm", "-r", "80", "-png", "-singlefile", "-f", page, "-l", page, report, PICTURES / picture)

    _keep_screens()


def _keep_screens() -> None:
    """Run the tests of the screens, and let them keep what they see."""
    wanted = ["tests/browser", "-k", "axe or phone or keyboard or hidden"]
    command = [sys.executable, "-m", "pytest", "-q", "-n", "auto", *wanted]
    subprocess.run(command, check=True, cwd=ROOT, env={**os.environ, "SAMORDNA_PICTURES": "keep"})  # noqa: S603 - our own words


def page_of(report: Path, chapter: str) -> int:
    """Return the number of the last page that begins a line with the chapter's title (contents come first)."""
    pages = _run("pdftotext", "-layout", report, "-").split("\f")
    holding = [number for number, text in enumerate(pages, start=1) if _begins(text, chapter)]
    return holding[-1]


def _begins(text: str, chapter: str) -> bool:
    return any(line.strip().lstrip("0123456789. ") == chapter for line in text.splitlines())


def _run(*command: object) -> str:
    words = [str(word) for word in command]
    return subprocess.run(words, check=True, capture_output=True, text=True).stdout  # noqa: S603 - our own words


if __name__ == "__main__":
    main()
