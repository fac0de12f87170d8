"""How does a person at a terminal let somebody in, and see who may come in?"""

from collections.abc import Iterator
from typing import Annotated

import typer
from rich.table import Column, Table
from rich.text import Text

from samordna.cli.options import Folder
from samordna.cli.telling import STDERR, print_whole, refusals
from samordna.office import actions, questions

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command()
def invite(
    data: Folder,
    email: Annotated[str, typer.Option(help="E-postadressen som användaren loggar in med.", show_default=False)],
    name: Annotated[str, typer.Option(help="Namnet, som visas i spåret.", show_default=False)],
    role: Annotated[actions.Role, typer.Option(help="Vad användaren får göra.")] = actions.Role.ADMINISTRATOR,
    site: Annotated[
        str, typer.Option(metavar="ADRESS", help="Webbplatsens adress, som länken börjar med.")
    ] = "http://127.0.0.1:8000",
) -> None:
    """Bjud in en användare: gör en länk som du lämnar över. Så får ett nytt förbund sin första administratör.

    Länken skrivs bara ut nu, gäller i 14 dagar och kan användas en gång.

    Exempel:

      samordna invite --data mitt-forbund --email anna@example.se --name "Anna Exempel" --role administrator
    """
    with refusals():
        actions.open_association(data)
        made = actions.invite_user(email, name=name, role=role, by=actions.TERMINAL)
    typer.echo(f"{site.rstrip('/')}/inbjudan/{made.secret}/")
    STDERR.print(f"Lämna länken till {made.name}, som blir {made.role_name}. Den visas bara nu.", markup=False)


@app.command()
def users(data: Folder) -> None:
    """Visa vilka som får logga in, och vilka länkar som väntar på att användas.

    Exempel:

      samordna users --data mitt-forbund
    """
    with refusals(reads=True):
        actions.open_association(data)
        shown, waiting = questions.users(), questions.open_invitations()
    if not shown and not waiting:
        STDERR.print("Det finns inga användare. Bjud in den första: samordna invite --data " + str(data), markup=False)
        return
    heads = ("Namn", "E-post", "Roll", "Tillstånd", "Senast inloggad")
    table = Table(*(Column(head, no_wrap=True) for head in heads), box=None)
    for one in shown:
        seen = f"{one.last_login.astimezone():%Y-%m-%d %H.%M}" if one.last_login else "aldrig"
        table.add_row(*_plain(one.name, one.email, one.role_name, "aktiv" if one.active else "avstängd", seen))
    for link in waiting:
        state = "länken har gått ut" if link.expired else f"länk till {link.expires_at.astimezone():%Y-%m-%d}"
        what = "nytt lösenord" if link.new_password else link.role_name
        table.add_row(*_plain(link.name, link.email, what, state, ""))
    print_whole(table)


def _plain(*words: str) -> Iterator[Text]:
    """Return words as they stand: a bracket in a name is no markup."""
    return map(Text, words)
