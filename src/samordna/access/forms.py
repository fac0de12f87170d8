"""What does somebody fill in to come in, or to change their own password?"""

from typing import Any

from allauth.account import forms as library
from django import forms

from samordna.domain.values.language import swedish


class LoginForm(library.LoginForm):  # type: ignore[misc]
    """E-mail and password."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _ask(self.fields["login"], swedish("E-post"))
        self.fields["login"].widget.attrs["autocomplete"] = "username"
        _ask(self.fields["password"], swedish("Lösenord"))


class ChangePasswordForm(library.ChangePasswordForm):  # type: ignore[misc]
    """The password of now, and the new one twice."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _ask(self.fields["oldpassword"], swedish("Nuvarande lösenord"))
        _ask(
            self.fields["password1"],
            swedish("Nytt lösenord"),
            swedish("Minst 12 tecken, gärna flera ord efter varandra."),
        )
        _ask(self.fields["password2"], swedish("Nytt lösenord en gång till"))


def _ask(field: forms.Field, label: str, help_text: str = "") -> None:
    """Ask for a field by its label; an example inside the field would be gone when it is needed."""
    field.label, field.help_text = label, help_text
    field.widget.attrs.pop("placeholder", None)
