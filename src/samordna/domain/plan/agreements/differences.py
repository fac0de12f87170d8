"""What does a new version of an agreement change?"""

from collections.abc import Iterator
from dataclasses import dataclass

from samordna.domain.plan.agreements.terms import AgreedPart, ServiceAgreement
from samordna.domain.values.language import swedish
from samordna.domain.values.numerals import how_many, swedish_number
from samordna.domain.values.period import swedish_date
from samordna.domain.values.unit import KRONOR, KRONOR_ORE


@dataclass(frozen=True, slots=True)
class Difference:
    """Something that two versions say differently: what it is, and both in words; empty where there is nothing."""

    label: str
    before: str
    after: str


def differences(before: ServiceAgreement, now: ServiceAgreement) -> tuple[Difference, ...]:
    """Return what differs between two versions of an agreement, but for its history."""
    told, new = dict(terms_in_words(before)), dict(terms_in_words(now))
    labels = dict.fromkeys((*told, *new))
    found = (Difference(label, told.get(label, ""), new.get(label, "")) for label in labels)
    return tuple(one for one in found if one.before != one.after)


def terms_in_words(agreement: ServiceAgreement) -> Iterator[tuple[str, str]]:
    """Yield every term of an agreement in words: what it is called, and what it says."""
    notice = agreement.notice
    yield swedish("Part"), agreement.party
    yield swedish("Avser"), agreement.name
    yield swedish("Avtal med"), agreement.kind.in_words
    yield swedish("Gäller"), agreement.period.in_words
    yield swedish("Faktureras"), agreement.invoiced_in_words
    yield swedish("Sista dag för uppsägning"), swedish_date(notice.day) if notice.day else ""
    yield swedish("Utan uppsägning"), runs_on_in_words(notice.runs_on) if notice.day else ""
    yield swedish("Avtalat antal per år"), agreement.agreed.in_words
    yield swedish("Beslut"), agreement.reference
    yield swedish("Anmärkning"), agreement.remark
    for part in agreement.parts:
        label = swedish("Summa {year}, {row}").format(year=part.year.last // 100, row=part.row)
        yield label, part_in_words(part)


def runs_on_in_words(months: int) -> str:
    """Return what happens without notice: ``slutar``, ``löper vidare 12 månader``."""
    told = how_many(months, swedish("löper vidare en månad"), swedish("löper vidare {count} månader"))
    return told if months else swedish("slutar")


def part_in_words(part: AgreedPart) -> str:
    """Return ``610 000 kr, jämnt``."""
    unit = KRONOR if part.amount % 100 == 0 else KRONOR_ORE
    amount = swedish_number(unit.shown(part.amount), unit.decimals)
    weights = " ".join(map(str, part.profile.weights))
    return ", ".join(text for text in (f"{amount} kr", part.profile.shape.in_short, weights) if text)
