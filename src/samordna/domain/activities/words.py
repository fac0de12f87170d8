"""How is an activity told in words, and what is told of the difference between two versions of it?"""

from collections.abc import Callable, Iterator, Mapping

from samordna.domain.activities.activity import Activity, Performer
from samordna.domain.activities.classification import MARKS, category_in_words
from samordna.domain.values.language import swedish
from samordna.domain.values.period import Month, month_in_words, swedish_date


def months_in_words(first: Month | None, last: Month | None) -> str:
    """Return ``från januari 2024 till och med december 2025``, as much as is known; empty when nothing is."""
    since = swedish("från {month}").format(month=month_in_words(first)) if first else ""
    until = swedish("till och med {month}").format(month=month_in_words(last)) if last else ""
    return " ".join(part for part in (since, until) if part)


def range_in_words(low: int | None, high: int | None, unit: str) -> str:
    """Return ``6–24 veckor``, ``högst 24 veckor`` or ``minst 6 veckor``; empty when there is no limit."""
    if low is not None and high is not None:
        return f"{low} {unit}" if low == high else f"{low}–{high} {unit}"
    if high is not None:
        return swedish("högst {number} {unit}").format(number=high, unit=unit)
    return "" if low is None else swedish("minst {number} {unit}").format(number=low, unit=unit)


def performer_in_words(one: Performer, parties: Mapping[str, str] | None = None) -> str:
    """Return a performer with its member and its months; ``parties`` names members by code."""
    member = (parties or {}).get(one.member, one.member)
    only = swedish("bara från {municipality}").format(municipality=(parties or {}).get(one.only_from, one.only_from))
    words = (member, only if one.only_from else "", months_in_words(one.since, one.until))
    told = ", ".join(part for part in words if part)
    return f"{one.unit} ({told})" if told else one.unit


_Told = Callable[[Activity], str]


def _facts(names: Mapping[str, str]) -> dict[str, _Told]:
    return {
        swedish("Namn"): lambda one: one.name,
        swedish("Inriktning"): lambda one: one.direction.in_words,
        swedish("Kategori"): lambda one: category_in_words(one.category),
        swedish("Märkning"): lambda one: ", ".join(MARKS.get(mark, mark) for mark in one.marks),
        swedish("För parterna"): lambda one: ", ".join(names.get(party, party) for party in one.parties),
        swedish("Målgrupp"): lambda one: one.target_group,
        swedish("Ålder"): lambda one: range_in_words(one.youngest, one.oldest, swedish("år")),
        swedish("Längd"): lambda one: range_in_words(one.shortest, one.longest, swedish("veckor")),
        swedish("Metoder"): lambda one: ", ".join(one.methods),
        swedish("Uppföljningsmetod"): lambda one: one.follow_up.in_words,
        swedish("ESF-finansiering"): lambda one: one.esf.in_words,
        swedish("Pågår"): lambda one: months_in_words(one.first, one.last),
        swedish("Utförare"): lambda one: "; ".join(performer_in_words(each, names) for each in one.performers),
        swedish("Kostnadsställen"): lambda one: ", ".join(one.all_rows),
        swedish("Registrerad i Uppföljning Finsam"): lambda one: swedish_date(one.registered) if one.registered else "",
        swedish("Andra delen av en blandad insats"): lambda one: one.other_half,
        swedish("Källa"): lambda one: one.source,
    }


def activity_in_words(activity: Activity, names: Mapping[str, str] | None = None) -> dict[str, str]:
    """Return everything that is told of an activity: label and words, those without words left out.

    ``names`` are those of parties by key and members by code.
    """
    told = {label: say(activity) for label, say in _facts(names or {}).items()}
    return {label: words for label, words in told.items() if words}


def activity_differences(
    before: Activity | None, after: Activity | None, names: Mapping[str, str] | None = None
) -> tuple[str, ...]:
    """Return what became of an activity, a sentence each; None is one that was not there, or is not any more."""
    if after is None:
        return (swedish("Borttagen ur registret."),)
    if before is None:
        return (swedish("Upplagd."),)
    return tuple(_changed(activity_in_words(before, names), activity_in_words(after, names)))


def _changed(was: Mapping[str, str], now: Mapping[str, str]) -> Iterator[str]:
    nothing = swedish("inget")
    for label in dict.fromkeys((*was, *now)):
        old, new = was.get(label, nothing), now.get(label, nothing)
        if old != new:
            yield swedish("{label}: {old} → {new}.").format(label=label, old=old, new=new)
