"""How does an association get its data folder, and how is one opened?"""

from contextlib import suppress
from pathlib import Path

from django.utils import timezone

from samordna.access.actor import Actor
from samordna.access.deeds import Deed
from samordna.access.trail import record
from samordna.domain.values.problem import Refused
from samordna.domain.values.typed_number import carries_typed_number, mask_typed
from samordna.office.actions import problems
from samordna.office.actions.doing import doing
from samordna.office.questions.identity import AssociationFacts, association
from samordna.office.store import models, secret
from samordna.office.store.folder import close_folder, open_folder
from samordna.office.store.new_folder import make_folder
from samordna.office.store.problems import FOLDER_TAKEN, FOLDER_UNREADABLE
from samordna.office.store.writing import alone


def create_association(
    folder: Path, *, name: str, organisation_number: str = "", layout: str, by: Actor
) -> AssociationFacts:
    """Make an empty association in ``folder`` and open it.

    ``folder`` is new or empty. Its database is on the server of ``DATABASE_URL``, or a file in it when
    that is not set. Raises ``Refused``; nothing that looks like a data folder is then left, and of trails
    there is only that of the association whose folder is taken already.
    """
    if not name.strip():
        raise Refused([problems.NAMELESS.at(str(folder))])
    if carries_typed_number(name):
        raise Refused([problems.IDENTITY_NUMBER_TYPED.at(mask_typed(name))])
    now = timezone.now()

    def fill() -> None:
        with alone():
            models.Association.objects.create(
                id=1, name=name.strip(), organisation_number=organisation_number, layout=layout, created_at=now
            )
            record(
                Deed.CREATE_ASSOCIATION,
                by=by,
                subject=name.strip(),
                organisation_number=organisation_number,
                layout=layout,
            )

    try:
        make_folder(folder, fill, created=now)
    except Refused as refusal:
        if any(problem.code == FOLDER_TAKEN.code for problem in refusal.problems):
            _tell_the_one_there(folder, refusal, by=by, name=name)
        raise
    return association()


def _tell_the_one_there(folder: Path, refusal: Refused, *, by: Actor, name: str) -> None:
    """Write in the trail of the association that has the folder that somebody wanted it; no folder is then open."""
    with suppress(Refused):
        open_folder(folder)
        with doing(Deed.CREATE_ASSOCIATION, by=by, subject=name.strip()):
            raise refusal
    close_folder()


def open_association(folder: Path) -> AssociationFacts:
    """Make ``folder`` the one this process reads and writes, and return whose it is. Raises ``Refused``."""
    open_folder(folder)
    return association()


def site_secret(folder: Path) -> str:
    """Return the secret that the site of ``folder`` signs sessions with. Raises ``Refused`` when it has no place."""
    try:
        return secret.site_secret(folder)
    except OSError as error:
        raise Refused([FOLDER_UNREADABLE.at(str(folder), why=error.strerror)]) from None
