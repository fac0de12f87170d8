"""How is a forecast written in a table where its number and its comment are a cell each?

Both are one thing that is said of a row, and two persons may write one cell each at the same time: what the other
changed in the other cell stays. ``seen`` is the line that a person saw, 0 for none.
"""

from collections.abc import Callable
from dataclasses import dataclass

from samordna.access.actor import Actor
from samordna.access.deeds import Deed
from samordna.domain.plan.forecast import ForecastNumber
from samordna.domain.plan.typed_number import Cell, UnreadableNumberError
from samordna.domain.values.identity_number import mask
from samordna.domain.values.money import Ore
from samordna.domain.values.period import Period
from samordna.domain.values.problem import Refused
from samordna.office.actions.doing import doing
from samordna.office.actions.followed.forecasts import enter_forecast
from samordna.office.actions.plan import plan_problems as problems
from samordna.office.actions.plan.plan_things import forecast_of_row
from samordna.office.questions.followed.forecast import proposed
from samordna.office.store.plan_rows import FORECAST, history_of


def write_forecast(  # noqa: PLR0913 - what is typed, where, and what was seen there
    year: Period, row: str, typed: str, cell: Cell, *, by: Actor, seen: int
) -> int:
    """Take the number that somebody typed in a cell; nothing typed lets the proposal stand again.

    What is typed as the cell shows its number, or its proposal, is that number to the öre. Return the line that then
    holds. Raises ``Refused`` for what cannot be read, and as ``enter_forecast`` does.
    """
    said, proposal = _Said.of(year, row), proposed(year).of(row)
    at_hand = () if proposal is None else (proposal.amount,)
    standing = next(iter(at_hand), None) if said.own is None else said.own
    thing = forecast_of_row(year, row)
    with doing(Deed.ENTER_FORECAST, by=by, subject=mask(thing.name)):
        try:
            amount = cell.read(typed, standing, *at_hand)
        except UnreadableNumberError as error:
            unreadable = problems.NOT_A_FORECAST.at(mask(thing.name), text=mask(typed), unit=cell.unit.name)
            raise Refused([unreadable]) from error
        if amount is None and said.comment and not at_hand:
            raise Refused([problems.NO_PROPOSAL.at(mask(thing.name))])
    own = None if amount in at_hand else amount

    def stood(number: ForecastNumber | None) -> Ore | None:
        """Return what the cell showed while this was what had been said."""
        return number.amount if number else next(iter(at_hand), None)

    return enter_forecast(year, row, own, comment=said.comment, by=by, seen=said.seen(seen, stood))


def write_forecast_comment(year: Period, row: str, typed: str, *, by: Actor, seen: int) -> int:
    """Take what somebody typed of why the number is believed; the number stays. Return the line that then holds.

    Raises ``Refused`` as ``enter_forecast`` does, and where there is no number to comment on.
    """
    said, comment = _Said.of(year, row), " ".join(typed.split())
    thing = forecast_of_row(year, row)
    with doing(Deed.ENTER_FORECAST, by=by, subject=mask(thing.name)):
        if comment and said.own is None and proposed(year).of(row) is None:
            raise Refused([problems.NOTHING_TO_COMMENT.at(mask(thing.name))])
    return enter_forecast(year, row, said.own, comment=comment, by=by, seen=said.seen(seen, _comment))


def is_meanwhile(refusal: Refused) -> bool:
    """Tell whether something is refused since another has said something else of it meanwhile."""
    return any(problem.code == problems.SAID_MEANWHILE.code for problem in refusal.problems)


@dataclass(frozen=True, slots=True)
class _Said:
    """What has been said of a row's forecast, by the numbers of the lines, latest first."""

    lines: tuple[tuple[int, ForecastNumber | None], ...]

    @classmethod
    def of(cls, year: Period, row: str) -> "_Said":
        return cls(tuple((one.number, one.value) for one in history_of(FORECAST, row, year)))

    @property
    def _latest(self) -> ForecastNumber | None:
        return self.lines[0][1] if self.lines else None

    @property
    def own(self) -> Ore | None:
        """The number that a person gave, None when the proposal stands."""
        return _own(self._latest)

    @property
    def comment(self) -> str:
        return _comment(self._latest)

    def seen(self, seen: int, cell: Callable[[ForecastNumber | None], object]) -> int:
        """Return which line counts as seen: the latest, when the cell still holds what it held in the one seen."""
        known = dict(self.lines)
        if self.lines and (seen in known or not seen) and cell(known.get(seen)) == cell(self._latest):
            return self.lines[0][0]
        return seen


def _own(number: ForecastNumber | None) -> Ore | None:
    return number.amount if number and number.is_own else None


def _comment(number: ForecastNumber | None) -> str:
    return number.comment if number else ""
