"""How is somebody told, in the form they filled in, what is wrong with it?"""

from typing import Final

from django import forms

from samordna.domain.values.problem import Refused

_FIELDS: Final = {
    "namnet": "name",
    "e-postadressen": "email",
    "organisationsnumret": "organisation_number",
    "lösenordet": "password",
}
"""The places that deeds name, and the field that each was typed in."""


def told_in(form: forms.Form, refusal: Refused) -> None:
    """Put each problem of a refusal at the field of its place; on top of the form when it has no such field."""
    for problem in refusal.problems:
        field = _FIELDS.get(problem.place)
        form.add_error(field if field in form.fields else None, f"{problem.found} {problem.remedy}")
