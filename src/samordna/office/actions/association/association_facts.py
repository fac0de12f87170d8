"""How does the association change its name or its organisation number?"""

import re
from typing import Final

from samordna.access.actor import Actor
from samordna.access.deeds import Deed
from samordna.access.trail import record
from samordna.domain.values.language import swedish
from samordna.domain.values.problem import Refused
from samordna.domain.values.typed_number import carries_typed_number
from samordna.office.actions import problems
from samordna.office.actions.association import user_problems as told
from samordna.office.actions.doing import doing
from samordna.office.actions.typed_names import name_problems, shown
from samordna.office.questions.identity import AssociationFacts, association
from samordna.office.store import models
from samordna.office.store.writing import alone

_NUMBER: Final = swedish("organisationsnumret")
_WRITTEN: Final = re.compile(r"([0-9]{6})-?([0-9]{4})")


def change_association(name: str, *, organisation_number: str, by: Actor) -> AssociationFacts:
    """Change what the association is called and its number (empty for none), and return it as it then is.

    Reports that were made keep the name they were made with. What is already so leaves no trace. Raises ``Refused``.
    """
    name, number = name.strip(), _plain(organisation_number)
    with doing(Deed.CHANGE_ASSOCIATION, by=by, subject=shown(name)):
        wrong = [*name_problems(name)]
        if number and not _WRITTEN.fullmatch(number):
            wrong.append(told.ORGANISATION_NUMBER_MALFORMED.at(_NUMBER))
        if carries_typed_number(number):
            wrong.append(problems.IDENTITY_NUMBER_TYPED.at(_NUMBER))
        if wrong:
            raise Refused(wrong)
        with alone():
            _change(association(), name, number, by=by)
    return association()


def _change(held: AssociationFacts, name: str, number: str, *, by: Actor) -> None:
    old = {"name": held.name, "organisation_number": held.organisation_number}
    new = {"name": name, "organisation_number": number}
    if old == new:
        return
    models.Association.objects.update(**new)
    record(Deed.CHANGE_ASSOCIATION, by=by, subject=name, old=old, **new)


def _plain(number: str) -> str:
    """Return ``222000-0000`` for it written with or without a hyphen; anything else as it stands."""
    written = _WRITTEN.fullmatch(number.strip())
    return f"{written[1]}-{written[2]}" if written else number.strip()
