"""How is something said of a figure, so that it follows the figure into print?"""

from samordna.access.actor import Actor
from samordna.access.deeds import Deed
from samordna.domain.document import Comment
from samordna.domain.values.identity_number import mask
from samordna.domain.values.period import Period
from samordna.office.actions.doing import doing
from samordna.office.actions.plan.plan_saying import refuse_any, say_of, text_problems
from samordna.office.actions.plan.plan_things import comment_on
from samordna.office.store.writing import alone


def comment_figure(  # noqa: PLR0913 - where a figure stands, and what is said of it
    statement: str, row: str, column: str, period: Period, text: str, *, by: Actor, seen: int | None = None
) -> int:
    """Say something of a figure over some months, or nothing any more; return the number of the line that holds.

    It becomes a numbered note below the table wherever the figure is shown for just these months. Raises ``Refused``.
    """
    thing = comment_on(statement, row, column, period)
    with doing(Deed.COMMENT_FIGURE, by=by, subject=mask(thing.name)), alone():
        refuse_any(text_problems(thing.name, text))
        comment = Comment(row, column, " ".join(text.split())) if text.strip() else None
        return say_of(thing, comment, Deed.COMMENT_FIGURE, by=by, seen=seen)
