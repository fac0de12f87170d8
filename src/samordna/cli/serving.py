"""How does a person at a terminal show an association in the browser?"""

from typing import Annotated

import typer

from samordna.cli.options import Folder
from samordna.cli.telling import STDERR, refusals
from samordna.domain.values.problem import Refused
from samordna.office import actions, questions
from samordna.office.web.server import Site, serve

app = typer.Typer(add_completion=False, rich_markup_mode=None)

Address = Annotated[str, typer.Option(help="Adressen att lyssna på; 0.0.0.0 för hela nätverket.")]
Hosts = Annotated[
    list[str] | None,
    typer.Option("--host", metavar="NAMN", help="Namn som webbläsare får nå platsen under. Kan anges flera gånger."),
]
Https = Annotated[bool, typer.Option("--https", help="En server framför krypterar och sätter X-Forwarded-Proto.")]


@app.command(name="serve")
def serve_command(
    data: Folder,
    port: Annotated[int, typer.Option(min=1, max=65535, help="Porten att lyssna på.")] = 8000,
    address: Address = "127.0.0.1",
    host: Hosts = None,
    https: Https = False,
) -> None:
    """Visa förbundet i webbläsaren, tills du avslutar med Ctrl+C.

    Exempel:

      samordna serve --data mitt-forbund

      samordna serve --data mitt-forbund --address 0.0.0.0 --host samordna.example.se --https
    """
    site = Site(data, address, port, tuple(host or ()), https)
    with refusals(reads=True):
        if wrong := questions.mail_problems():
            raise Refused(wrong)
        facts = actions.open_association(data)  # says here, and not in the server process, what is wrong
        STDERR.print(f"{facts.name}: {site.url}  (avsluta med Ctrl+C)", markup=False)
        serve(site)
