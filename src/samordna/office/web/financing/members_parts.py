"""Which parts show the members by group, the keys, what members weigh, how many live there, and who changed what?"""

from collections.abc import Iterator
from typing import Final

from django.urls import reverse

from samordna.domain.association.association import Association
from samordna.domain.association.differences import days_in_words, key_in_words
from samordna.domain.association.key import AllocationKey
from samordna.domain.association.members import Member
from samordna.domain.values.language import swedish
from samordna.domain.values.numerals import swedish_number
from samordna.domain.values.period import swedish_date
from samordna.look.parts import Cell, Confirm, Heading, Things
from samordna.office.questions import CountWanted, MembersShown
from samordna.office.web.financing.members_forms import MemberForm
from samordna.office.web.forms.when import day_and_time

_FEW: Final = 3


def groups(shown: MembersShown, tried: MemberForm | None, code: str) -> tuple[dict[str, object], ...]:
    """Return the groups with their members; the member that was tried keeps what was typed."""
    association = shown.association
    return tuple(
        {
            "id": group.id,
            "name": group.name,
            "members": tuple(
                _member(one, shown, tried if one.code == code else None)
                for one in association.members
                if one.group == group.id
            ),
        }
        for group in association.groups
    )


def _member(one: Member, shown: MembersShown, tried: MemberForm | None) -> dict[str, object]:
    association = shown.association
    return {
        "code": one.code,
        "name": one.name,
        "party": one.party.in_words.capitalize(),
        "days": days_in_words(one) or swedish("hela tiden"),
        "weighs": tuple(_weighs(one, association)),
        "form": tried or MemberForm(association, held=one),
        "open": tried is not None,
        "removal": _removal(one, shown.seen),
    }


def _weighs(one: Member, association: Association) -> Iterator[str]:
    """Yield a member's latest agreed weight and latest population, with day and source."""
    weights = [weight for weight in association.weights if weight.member == one.code]
    counts = [count for count in association.populations if count.member == one.code]
    if weights:
        latest = max(weights, key=lambda weight: weight.since)
        told = swedish("vikt {weight} från {day}")
        yield told.format(weight=swedish_number(latest.weight), day=swedish_date(latest.since))
    if counts:
        known = max(counts, key=lambda count: count.reference_date)
        told = swedish("{count} invånare {day}")
        yield told.format(count=swedish_number(known.count), day=swedish_date(known.reference_date))


def keys(association: Association) -> tuple[dict[str, object], ...]:
    """Return the keys, the latest first."""
    told = sorted(association.keys, key=lambda key: key.since, reverse=True)
    return tuple(_key(key, association) for key in told)


def _key(key: AllocationKey, association: Association) -> dict[str, object]:
    return {
        "since": swedish_date(key.since),
        "day": key.since.isoformat(),
        "parts": key_in_words(key, association),
        "unit": key.unit.name,
        "counted": f"{key.counted.month:02d}-{key.counted.day:02d}",
        "source": key.source,
    }


def weights(association: Association) -> tuple[dict[str, object], ...]:
    """Return the agreed weights, member by member in their order, the latest first."""
    order = {one.code: place for place, one in enumerate(association.members)}
    told = sorted(association.weights, key=lambda one: (order.get(one.member, 0), -one.since.toordinal()))
    return tuple(
        {
            "member": one.member,
            "name": _name(association, one.member),
            "number": swedish_number(one.weight),
            "since": swedish_date(one.since),
            "day": one.since.isoformat(),
            "source": one.source,
        }
        for one in told
    )


def populations(association: Association) -> tuple[dict[str, object], ...]:
    """Return the populations, the latest day first, with where each is published."""
    order = {one.code: place for place, one in enumerate(association.members)}
    told = sorted(association.populations, key=lambda one: (-one.reference_date.toordinal(), order.get(one.member, 0)))
    return tuple(
        {
            "member": one.member,
            "name": _name(association, one.member),
            "number": swedish_number(one.count),
            "since": swedish_date(one.reference_date),
            "day": one.reference_date.isoformat(),
            "source": one.source,
        }
        for one in told
    )


def _name(association: Association, code: str) -> str:
    found = association.member(code)
    return found.name if found else code


def wanted_told(wanted: CountWanted | None) -> str:
    """Return in words which populations a year needs, and who lacks one; empty when it needs none."""
    if wanted is None:
        return ""
    told = {"year": wanted.year.last // 100, "day": swedish_date(wanted.day)}
    if not wanted.missing:
        return swedish("För {year} räknas folkmängden {day}, och den finns för alla.").format(**told)
    names = ", ".join(one.name for one in wanted.missing)
    return swedish("För {year} räknas folkmängden {day}. Den saknas för {names}.").format(**told, names=names)


def latest(shown: MembersShown) -> dict[str, str] | None:
    """Return the latest change, that can be taken back; None when there is none."""
    if not shown.changes:
        return None
    change = shown.changes[0]
    return {"told": _shortly(change.told), "by": change.by, "when": day_and_time(change.at)}


def _shortly(told: tuple[str, ...]) -> str:
    if len(told) <= _FEW:
        return " ".join(told) or swedish("Inget ändrades.")
    rest = swedish("och {count} till").format(count=len(told) - _FEW)
    return f"{' '.join(told[:_FEW])} … {rest}"


def history(shown: MembersShown) -> Things | None:
    """Return every change of members and key; None when there is none."""
    if not shown.changes:
        return None
    rows = tuple(
        (Cell(day_and_time(one.at)), Cell(one.by), Cell(" ".join(one.told) or swedish("Inget ändrades.")))
        for one in shown.changes
    )
    headings = (
        Heading(swedish("När")), Heading(swedish("Vem")), Heading(swedish("Vad som ändrades"), sentences=True),
    )  # fmt: skip
    return Things(swedish("Ändringar av medlemmar och nyckel"), headings, rows)


def kept_answers(shown: MembersShown) -> Things | None:
    """Return the answers of SCB that are kept, the latest day first; None when there is none."""
    told = sorted(shown.published, key=lambda one: (one.reference_date, one.table), reverse=True)
    rows = tuple((Cell(swedish_date(one.reference_date)), Cell(one.source), Cell(str(len(one.counts)))) for one in told)
    headings = (
        Heading(swedish("Folkmängd den")),
        Heading(swedish("Tabell"), sentences=True),
        Heading(swedish("Kommuner"), numbers=True),
    )
    return Things(swedish("Svar från SCB som är sparade"), headings, rows) if rows else None


def _removal(one: Member, seen: int) -> Confirm:
    """Return the question that is asked before a member is removed."""
    question = swedish(
        "Ta bort {name}, med vikter och folkmängd? Gör det bara med en medlem som lades till av misstag: den som "
        "lämnar förbundet får en sista dag i stället. Du kan ångra."
    )
    return Confirm(
        swedish("Ta bort"),
        question.format(name=one.name),
        reverse("members_member"),
        swedish("Ta bort"),
        hidden=(("sedd", str(seen)), ("kod", one.code), ("steg", "bort")),
    )
