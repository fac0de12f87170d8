"""How does an association get its data folder, and how is one opened?"""

from pathlib import Path

from django.utils import timezone

from samordna.access.actor import Actor
from samordna.access.trail import record
from samordna.domain.values.problem import Refused
from samordna.office.actions import problems
from samordna.office.questions.identity import AssociationFacts, association
from samordna.office.store import models
from samordna.office.store.folder import open_folder
from samordna.office.store.new_folder import make_folder
from samordna.office.store.writing import alone


def create_association(
    folder: Path, *, name: str, organisation_number: str = "", layout: str, by: Actor
) -> AssociationFacts:
    """Make an empty association in ``folder`` and open it.

    ``folder`` is new or empty. Its database is on the server of ``DATABASE_URL``, or a file in it when
    that is not set. Raises ``Refused``; nothing that looks like a data folder is then left.
    """
    if not name.strip():
        raise Refused([problems.NAMELESS.at(str(folder))])
    now = timezone.now()

    def fill() -> None:
        with alone():
            models.Association.objects.create(
                id=1, name=name.strip(), organisation_number=organisation_number, layout=layout, created_at=now
            )
            record(
                "create-association",
                by=by,
                subject=name.strip(),
                organisation_number=organisation_number,
                layout=layout,
            )

    make_folder(folder, fill, created=now)
    return association()


def open_association(folder: Path) -> AssociationFacts:
    """Make ``folder`` the one this process reads and writes, and return whose it is. Raises ``Refused``."""
    open_folder(folder)
    return association()
