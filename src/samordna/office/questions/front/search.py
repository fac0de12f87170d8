"""Where is what somebody looks for?

One field finds accounts, cost centres and projects, lines of statements, help, and vouchers by number, amount and
text; activities, performers, agreements, external projects, goals, measures and units' answers by what they are called.
Only in the current imports, vouchers and measures only for those who may read them, and no count is looked at.
"""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from itertools import islice
from typing import Final, Generic, TypeVar

from samordna.access.actor import Actor
from samordna.access.deeds import Deed
from samordna.domain.statements.layout import Layout
from samordna.domain.statements.span import Asked
from samordna.domain.values.amount_asked import amount_asked
from samordna.domain.values.spelling import words_in
from samordna.office.questions.basis import basis
from samordna.office.questions.books.ledgers import TakenImport, imports
from samordna.office.questions.front.name_hits import (
    AccountHit,
    HelpHit,
    LineHit,
    ObjectHit,
    account_hits,
    help_hits,
    line_hits,
    object_hits,
)
from samordna.office.questions.front.thing_hits import (
    ThingHit,
    activity_hits,
    agreement_hits,
    answer_hits,
    goal_hits,
    measure_hits,
    performer_hits,
    project_hits,
)
from samordna.office.questions.front.voucher_hits import VoucherHit, by_amount, by_number, by_text
from samordna.office.questions.periods import periods

T = TypeVar("T")

LONGEST: Final = 200
"""Characters of what is asked for that are looked at."""

MOST_WORDS: Final = 6
"""Words that are looked for together."""

ON_A_PAGE: Final = 50
"""Hits of a kind that are shown on the page of answers."""


@dataclass(frozen=True, slots=True)
class Hits(Generic[T]):
    """Hits of one kind, the best first; ``more`` when there are more than are shown."""

    rows: tuple[T, ...] = ()
    more: bool = False

    def __len__(self) -> int:
        return len(self.rows)


@dataclass(frozen=True, slots=True)
class SearchAnswer:
    """Everything that was found for what was ``asked``; ``vouchers`` tells whether vouchers were looked for at all.

    ``without`` are the imports that have none.
    """

    asked: str
    vouchers: bool
    without: tuple[TakenImport, ...] = ()
    accounts: Hits[AccountHit] = Hits()
    objects: Hits[ObjectHit] = Hits()
    numbers: Hits[VoucherHit] = Hits()
    amounts: Hits[VoucherHit] = Hits()
    texts: Hits[VoucherHit] = Hits()
    activities: Hits[ThingHit] = Hits()
    performers: Hits[ThingHit] = Hits()
    agreements: Hits[ThingHit] = Hits()
    projects: Hits[ThingHit] = Hits()
    goals: Hits[ThingHit] = Hits()
    answers: Hits[ThingHit] = Hits()
    measures: Hits[ThingHit] = Hits()
    lines: Hits[LineHit] = Hits()
    help: Hits[HelpHit] = Hits()

    @property
    def count(self) -> int:
        """How many hits are shown."""
        return sum(len(found) for f in fields(self) if isinstance(found := getattr(self, f.name), Hits))

    @property
    def more(self) -> bool:
        """Whether there are more hits of any kind than are shown."""
        return any(found.more for f in fields(self) if isinstance(found := getattr(self, f.name), Hits))


def search(asked: str, *, by: Actor, most: int = ON_A_PAGE) -> SearchAnswer:
    """Return what ``by`` may see of what is found for ``asked``, at most ``most`` hits of a kind."""
    text = _typed(asked)
    words = tuple(dict.fromkeys(words_in(text)))[:MOST_WORDS]
    may = by.may(Deed.READ_VOUCHERS)
    current = [taken for taken in imports() if taken.current]
    without = tuple(taken for taken in current if taken.balances_only)
    if not words:
        return SearchAnswer(text, may, without)
    sizes = {taken.version: taken.vouchers for taken in current}
    versions = tuple(sizes)
    layout, amount = _layout(), amount_asked(text)
    return SearchAnswer(
        asked=text,
        vouchers=may,
        without=without,
        accounts=_first(most, account_hits(words, versions)),
        objects=_first(most, object_hits(words, versions)),
        numbers=_first(most, by_number(text, versions, limit=most + 1) if may else ()),
        amounts=_first(most, by_amount(amount, versions, limit=most + 1) if may and amount else ()),
        texts=_first(most, by_text(words, sizes.items(), limit=most + 1) if may else ()),
        activities=_first(most, activity_hits(words)),
        performers=_first(most, performer_hits(words)),
        agreements=_first(most, agreement_hits(words)),
        projects=_first(most, project_hits(words)),
        goals=_first(most, goal_hits(words)),
        answers=_first(most, answer_hits(words)),
        measures=_first(most, measure_hits(words) if by.may(Deed.READ_STATISTICS) else ()),
        lines=_first(most, line_hits(words, layout)),
        help=_first(most, help_hits(words)),
    )


def _typed(asked: str) -> str:
    """Return what was asked for as a person typed it: no sign that cannot be seen, and not more than is looked at."""
    return "".join(sign if sign.isprintable() else " " for sign in asked[:LONGEST]).strip()


def _layout() -> Layout | None:
    """Return the layout of what is shown when nobody asks for a period; None while nothing has been read."""
    period = periods().default
    return basis(Asked.of(period)).layout if period else None


def _first(most: int, found: Iterable[T]) -> Hits[T]:
    rows = tuple(islice(found, most + 1))
    return Hits(rows[:most], len(rows) > most)
