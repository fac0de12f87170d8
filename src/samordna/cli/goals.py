"""How does a person at a terminal ask whether the goals are reached?"""

from functools import partial
from typing import Annotated

import typer

from samordna.cli.given_out import telling_given_out, way_out
from samordna.cli.options import Folder, Imports, LayoutName, Look, Output, PeriodText, asked_for
from samordna.cli.telling import STDERR, refusals
from samordna.cli.writing import Format, deliver, refuse_screen, written
from samordna.domain.measures.disclosure import Audience
from samordna.office import actions, questions
from samordna.sources.layouts import named_layout

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command()
def goals(  # noqa: PLR0913, PLR0917 - a command has the options its user needs
    data: Folder,
    period: PeriodText,
    audience: Annotated[
        Audience, typer.Option(help="För vem: inom förbundet, till ägarna eller offentligt.")
    ] = Audience.INSIDE,
    layout: LayoutName = None,
    kind: Annotated[Format, typer.Option("--format", help="Format.")] = Format.TEXT,
    output: Output = None,
    imports: Imports = None,
    look: Look = False,
) -> None:
    """Bedöm målen: utfall, en rak väg hit, prognos och måluppfyllelse, och god ekonomisk hushållning.

    De antal som målen berättar för ägarna eller offentligt skrivs upp som utlämnade.

    Exempel:

      samordna goals --data demo/insjoriket --period 2024-01..2024-08

      samordna goals --data demo/sjuharad --period 2024-01..2024-08 --audience public --format pdf -o mål.pdf
    """
    refuse_screen(output, kind)
    with refusals(reads=True):
        actions.open_association(data)
        chosen = partial(named_layout, layout) if layout else None
        asked = asked_for(period, None)
        read = partial(questions.goals_shown, asked, audience=audience, layout=chosen, versions=imports or None)
        with telling_given_out():
            shown = read() if look else actions.give_out_goals(read, way_out(output, kind.value), by=actions.TERMINAL)
        content = written(shown.document, kind, json_writer="document_json")
    deliver(content, output, kind)
    for problem in shown.problems:
        STDERR.print(f"{problem.found} {problem.remedy}", markup=False)
    if not shown.branches and not shown.ended:
        STDERR.print(
            "Inget mål gäller perioden. Lägg upp mål under Mål på webbplatsen, eller läs in mal.csv.", markup=False
        )
