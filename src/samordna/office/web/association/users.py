"""Who are the users, and how are they let in, given a role and shut out?"""

from typing import Final

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache

from samordna.access.deeds import Deed
from samordna.access.guard import actor_of
from samordna.domain.values.language import swedish
from samordna.domain.values.problem import Refused
from samordna.look.parts import Act, Cell, Choice, Confirm, Fact, Heading, Mark, Things, Tone
from samordna.office import actions, questions
from samordna.office.web.association.association import tabs
from samordna.office.web.association.own_account import logins_of
from samordna.office.web.forms.typed import told_in
from samordna.office.web.forms.when import day_and_time
from samordna.office.web.routing import Route

_UNPROCESSABLE: Final = 422
_NEVER: Final = swedish("aldrig")
_IN, _OUT = Mark(Tone.DONE, swedish("Aktiv")), Mark(Tone.QUIET, swedish("Avstängd"))


class InvitationForm(forms.Form):
    """Who is to be let in."""

    name = forms.CharField(label=swedish("Namn"), help_text=swedish("Visas i spåret vid allt som användaren gör."))
    email = forms.CharField(
        label=swedish("E-post"),
        widget=forms.EmailInput,
        help_text=swedish("Används för att logga in. Inget brev skickas."),
    )
    role = forms.ChoiceField(
        label=swedish("Roll"), choices=lambda: [(role.code, role.name) for role in questions.roles()]
    )


def users(request: HttpRequest) -> HttpResponse:
    """Show everybody who may come in or once might, and the links that wait for somebody."""
    actor = actor_of(request)
    told = {
        "tabs": tabs("users"),
        "users": _listed(questions.users()),
        "invitations": [
            (one, _withdrawing(one.id) if actor.may(Deed.WITHDRAW_INVITATION) else None)
            for one in questions.open_invitations()
        ],
        "may_invite": actor.may(Deed.INVITE_USER),
    }
    return render(request, "settings/users.html", told)


def user(request: HttpRequest, user_id: int) -> HttpResponse:
    """Show one user, and what can be done about them."""
    shown, actor = _user(user_id), actor_of(request)
    facts = (
        Fact(swedish("E-post"), shown.email),
        Fact(swedish("Roll"), shown.role_name),
        Fact(swedish("Användare sedan"), day_and_time(shown.joined_at)),
        Fact(swedish("Senast inloggad"), day_and_time(shown.last_login) if shown.last_login else _NEVER),
    )
    deeds = {Deed.CHANGE_ROLE, Deed.DEACTIVATE_USER, Deed.INVITE_USER}
    told = {
        "user": shown,
        "mark": _IN if shown.active else _OUT,
        "facts": facts,
        "logins": logins_of(user_id),
        "may_change": any(actor.may(deed) for deed in deeds),
        "oneself": actor.user_id == user_id,
        "role": _roles_of(shown),
        "new_password": Act(swedish("Gör en länk till nytt lösenord"), reverse("new_password", args=[user_id])),
        "shut_out": _shutting_out(shown),
        "let_in": Act(swedish("Släpp in igen"), reverse("reactivate_user", args=[user_id])),
    }
    return render(request, "settings/user.html", told)


@never_cache
def invite(request: HttpRequest) -> HttpResponse:
    """Ask who is to be let in, and show the link: this once."""
    form = InvitationForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        given = form.cleaned_data
        role = actions.Role(given["role"])
        try:
            made = actions.invite_user(given["email"], name=given["name"], role=role, by=actor_of(request))
        except Refused as refusal:
            told_in(form, refusal)
        else:
            return _link_shown(request, made)
    return render(request, "settings/invite.html", {"form": form}, status=_UNPROCESSABLE if form.errors else 200)


@never_cache
def new_password(request: HttpRequest, user_id: int) -> HttpResponse:
    """Make a link to a new password, and show it: this once."""
    return _link_shown(request, actions.invite_to_new_password(user_id, by=actor_of(request)))


def change_role(request: HttpRequest, user_id: int) -> HttpResponse:
    """Give a user another role."""
    wanted = request.POST.get("to", "")
    if wanted not in {role.code for role in questions.roles()}:
        raise Http404(swedish("Det finns ingen sådan roll."))
    actions.change_role(user_id, actions.Role(wanted), by=actor_of(request))
    shown = _user(user_id)
    messages.success(request, swedish("{name} är nu {role}.").format(name=shown.name, role=shown.role_name))
    return redirect("user", user_id)


