"""What does the login library do our way?"""

from collections.abc import Mapping
from ipaddress import IPv6Address, ip_address, ip_network
from typing import Any, Final

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import ratelimit
from django.contrib import messages
from django.contrib.auth.base_user import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

from samordna.access.signals import record_locked_out
from samordna.domain.values.language import swedish

_SAID: Final = {
    "account/messages/password_changed.txt": swedish("Lösenordet är bytt. Du är utloggad på andra ställen.")
}
"""What the library may say in a message, by the name that it has for it; it is silent about the rest."""


_OF_ACCOUNT: Final = "login_account"
"""The limit of wrong passwords for an account, by its name in ``ACCOUNT_RATE_LIMITS``."""

_HOUSEHOLD: Final = 64
"""The part of an IPv6 address that one customer has all to itself: whoever changes the rest is the same."""


def _email(credentials: Mapping[str, Any]) -> str:
    return str(credentials.get("email", "")).lower()


def _network(address: str) -> str:
    """Return the address as one is told from another by it."""
    if isinstance(ip_address(address), IPv6Address):
        return str(ip_network(f"{address}/{_HOUSEHOLD}", strict=False))
    return address


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Lets in those who were invited, says the same to all it does not let in, and leads nowhere but home."""

    error_messages: Final = DefaultAccountAdapter.error_messages | {
        "email_password_mismatch": swedish(
            "E-postadressen eller lösenordet stämmer inte. Kontrollera båda och försök igen. "
            "Har du glömt lösenordet: be en administratör om en länk till ett nytt."
        ),
        "too_many_login_attempts": swedish("För många försök. Vänta fem minuter och försök igen."),
        "enter_current_password": swedish("Det är inte ditt nuvarande lösenord."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002 - the library's own signature
        """Let nobody in who was not invited."""
        return False

    def is_ajax(self, request: HttpRequest) -> bool:  # noqa: ARG002 - the library's own signature
        """Answer with pages, whatever is asked for."""
        return False

    def is_safe_url(self, url: str) -> bool:
        """Tell whether somebody may be led to ``url``: only to a page of this very site."""
        here = self.request
        if here is None:
            return False
        return url_has_allowed_host_and_scheme(url, {here.get_host()}, require_https=here.is_secure())

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Refuse who has tried too often, and leave a trace of it.

        The limits are ``ACCOUNT_RATE_LIMITS``: of an account from one address, of an address whatever the account,
        and of an account from wherever it is tried.
        """
        try:
            super().pre_authenticate(request, **credentials)
            if not ratelimit.consume(request, action=_OF_ACCOUNT, key=_email(credentials), dry_run=True):
                raise self.validation_error("too_many_login_attempts")
        except ValidationError:
            record_locked_out(_email(credentials))
            raise

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        """Count a wrong password against the account, from wherever it came."""
        super().authentication_failed(request, **credentials)
        ratelimit.consume(request, action=_OF_ACCOUNT, key=_email(credentials))

    def _get_login_attempts_cache_key(self, request: HttpRequest, **credentials: Any) -> str:
        """Return what wrong passwords are counted by: the account and the address together.

        Somebody who guesses elsewhere then shuts nobody out here, and one who forgot shuts out no colleague.
        """
        key: str = super()._get_login_attempts_cache_key(request, **credentials)
        return f"{key}:{_network(self.get_client_ip(request))}"

    def authenticate(self, request: HttpRequest, **credentials: Any) -> AbstractBaseUser | None:
        """Return who has this e-mail and password; one who is shut out is nobody, and is told no more than others."""
        user = super().authenticate(request, **credentials)
        return user if user is not None and user.is_active else None

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:  # noqa: ARG002 - the library's own signature
        """Lead back to the page where the password is changed from."""
        return reverse("own_account")

    def add_message(
        self, request: HttpRequest, level: int, message_template: str | None = None, *_: Any, **__: Any
    ) -> None:
        """Say what the library has to say, in our words; nothing where the page says it already."""
        said = _SAID.get(message_template or "")
        if said:
            messages.add_message(request, level, said)
