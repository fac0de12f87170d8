"""How does what an owner reads leave, so that it is known afterwards what owners have read of counts?"""

from samordna.access.actor import Actor
from samordna.access.deeds import Deed
from samordna.domain.values.language import swedish
from samordna.domain.values.period import Period
from samordna.office.actions.doing import doing
from samordna.office.actions.measures.statistics import write_statistics
from samordna.office.questions.measures.owners import OwnerShown, owner_shown
from samordna.office.store.writing import alone


def give_out_owner(code: str, year: Period, form: str, *, by: Actor) -> OwnerShown | None:
    """Return what an owner reads of a fiscal year as it leaves; the publication that its counts are of is written down.

    ``code`` is the member's, ``form`` the format that it leaves in. None when there is no such member. Raises
    ``Refused`` when the role may not, and when what was published before would give somebody away together with it.
    """
    subject = swedish("{code}, {year}").format(code=code, year=year.in_words)
    with doing(Deed.PUBLISH_STATISTICS, by=by, subject=subject), alone():
        shown = owner_shown(code, year)
        if shown and shown.statistics and shown.counts:
            how = swedish("{member} ({form})").format(member=shown.member.name, form=form)
            write_statistics(shown.statistics, how, by=by)
        return shown