def shut_out(request: HttpRequest, user_id: int) -> HttpResponse:
    """Shut a user out."""
    actions.deactivate_user(user_id, by=actor_of(request))
    messages.success(request, swedish("{name} är avstängd och utloggad överallt.").format(name=_user(user_id).name))
    return redirect("user", user_id)


def let_in(request: HttpRequest, user_id: int) -> HttpResponse:
    """Let a user in again."""
    actions.reactivate_user(user_id, by=actor_of(request))
    said = swedish("{name} kan logga in igen, med samma lösenord som förut.").format(name=_user(user_id).name)
    messages.success(request, said)
    return redirect("user", user_id)


def withdraw(request: HttpRequest, invitation_id: int) -> HttpResponse:
    """Withdraw a link that nobody has used."""
    actions.withdraw_invitation(invitation_id, by=actor_of(request))
    messages.success(request, swedish("Länken är tillbakadragen."))
    return redirect("users")


def _user(user_id: int) -> questions.UserShown:
    shown = questions.user(user_id)
    if shown is None:
        raise Http404(swedish("Det finns ingen sådan användare."))
    return shown


def _listed(shown: tuple[questions.UserShown, ...]) -> Things:
    headings = tuple(map(Heading, ("Namn", "E-post", "Roll", "Senast inloggad", "Tillstånd")))
    rows = tuple(
        (
            Cell(one.name, reverse("user", args=[one.id])),
            Cell(one.email),
            Cell(one.role_name),
            Cell(day_and_time(one.last_login) if one.last_login else _NEVER),
            Cell(mark=_IN if one.active else _OUT),
        )
        for one in shown
    )
    return Things(swedish("Användare"), headings, rows)


def _withdrawing(invitation_id: int) -> Act:
    return Act(swedish("Dra tillbaka"), reverse("withdraw_invitation", args=[invitation_id]))


def _roles_of(shown: questions.UserShown) -> Act:
    choices = tuple(Choice(role.code, role.name, role.code == shown.role) for role in questions.roles())
    label = swedish("Ändra roll")
    return Act(label, reverse("change_role", args=[shown.id]), choices=choices, choose=swedish("Roll"))


def _shutting_out(shown: questions.UserShown) -> Confirm:
    said = swedish("{name} loggas ut överallt och kan inte logga in. Allt som användaren har gjort står kvar i spåret.")
    return Confirm(
        label=swedish("Stäng av …"),
        question=said.format(name=shown.name),
        action=reverse("deactivate_user", args=[shown.id]),
        button=swedish("Stäng av"),
    )


def _link_shown(request: HttpRequest, made: actions.Invited) -> HttpResponse:
    """Show a link this once; nobody who is asked for something next is told of it."""
    address = request.build_absolute_uri(reverse("invitation", args=[made.secret]))
    return render(request, "settings/link.html", {"made": made, "address": address})


_USERS: Final = "installningar/anvandare/"
ROUTES: Final = (
    Route(_USERS, "users", users, reads=Deed.READ_USERS),
    Route(f"{_USERS}bjud-in/", "invite_user", invite, reads=Deed.INVITE_USER, does=Deed.INVITE_USER),
    Route(f"{_USERS}<int:user_id>/", "user", user, reads=Deed.READ_USERS),
    Route(f"{_USERS}<int:user_id>/roll/", "change_role", change_role, does=Deed.CHANGE_ROLE),
    Route(f"{_USERS}<int:user_id>/losenord/", "new_password", new_password, does=Deed.INVITE_USER),
    Route(f"{_USERS}<int:user_id>/stang-av/", "deactivate_user", shut_out, does=Deed.DEACTIVATE_USER),
    Route(f"{_USERS}<int:user_id>/slapp-in/", "reactivate_user", let_in, does=Deed.REACTIVATE_USER),
    Route(
        "installningar/inbjudningar/<int:invitation_id>/dra-tillbaka/",
        "withdraw_invitation",
        withdraw,
        does=Deed.WITHDRAW_INVITATION,
    ),
)
