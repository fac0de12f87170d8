"""How is it remembered that somebody took a file home?"""

from samordna.access.actor import Actor
from samordna.access.deeds import Deed
from samordna.access.trail import record
from samordna.office.actions.doing import doing
from samordna.office.store.writing import alone


def take_out(subject: str, *, by: Actor, **what: object) -> None:
    """Write in the trail that ``by`` takes out a file; ``subject`` names it as a person would, ``what`` is told of it.

    Call it when the file is written and before it is handed over: none leaves without a trace. Raises ``Refused``
    when the role may not, or when the trail cannot be written.
    """
    with doing(Deed.EXPORT, by=by, subject=subject), alone():
        record(Deed.EXPORT, by=by, subject=subject, old=None, **what)
