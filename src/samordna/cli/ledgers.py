"""How does a person at a terminal hand in ledger files, and see what has been handed in?"""

import json
from pathlib import Path
from typing import Annotated

import typer
from rich.table import Column, Table

from samordna.cli.options import AsJson, Folder
from samordna.cli.telling import STDERR, print_whole, problem_values, progress_bar, refusals, tell
from samordna.domain.values.numerals import swedish_number
from samordna.office import actions, questions
from samordna.sources.files import reason

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command(name="import-sie")
def import_sie(
    files: Annotated[
        list[Path],
        typer.Argument(metavar="FIL…", help="SIE-filer, eller tabeller i Excel och CSV.", show_default=False),
    ],
    data: Folder,
    as_json: AsJson = False,
    year: Annotated[int | None, typer.Option(help="Vägra filer som inte gäller detta räkenskapsår.")] = None,
    reason: Annotated[str, typer.Option(help="Varför, när en fil ändrar en period som är stängd.")] = "",
) -> None:
    """Läs in bokföring ur SIE-filer och tabeller: alla filerna, eller ingen.

    En ny fil för ett år som redan är inläst blir en ny version; den tidigare finns kvar. En huvudbok,
    verifikationslista eller saldolista i Excel eller CSV läses när kolumnerna i en sådan har valts i webbläsaren.

    Exempel:

      samordna import-sie 2023.se 2024-08.se --data demo/sjuharad

      samordna import-sie 2024-08.se --data demo/sjuharad --json
    """
    handed_in = [actions.LedgerFile(path.name, content_of(path)) for path in files]
    with refusals(as_json=as_json):
        actions.open_association(data)
        with progress_bar() as told:
            receipt = actions.take_ledgers(
                handed_in, by=actions.TERMINAL, expected_year=year, reason=reason, progress=told
            )
    if as_json:
        typer.echo(json.dumps(_receipt_values(receipt), ensure_ascii=False, indent=1))
        return
    tell(receipt.problems)
    for taken in receipt.taken:
        STDERR.print(
            f"Inläst: {taken.file_name}, räkenskapsår {taken.year.in_words}, version {taken.version}, {_held(taken)}.",
            markup=False,
        )
    if not receipt.taken:
        STDERR.print("Inget nytt att läsa in.")


def _held(taken: questions.TakenImport) -> str:
    """Return what the file of an import held, in numbers."""
    if taken.balances_only:
        return taken.detail.in_words
    return f"verifikationer: {swedish_number(taken.vouchers)}, rader: {swedish_number(taken.postings)}"


def content_of(path: Path) -> bytes:
    """Return what a file holds; one that cannot be read is wrong usage."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise typer.BadParameter(f"{path} kan inte läsas: {reason(error)}.", param_hint="FIL") from error


def _receipt_values(receipt: actions.Receipt) -> dict[str, object]:
    return {
        "refused": False,
        "taken": [
            {
                "file": taken.file_name,
                "version": taken.version,
                "year": str(taken.year.period),
                "program": taken.program,
                "covered_to": taken.covered_to.isoformat() if taken.covered_to else None,
                "detail": taken.detail.value,
                "vouchers": taken.vouchers,
                "postings": taken.postings,
                "sha256": taken.sha256,
            }
            for taken in receipt.taken
        ],
        "problems": [problem_values(problem) for problem in receipt.problems],
    }


@app.command(name="retire-import")
def retire_import(
    version: Annotated[int, typer.Argument(metavar="VERSION", help="Versionens nummer, som samordna imports visar.")],
    reason: Annotated[str, typer.Option(help="Varför den tas ur bruk.", show_default=False)],
    data: Folder,
) -> None:
    """Ta en inläsning ur bruk utan att en annan tar dess plats. Den finns kvar, men inget läses ur den.

    Exempel:

      samordna retire-import 2 --reason "Fel räkenskapsår i filen" --data demo/sjuharad
    """
    with refusals():
        actions.open_association(data)
        retired = actions.retire_import(version, reason=reason, by=actions.TERMINAL)
    STDERR.print(f"Version {retired.version}, {retired.file_name}, gäller inte längre.", markup=False)


@app.command(name="imports")
def imports(data: Folder) -> None:
    """Visa vad som är inläst, version för version.

    Exempel:

      samordna imports --data demo/sjuharad
    """
    with refusals(reads=True):
        actions.open_association(data)
        history = questions.imports()
    if not history:
        STDERR.print("Ingen bokföring är inläst ännu. Läs in en fil: samordna import-sie FIL --data MAPP")
        return
    heads = ("Version", "Räkenskapsår", "Fil", "Till och med", "Verifikationer", "Rader", "Gäller")
    table = Table(*(Column(head, no_wrap=True) for head in heads), box=None)
    for taken in history:
        covered = taken.covered_to.isoformat() if taken.covered_to else "–"
        counts = (swedish_number(taken.vouchers), swedish_number(taken.postings))
        counts = ("–", "–") if taken.balances_only else counts
        later = any(other.year.start == taken.year.start and other.version > taken.version for other in history)
        current = "ja" if taken.current else "ersatt" if later else "nej"
        table.add_row(str(taken.version), str(taken.year.period), taken.file_name, covered, *counts, current)
    print_whole(table)
