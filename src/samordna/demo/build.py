"""How are the demo associations built, their reports written, and somebody of every role let in?"""

from collections.abc import Callable
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Final, TypeAlias

from samordna.demo.adoptions import ADOPTIONS
from samordna.demo.counting import tell_counts
from samordna.demo.figures import FIGURES
from samordna.demo.giving_out import give_out
from samordna.demo.people import DemoLogin, let_in
from samordna.demo.scenarios import keep_scenario
from samordna.domain.document import Document
from samordna.domain.statements.span import Asked
from samordna.domain.values.period import Period
from samordna.office import actions, questions
from samordna.renderers.docx import render_docx
from samordna.renderers.html import render_html
from samordna.renderers.pdf import render_pdf
from samordna.renderers.xlsx import render_xlsx

Told: TypeAlias = Callable[[str, float], None]

_LEDGERS: Final = files("samordna.demo") / "ledgers"
_PLANS: Final = files("samordna.demo") / "inputs"
_REPORTS: Final = (
    ("interim", Period(202401, 202408), "delarsrapport-2024-08"),
    ("annual", Period(202301, 202312), "arsredovisning-2023"),
)
"""The reports that are written: their kind, of which months, under which name."""

_WRITERS: Final[dict[str, Callable[[Document], str | bytes]]] = {
    "html": render_html,
    "pdf": render_pdf,
    "docx": render_docx,
    "xlsx": render_xlsx,
}


@dataclass(frozen=True, slots=True)
class _Association:
    """What a demo association is made from."""

    folder: str
    name: str
    organisation_number: str
    ledgers: tuple[str, ...]


_ASSOCIATIONS: Final = (
    _Association("sjuharad", "Sjuhärads samordningsförbund", "", ("sjuharad-2023.se", "sjuharad-2024-08.se")),
    _Association(
        "insjoriket",
        "Samordningsförbundet Insjöriket",
        "222000-2071",
        ("insjoriket-2023.se", "insjoriket-2024-08.se"),
    ),
)


@dataclass(frozen=True, slots=True)
class Built:
    """A demo association that stands: its folder, the reports written in it, and who can log in."""

    name: str
    folder: Path
    reports: tuple[Path, ...]
    logins: tuple[DemoLogin, ...]


def build_demo(parent: Path, told: Told) -> tuple[Built, ...]:
    """Build the demo associations that are not already in ``parent`` and write their interim and annual reports.

    An association that is there keeps what it has; its reports are written anew.

    Raises ``Refused`` when a folder is there but is no association's.
    """
    return tuple(_build(association, parent / association.folder, told) for association in _ASSOCIATIONS)


def _build(association: _Association, folder: Path, told: Told) -> Built:
    if folder.exists():
        actions.open_association(folder)
    else:
        actions.create_association(
            folder,
            name=association.name,
            organisation_number=association.organisation_number,
            layout=association.folder,
            by=actions.TERMINAL,
        )
    if not questions.imports():  # what somebody has read in since is theirs, and stays
        ledgers = [actions.LedgerFile(name, (_LEDGERS / name).read_bytes()) for name in association.ledgers]
        actions.take_ledgers(ledgers, by=actions.TERMINAL, progress=told)
    is_new = not questions.plan_held().number
    if is_new:
        _plan(association)
        keep_scenario(association.folder)
        tell_counts(association.folder)
    if not questions.entered_figures():
        actions.enter_figures(FIGURES[association.folder], by=actions.TERMINAL)
    logins, reports = let_in(), _reports(folder, association.name, told)
    if is_new:  # after the reports: the one that is made is then known already
        give_out(association.folder)
    return Built(association.name, folder, reports, logins)


def _plan(association: _Association) -> None:
    """Take what each adopted plan was made from, note that it was adopted, and then take all that is known since."""
    files = _plan_of(association)
    for one in ADOPTIONS.get(association.folder, ()):
        actions.take_plan(one.known_then(files), by=actions.TERMINAL)
        actions.adopt_plan(one.year, one.decision, one.rests_on, by=actions.TERMINAL)
    actions.take_plan(files, by=actions.TERMINAL)


def _plan_of(association: _Association) -> dict[str, bytes]:
    """Return the files that its register, budgets, forecasts, agreements and contributions stand in."""
    return {file.name: file.read_bytes() for file in (_PLANS / association.folder).iterdir()}


def _reports(folder: Path, name: str, told: Told) -> tuple[Path, ...]:
    """Write every report in every format."""
    reports = folder / "rapporter"
    reports.mkdir(exist_ok=True)
    written: list[Path] = []
    for kind, period, file_name in _REPORTS:
        document = actions.take_out_report(kind, Asked.of(period), file_name, by=actions.TERMINAL).document
        for ending, write in _WRITERS.items():
            content = write(document)
            written.append(reports / f"{file_name}.{ending}")
            written[-1].write_bytes(content if isinstance(content, bytes) else content.encode())
            told(f"Skriver rapporter för {name}", len(written) / (len(_REPORTS) * len(_WRITERS)))
    return tuple(written)
