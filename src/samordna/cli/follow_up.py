"""How does a person at a terminal follow the money: by cost centre, to the result, to the year's end?"""

from collections.abc import Callable
from functools import partial
from typing import Annotated, TypeVar

import typer

from samordna.cli.options import CompareText, Folder, Imports, LayoutName, Output, PeriodText, asked_for
from samordna.cli.telling import STDERR, refusals
from samordna.cli.writing import Format, deliver, written
from samordna.domain.document import Document
from samordna.domain.statements.span import Asked
from samordna.office import actions, questions
from samordna.sources.layouts import named_layout

app = typer.Typer(add_completion=False, rich_markup_mode=None)

T = TypeVar("T")

_Kind = Annotated[Format, typer.Option("--format", help="Format.")]


@app.command(name="follow-up")
def follow_up(  # noqa: PLR0913, PLR0917 - a command has the options its user needs
    data: Folder,
    period: PeriodText,
    compare: CompareText = None,
    layout: LayoutName = None,
    kind: _Kind = Format.TEXT,
    output: Output = None,
    imports: Imports = None,
) -> None:
    """Följ upp per kostnadsställe: utfall, prognos, budget och det som inte är bokfört än.

    Exempel:

      samordna follow-up --data demo/sjuharad --period 2024-01..2024-08

      samordna follow-up --data demo/sjuharad --period 2024-01..2024-08 --format xlsx -o uppföljning.xlsx
    """
    _deliver(_answered(questions.follow_up, data, asked_for(period, compare), layout, imports), kind, output)


@app.command()
def bridge(  # noqa: PLR0913, PLR0917 - a command has the options its user needs
    data: Folder,
    period: PeriodText,
    layout: LayoutName = None,
    kind: _Kind = Format.TEXT,
    output: Output = None,
    imports: Imports = None,
) -> None:
    """Visa vägen från kostnadsställena till resultatet och det egna kapitalet, varje skillnad för sig.

    Exempel:

      samordna bridge --data demo/sjuharad --period 2024-01..2024-08
    """
    walked = _answered(questions.bridge, data, asked_for(period, None), layout, imports)
    _deliver(walked.document, kind, output)


@app.command()
def outlook(  # noqa: PLR0913, PLR0917 - a command has the options its user needs
    data: Folder,
    period: PeriodText,
    layout: LayoutName = None,
    kind: _Kind = Format.TEXT,
    output: Output = None,
    imports: Imports = None,
) -> None:
    """Visa vart året är på väg: resultat och eget kapital enligt prognos och budget, mot golv och tak.

    Exempel:

      samordna outlook --data demo/sjuharad --period 2024-01..2024-08
    """
    walked = _answered(questions.outlook, data, asked_for(period, None), layout, imports)
    _deliver(walked.document, kind, output)


def _answered(ask: Callable[..., T], data: Folder, asked: Asked, layout: LayoutName, imports: Imports) -> T:
    """Return what a question answers of the association in a folder, or end with why it does not."""
    with refusals(reads=True):
        actions.open_association(data)
        chosen = partial(named_layout, layout) if layout else None
        return ask(asked, layout=chosen, versions=imports or None)


def _deliver(document: Document, kind: Format, output: Output) -> None:
    deliver(written(document, kind, json_writer="tables_json"), output, kind)
    if document.status:
        STDERR.print(document.status, markup=False)
