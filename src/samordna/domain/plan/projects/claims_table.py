"""How are a project's claims laid out: what each asked for, got and left of the grant?"""

from collections.abc import Iterable, Iterator

from samordna.domain.document import (
    BLANK,
    Cell,
    Column,
    ComputedOrigin,
    EnteredOrigin,
    How,
    Number,
    Part,
    Row,
    RowKind,
    Table,
)
from samordna.domain.plan.projects.claim import Claim, ClaimEntry, claim_in_words, of_project
from samordna.domain.plan.projects.project import ExternalProject
from samordna.domain.values.language import swedish
from samordna.domain.values.period import swedish_date
from samordna.domain.values.unit import KRONOR, Unit


def claims_table(project: ExternalProject, claims: Iterable[Claim], unit: Unit = KRONOR) -> Table:
    """Return each claim with its costs, what was claimed, approved and paid, and what is left of the grant after it."""
    columns = (
        Column("costs", swedish("Kostnader")),
        Column("time", swedish("Varav tid")),
        Column("claimed", swedish("Sökt"), emphasis=True),
        Column("approved", swedish("Godkänt")),
        Column("paid", swedish("Utbetalt")),
        Column("left", swedish("Kvar av bidraget")),
    )
    told = of_project(claims, project.id)
    rows = (*_rows(project, told, unit), _total(project, told, unit))
    title = swedish("Ansökningar om utbetalning")
    remark = swedish("Det som är avslaget eller återtaget räknas inte mot bidraget.")
    return Table("project-claims", title, unit, columns, rows, stub=swedish("Ansökan"), remarks=(remark,))


def _rows(project: ExternalProject, claims: tuple[Claim, ...], unit: Unit) -> Iterator[Row]:
    taken: list[Part] = []
    for claim in claims:
        if claim.stands:
            taken.append(_worth(claim))
        label = f"{claim_in_words(claim).capitalize()}, {claim.state.in_words}"
        cells: tuple[Cell, ...] = (
            _number(claim, claim.costs, unit),
            _number(claim, claim.time, unit) if claim.time else BLANK,
            _number(claim, claim.claimed, unit),
            _entry(claim, claim.approved, unit),
            _entry(claim, claim.paid, unit),
            _left(project, tuple(taken), unit),
        )
        yield Row(str(claim.number), label, RowKind.DETAIL, cells)


def _number(claim: Claim, amount: int, unit: Unit) -> Number:
    return Number(amount, unit, _entered(claim, claim.history[0]))


def _entered(claim: Claim, entry: ClaimEntry) -> EnteredOrigin:
    told = swedish("{claim}, {state} {day}").format(
        claim=claim_in_words(claim), state=entry.state.in_words, day=swedish_date(entry.day)
    )
    source = f"{told}, {entry.source}" if entry.source else told
    return EnteredOrigin(source, f"claim:{claim.project}:{claim.number}", "actual", claim.period)


def _entry(claim: Claim, entry: ClaimEntry | None, unit: Unit) -> Cell:
    return Number(entry.amount, unit, _entered(claim, entry)) if entry else BLANK


def _worth(claim: Claim) -> Part:
    return Part(claim_in_words(claim), claim.worth, _entered(claim, claim.approved or claim.history[0]))


def _left(project: ExternalProject, taken: tuple[Part, ...], unit: Unit) -> Number:
    source = project.history[-1].source or project.reference
    grant = Part(
        swedish("bidraget"), project.grant, EnteredOrigin(source, f"project:{project.id}", "budget", project.period)
    )
    claims = Part(
        swedish("ansökningarna"),
        sum(part.exact for part in taken),
        ComputedOrigin(swedish("Det som är godkänt, annars sökt."), taken),
    )
    origin = ComputedOrigin(swedish("Bidraget minus ansökningarna hittills."), (grant, claims), How.DIFFERENCE)
    return Number(grant.exact - claims.exact, unit, origin)


def _total(project: ExternalProject, claims: tuple[Claim, ...], unit: Unit) -> Row:
    standing = tuple(claim for claim in claims if claim.stands)
    lines = (
        [(one, one.costs, one.history[0]) for one in standing],
        [(one, one.time, one.history[0]) for one in standing],
        [(one, one.claimed, one.history[0]) for one in standing],
        [(one, one.approved.amount, one.approved) for one in standing if one.approved],
        [(one, one.paid.amount, one.paid) for one in standing if one.paid],
    )
    rule = swedish("Ansökningarna som gäller, tillsammans.")
    parts = (
        tuple(Part(claim_in_words(claim), amount, _entered(claim, entry)) for claim, amount, entry in told)
        for told in lines
    )
    sums = tuple(Number(sum(one.exact for one in told), unit, ComputedOrigin(rule, told)) for told in parts)
    left = _left(project, tuple(_worth(claim) for claim in standing), unit)
    return Row(":total", swedish("Summa"), RowKind.RESULT, (*sums, left))
