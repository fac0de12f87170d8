"""What does somebody who is logged in find about themselves, and how do they change their password?"""

from typing import Final

from allauth.account import views as library
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from samordna.access.deeds import Deed
from samordna.access.guard import actor_of
from samordna.domain.values.language import swedish
from samordna.look.parts import Cell, Fact, Heading, Mark, Things, Tone
from samordna.office import questions
from samordna.office.web.forms.when import day_and_time
from samordna.office.web.routing import Route


def own_account(request: HttpRequest) -> HttpResponse:
    """Show who one is to the association, and when one came in lately."""
    shown = questions.user(actor_of(request).user_id or 0)
    if shown is None:  # pragma: no cover - the guard has just seen this user
        return HttpResponse(status=404)
    facts = (
        Fact(swedish("Namn"), shown.name),
        Fact(swedish("E-post, som du loggar in med"), shown.email),
        Fact(swedish("Roll"), shown.role_name),
    )
    return render(request, "own_account/own_account.html", {"facts": facts, "logins": logins_of(shown.id)})


def logins_of(user_id: int) -> Things | None:
    """Return the latest times that somebody came in as a user, or was refused; None when nobody ever tried."""
    came, refused = Mark(Tone.DONE, swedish("Inloggad")), Mark(Tone.REFUSE, swedish("Vägrad"))
    rows = tuple(
        (Cell(day_and_time(login.at)), Cell(mark=refused if login.refused else came))
        for login in questions.latest_logins(user_id)
    )
    if not rows:
        return None
    headings = (Heading(swedish("När")), Heading(swedish("Vad")))
    return Things(swedish("Senaste inloggningarna"), headings, rows)


ROUTES: Final = (
    Route("mitt-konto/", "own_account", own_account, reads=Deed.CHANGE_PASSWORD),
    Route(
        "mitt-konto/losenord/",
        "account_change_password",
        library.password_change,
        reads=Deed.CHANGE_PASSWORD,
        does=Deed.CHANGE_PASSWORD,
    ),
)
