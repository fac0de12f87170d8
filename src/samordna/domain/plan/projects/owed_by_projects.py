"""What have projects earned that nobody has booked as income, and where is more booked than is earned?"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from samordna.domain.ledger.balances import Balances
from samordna.domain.plan.booked import Booked
from samordna.domain.plan.owed import Owed, OwedKind
from samordna.domain.plan.projects.books import ProjectBooks, RowBooks
from samordna.domain.plan.projects.claim import Claim
from samordna.domain.plan.projects.earned import Earning
from samordna.domain.plan.projects.life import WAS_GRANTED
from samordna.domain.plan.projects.problems import BOOKED_AHEAD
from samordna.domain.plan.projects.project import ExternalProject, RowUse, place_of
from samordna.domain.plan.register import Register
from samordna.domain.values.kronor import kr_as_they_are
from samordna.domain.values.language import swedish
from samordna.domain.values.money import Ore
from samordna.domain.values.period import Period
from samordna.domain.values.problem import Problem

_MUCH_AHEAD: Ore = 100_00
"""Less than a hundred kronor is rounding."""


@dataclass(frozen=True)
class ProjectsHeld:
    """The projects and their claims as they stand: what a plan knows of them."""

    projects: tuple[ExternalProject, ...] = ()
    claims: tuple[Claim, ...] = ()

    def project(self, name: str) -> ExternalProject | None:
        """Return the project with an id, None when there is none."""
        return next((one for one in self.projects if one.id == name), None)

    def earnings(self, register: Register, balances: Balances) -> tuple[Earning, ...]:
        """Return what each project earns by some books, in the order they were told."""
        books = RowBooks(register, balances)
        return tuple(Earning.of(ProjectBooks(one, books), self.claims) for one in self.projects)


NO_PROJECTS: Final = ProjectsHeld()
"""Before anybody has told of one."""


def owed_by_projects(earnings: Iterable[Earning], booked: Booked, period: Period) -> tuple[Owed, ...]:
    """Return what projects have earned over some months and nobody has booked, one amount a row that has their income.

    An income, so it is minus. Rows that the ledger does not reach over those months are left out.
    """
    by_row: dict[str, list[Earning]] = {}
    for one in earnings:
        rows = one.project.rows_of(RowUse.INCOME)
        if rows and one.project.state in WAS_GRANTED and one.project.period.overlaps(period):
            by_row.setdefault(rows[0].row, []).append(one)
    found = ((row, told, booked.over(row, period)) for row, told in by_row.items())
    return tuple(owed for row, told, held in found if held is not None for owed in _owed(row, told, held, period))


def _owed(row: str, told: Sequence[Earning], held: Ore, period: Period) -> Iterator[Owed]:
    missing = sum(max(0, one.over(period) - one.booked(period)) for one in told)
    if missing > 0:
        how = " ".join(_how(one, period) for one in told if one.over(period) > one.booked(period))
        yield Owed(row, OwedKind.CLAIM, period, -missing, how, held, found=True)


def _how(earning: Earning, period: Period) -> str:
    words = swedish("{project} har tjänat in {earned} av sitt bidrag {period}, bokfört som intäkt är {booked}.")
    return words.format(
        project=earning.project.name,
        earned=kr_as_they_are(earning.over(period)),
        period=period.in_words,
        booked=kr_as_they_are(earning.booked(period)),
    )


def booked_ahead(earning: Earning, period: Period) -> Iterator[Problem]:
    """Yield that more is booked as income than is earned over some months: the rest is a liability."""
    earned, booked = earning.over(period), earning.booked(period)
    if earning.project.state in WAS_GRANTED and booked - earned >= _MUCH_AHEAD:
        told = {"booked": kr_as_they_are(booked), "earned": kr_as_they_are(earned), "period": period.in_words}
        yield BOOKED_AHEAD.at(place_of(earning.project), **told)
