"""How does a person at a terminal look at files of SIE, turn them into other types and compare them?

None of it needs an association, a data folder or a database.
"""

import codecs
import json
from pathlib import Path
from typing import Annotated, Final, TypeAlias

import typer

from samordna.cli.options import AsJson
from samordna.cli.sie_answers import print_comparison, print_summary
from samordna.cli.telling import STDERR, progress_bar, refusals, tell
from samordna.cli.writing import write_whole
from samordna.domain.values.numerals import swedish_number
from samordna.domain.values.problem import Refused
from samordna.sources.files import content_of, not_written, refuse_to_overwrite
from samordna.sources.sie import Reading, read_sie
from samordna.sources.sie.comparing import compare
from samordna.sources.sie.converting import Target, converted, target_of
from samordna.sources.sie.summary import Summary, summary_of

app = typer.Typer(add_completion=False, rich_markup_mode=None, no_args_is_help=True, help="Granska SIE-filer.")

_READ: Final = ("cp437", "cp850", "cp1252", "iso8859-1", "utf-8")
_WRITTEN: Final = ("cp437", "cp1252", "utf-8")


def _encoding_to_read(name: str) -> str:
    return _encoding(name, _READ) if name else ""


def _encoding_to_write(name: str) -> str:
    return _encoding(name, _WRITTEN) if name else ""


def _encoding(name: str, known: tuple[str, ...]) -> str:
    try:
        found = codecs.lookup(name).name
    except LookupError:
        found = ""
    if found not in known:
        raise typer.BadParameter(f"”{name}” går inte att använda. Ange {', '.join(known[:-1])} eller {known[-1]}.")
    return found


Encoding: TypeAlias = Annotated[
    str,
    typer.Option(
        callback=_encoding_to_read,
        metavar="NAMN",
        help="Läs med denna teckenuppsättning i stället för den som filen visar sig ha.",
        show_default=False,
    ),
]


@app.callback()
def sie() -> None:
    """Granska, gör om och jämför SIE-filer. Inget förbund och ingen datamapp behövs."""


@app.command()
def check(
    files: Annotated[list[Path], typer.Argument(metavar="FIL…", help="En eller flera SIE-filer.", show_default=False)],
    as_json: AsJson = False,
    encoding: Encoding = "",
) -> None:
    """Visa vad SIE-filer är, vad de innehåller och allt som är fel i dem.

    Slutar med 1 om någon fil har ett fel; varningar och upplysningar är inga fel.

    Exempel:

      samordna sie check bokföring.se

      samordna sie check 2023.se 2024.se --json

      samordna sie check gammal.se --encoding cp437
    """
    summaries = list[Summary]()
    for path in files:
        summaries.append(_summary(path, encoding))
        if not as_json:
            print_summary(summaries[-1], first=len(summaries) == 1)
    if as_json:
        typer.echo(json.dumps([summary.as_json() for summary in summaries], ensure_ascii=False, indent=1))
    if any(summary.refused for summary in summaries):
        raise typer.Exit(1)


@app.command()
def convert(  # noqa: PLR0913, PLR0917 - each is a choice of its own
    source: Annotated[Path, typer.Argument(metavar="IN", help="Filen som ska göras om.", show_default=False)],
    output: Annotated[Path, typer.Argument(metavar="UT", help="Filen som ska skrivas.", show_default=False)],
    to: Annotated[
        Target | None,
        typer.Option("--type", help="Typen; annars som UT slutar (.si är 4i, .sie är 5), eller som IN är."),
    ] = None,
    checksum: Annotated[bool, typer.Option("--checksum", help="Skriv kontrollsumma (#KSUMMA).")] = False,
    replace: Annotated[
        bool, typer.Option("--replace", help="Ersätt tecken som teckenuppsättningen saknar; annars skrivs inget.")
    ] = False,
    force: Annotated[bool, typer.Option("--force", help="Skriv över UT om den finns.")] = False,
    encoding: Encoding = "",
    to_encoding: Annotated[
        str,
        typer.Option(
            callback=_encoding_to_write, metavar="NAMN", help="Teckenuppsättningen; annars cp437.", show_default=False
        ),
    ] = "",
) -> None:
    """Skriv en SIE-fil som en annan typ.

    Typ 1, 2 och 3 är saldon, 4 är bokföring, 4i verifikationer till import och 5 är bokföring i XML. Det som
    typen inte rymmer lämnas bort, och saldon som den måste ha räknas fram ur verifikationerna. Allt sådant
    visas. Filen skrivs hel eller inte alls.

    Exempel:

      samordna sie convert bokföring.se årssaldon.se --type 1

      samordna sie convert löner.se löner.si --checksum

      samordna sie convert bokföring.se bokföring.sie
    """
    with refusals():
        if not force:
            refuse_to_overwrite(output)
        reading = _read(source, encoding)
        if reading.file is None or reading.refused:
            raise Refused(reading.problems)
        target = to or target_of(output.name, reading.file_type)
        if target is Target.XML and (checksum or replace or to_encoding):
            raise typer.BadParameter("SIE 5 har ingen kontrollsumma och är alltid UTF-8.", param_hint="--type 5")
        choices = {"checksum": checksum, "replace": replace}
        written = converted(reading.file, target, name=output.name, encoding=to_encoding or "cp437", **choices)
        if written.refused:
            raise Refused(written.problems)
        try:
            write_whole(output, written.data)
        except OSError as error:
            raise not_written(output, error) from error
    tell((*reading.problems, *written.problems))
    size = swedish_number(len(written.data))
    STDERR.print(f"Skrivet: {output}, {target.called}, {size} byte.", markup=False)


@app.command()
def diff(
    before: Annotated[Path, typer.Argument(metavar="FÖRUT", help="Filen att jämföra med.", show_default=False)],
    now: Annotated[Path, typer.Argument(metavar="NU", help="Filen som jämförs.", show_default=False)],
    as_json: AsJson = False,
    encoding: Encoding = "",
) -> None:
    """Visa vad som skiljer två SIE-filer för samma räkenskapsår: konton, saldon och verifikationer.

    Filerna kan vara av olika typ. Verifikationer jämförs när båda har sådana.

    Exempel:

      samordna sie diff augusti.se september.se

      samordna sie diff augusti.se september.se --json
    """
    with refusals(as_json=as_json, reads=True):
        comparison = compare(_read(before, encoding), _read(now, encoding))
    if as_json:
        typer.echo(json.dumps(comparison.as_json(), ensure_ascii=False, indent=1))
    else:
        print_comparison(comparison)


def _summary(path: Path, encoding: str) -> Summary:
    try:
        return summary_of(_read(path, encoding))
    except Refused as refusal:
        return Summary(path.name, refusal.problems)


def _read(path: Path, encoding: str) -> Reading:
    data = content_of(path)
    with progress_bar() as told:
        return read_sie(data, path.name, encoding=encoding, progress=lambda share: told(f"Läser {path.name}", share))
