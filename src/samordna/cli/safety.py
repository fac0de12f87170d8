"""How is a person at a terminal told whether an association's site is safe?"""

from typing import Annotated

import typer

from samordna.cli.options import Folder
from samordna.cli.telling import REFUSED_EXIT_CODE, STDERR, refusals, tell
from samordna.domain.values.problem import refuses
from samordna.office import questions

app = typer.Typer(add_completion=False, rich_markup_mode=None)

Address = Annotated[str, typer.Option(help="Adressen som webbplatsen lyssnar på, som till samordna serve.")]
Hosts = Annotated[
    list[str] | None,
    typer.Option("--host", metavar="NAMN", help="Namn som webbläsare får nå platsen under. Kan anges flera gånger."),
]
Https = Annotated[bool, typer.Option("--https", help="En server framför krypterar.")]
Port = Annotated[int, typer.Option(min=1, max=65535, help="Porten; spelar ingen roll för det som granskas.")]


@app.command()
def check(
    data: Folder,
    port: Port = 8000,  # noqa: ARG001 - so that the words after serve can be given here too
    address: Address = "127.0.0.1",
    host: Hosts = None,
    https: Https = False,
) -> None:
    """Granska om förbundets webbplats är säker, så som den visas med samma val till samordna serve.

    Inget ändras. Det som är farligt stoppar, och kommandot slutar då med 1.

    Exempel:

      samordna check --data mitt-forbund

      samordna check --data mitt-forbund --address 0.0.0.0 --host samordna.example.se --https
    """
    with refusals(reads=True):
        found = questions.safety(data, questions.Serving(address, tuple(host or ()), https))
    tell(found)
    if refuses(found):
        raise typer.Exit(REFUSED_EXIT_CODE)
    STDERR.print("Inget farligt hittades." if found else "Inget att anmärka på.")
