"""How does a person say what the year will cost, and how is that kept as it stood on a day?"""

from django.utils import timezone

from samordna.access.actor import Actor
from samordna.access.deeds import Deed
from samordna.domain.plan.checks import forecast_problems
from samordna.domain.plan.forecast import Forecast, ForecastNumber, FrozenForecast, Ground
from samordna.domain.values.identity_number import mask
from samordna.domain.values.language import swedish
from samordna.domain.values.money import Ore
from samordna.domain.values.period import Period
from samordna.domain.values.problem import Refused
from samordna.office.actions.doing import doing
from samordna.office.actions.plan import plan_problems as problems
from samordna.office.actions.plan.plan_saying import refuse_any, say_of, text_problems
from samordna.office.actions.plan.plan_things import forecast_of_row, frozen_forecast
from samordna.office.questions.followed.forecast import forecast_now, proposal_for
from samordna.office.questions.followed.heading import forecast_shown
from samordna.office.questions.plan.plan import plan_held
from samordna.office.store.plan_rows import FROZEN, holding
from samordna.office.store.writing import alone


def enter_forecast(  # noqa: PLR0913 - what a number is for, and what is said of it
    year: Period, row: str, amount: Ore | None, *, comment: str = "", by: Actor, seen: int | None = None
) -> int:
    """Say what a row is expected to cost in a fiscal year, net cost in öre, and why; return the line that says so.

    Without an amount the proposal stands again. A number that differs from the proposal needs a comment before the
    forecast is frozen, not before. Its sign is taken as it is: whoever typed one meant it. ``seen`` is the line that
    somebody saw, 0 for the proposal. Raises ``Refused``.
    """
    thing = forecast_of_row(year, row)
    with doing(Deed.ENTER_FORECAST, by=by, subject=mask(thing.name)), alone():
        number = None
        if amount is not None or comment:
            number = _number(year, row, amount, comment)
            found = forecast_problems(Forecast(year, year.last, (number,)), plan_held().plan.register)
            refuse_any((*found, *text_problems(thing.name, comment)))
        return say_of(thing, number, Deed.ENTER_FORECAST, by=by, seen=seen)


def _number(year: Period, row: str, amount: Ore | None, comment: str) -> ForecastNumber:
    """Return a number with what was proposed when it was set; a comment alone is on the proposal's own number."""
    proposal = proposal_for(year, row)
    if amount is None and proposal is None:
        raise Refused([problems.NO_SUCH_ROW.at(swedish("prognos"), row=mask(row))])
    own = proposal.amount if amount is None and proposal else amount or 0
    return ForecastNumber(row, own, comment.strip(), proposal)


def use_proposal(year: Period, row: str, ground: Ground, *, by: Actor, seen: int | None = None) -> int:
    """Say that what can be proposed for a row on some ground is what it will cost; return the line that says so.

    The proposal that stands by itself takes back what was said; another is kept with a person's own comment, or with
    the sentence that says how it was found. Raises ``Refused``, also when nothing can be proposed on that ground.
    """
    thing = forecast_of_row(year, row)
    shown = forecast_shown(year).row(row)
    chosen = next((one for one in shown.proposals if one.ground is ground), None) if shown else None
    if shown is None or chosen is None:
        with doing(Deed.ENTER_FORECAST, by=by, subject=mask(thing.name)):
            raise Refused([problems.NO_SUCH_PROPOSAL.at(mask(thing.name))])
    if chosen == shown.proposals[0]:
        return enter_forecast(year, row, None, by=by, seen=seen)
    own = shown.said[0].value if shown.is_said else None
    comment = (own.comment if own else "") or chosen.how
    return enter_forecast(year, row, chosen.amount, comment=comment, by=by, seen=seen)


def freeze_forecast(year: Period, occasion: str, *, by: Actor) -> FrozenForecast:
    """Keep the forecast of a year as it stands today, for a meeting or a paper, and return it.

    Raises ``Refused`` when nothing is forecast, and when a person's own number has no comment.
    """
    subject = swedish("prognos {year}, {occasion}").format(year=year.in_words, occasion=mask(occasion))
    with doing(Deed.FREEZE_FORECAST, by=by, subject=subject), alone():
        frozen = FrozenForecast.of(
            occasion.strip(), timezone.localdate(), forecast_now(year), plan_held().plan.register
        )
        stands = frozen.forecast
        if not stands.numbers:
            raise Refused([problems.NOTHING_TO_FREEZE.at(subject, year=year.in_words)])
        unexplained = [number.row for number in stands.numbers if number.is_own and not number.comment]
        if unexplained:
            raise Refused([problems.UNEXPLAINED.at(subject, rows=", ".join(unexplained))])
        if not occasion.strip():
            raise Refused([problems.WITHOUT_OCCASION.at(subject)])
        refuse_any(text_problems(subject, occasion))
        count = sum(said.period == year for said in holding(FROZEN))
        say_of(frozen_forecast(year, count + 1), frozen, Deed.FREEZE_FORECAST, by=by)
    return frozen
