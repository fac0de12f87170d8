"""What does a test ask for when it needs a demo association's books in a folder on each engine?"""

from importlib.resources import files

from samordna.demo.figures import FIGURES
from samordna.office.actions import TERMINAL, LedgerFile, enter_figures, take_ledgers, take_plan
from samordna.office.store import models

LEDGERS = {
    "sjuharad": ("sjuharad-2023.se", "sjuharad-2024-08.se"),
    "insjoriket": ("insjoriket-2023.se", "insjoriket-2024-08.se"),
}


def laid_out_as(name: str) -> None:
    """Lay the open association out in the form of a demo association: its goals read lines that only that has."""
    models.Association.objects.update(layout=name)


def read_in(name: str) -> None:
    """Read a demo association's ledgers and figures into the open folder, and lay it out as that association does."""
    laid_out_as(name)
    folder = files("samordna.demo") / "ledgers"
    take_ledgers([LedgerFile(file, (folder / file).read_bytes()) for file in LEDGERS[name]], by=TERMINAL)
    enter_figures(FIGURES[name], by=TERMINAL)


def planned_in(name: str) -> None:
    """Read in the same and what the association has planned, as the demo does."""
    read_in(name)
    folder = files("samordna.demo") / "inputs" / name
    take_plan({file.name: file.read_bytes() for file in folder.iterdir()}, by=TERMINAL)
