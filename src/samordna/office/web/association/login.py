"""How does somebody come in, by password or by the link of an invitation, and go out again?"""

from typing import Any, Final

from allauth.account import views as library
from allauth.decorators import rate_limit
from django import forms
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.cache import never_cache

from samordna.access.deeds import Deed
from samordna.access.entrance import let_in
from samordna.access.guard import ANYBODY
from samordna.domain.values.language import swedish
from samordna.domain.values.problem import Refused
from samordna.office import actions, questions
from samordna.office.web.routing import Route

_UNPROCESSABLE: Final = 422


class LoginView(library.LoginView):  # type: ignore[misc]
    """The login page, around it what stands around every page."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Return what the page shows; the library's own ``site`` gives way to ours."""
        context: dict[str, Any] = super().get_context_data(**kwargs)
        context.pop("site", None)
        return context


class PasswordForm(forms.Form):
    """A password of one's own choice, twice."""

    password = forms.CharField(
        label=swedish("Lösenord"),
        help_text=swedish("Minst 12 tecken, gärna flera ord efter varandra."),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )
    again = forms.CharField(
        label=swedish("Samma lösenord en gång till"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def clean_again(self) -> str:
        """Return the second password, which is the first."""
        again: str = self.cleaned_data["again"]
        if again != self.cleaned_data.get("password", again):
            raise forms.ValidationError(swedish("Det är inte samma lösenord som ovan. Skriv det en gång till."))
        return again


@never_cache
@rate_limit(action="accept_invitation")  # type: ignore[untyped-decorator]
def accept(request: HttpRequest, secret: str) -> HttpResponse:
    """Show whom a link lets in, and let in whoever chooses a password."""
    try:
        shown = questions.invitation(secret)
    except Refused as refusal:
        return _kept_quiet(render(request, "login/no_invitation.html", {"problems": refusal.problems}, status=404))
    form = PasswordForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            entered = actions.accept_invitation(secret, password=form.cleaned_data["password"])
        except Refused as refusal:
            for problem in refusal.problems:
                form.add_error("password", f"{problem.found} {problem.remedy}")
        else:
            let_in(request, entered.user_id)
            return HttpResponseRedirect("/")
    status = _UNPROCESSABLE if form.errors else 200
    return _kept_quiet(render(request, "login/invitation.html", {"invitation": shown, "form": form}, status=status))


def _kept_quiet(response: HttpResponse) -> HttpResponse:
    """Keep the secret in the address from whoever is asked for something next.

    Not ``no-referrer``: browsers then say that a form comes from nowhere, and it is rightly refused.
    """
    response["Referrer-Policy"] = "strict-origin"
    return response


ROUTES: Final = (
    Route("logga-in/", "account_login", LoginView.as_view(), reads=ANYBODY, does=ANYBODY),
    Route("logga-ut/", "account_logout", library.logout, does=Deed.LOG_OUT),
    Route("inbjudan/<str:secret>/", "invitation", accept, reads=ANYBODY, does=ANYBODY),
)
