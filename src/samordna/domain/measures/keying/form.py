"""Which fields has the form of the national follow-up, and in which order are they keyed?

Nobody has published an interface to it: the form is data here, with the month it is known from, so that it can follow
when the form changes.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from samordna.domain.activities.activity import Activity
from samordna.domain.activities.classification import MARKS, FollowUpMethod, category_in_words
from samordna.domain.activities.words import performer_in_words
from samordna.domain.participation.code_lists import EXIT_DESTINATION
from samordna.domain.values.language import swedish
from samordna.domain.values.period import month_in_words, swedish_date


@dataclass(frozen=True, slots=True)
class CountsGroup:
    """Counts that are keyed at one time: tables that are not divided, or one divided by ``dimension``."""

    key: str
    title: str
    tables: tuple[str, ...]
    dimension: str = ""


COUNTS: Final = (
    CountsGroup("referrals", swedish("Remisser"), ("referrals", "not_started")),
    CountsGroup("starts", swedish("Startade"), ("starts",)),
    CountsGroup("participants", swedish("Deltaganden"), ("participants", "ongoing")),
    CountsGroup("exits", swedish("Avslutade"), ("exits",)),
    CountsGroup(
        "destinations", swedish("Avslutade efter vad som följde"), ("exits_by_destination",), EXIT_DESTINATION.key
    ),
    CountsGroup("anonymous", swedish("Anonyma deltagare"), ("anonymous",)),
)
"""What is counted by gender of an activity, in the form's order."""

HEADS: Final = (CountsGroup("heads", swedish("Volym"), ("head_count",)),)
"""What is counted of an activity that is followed up by head counts."""


def counts_of(activity: Activity) -> tuple[CountsGroup, ...]:
    """Return what is counted of an activity, by how it is followed up."""
    return COUNTS if activity.follow_up is FollowUpMethod.BY_GENDER else HEADS


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact of the register: its key, what the form calls it, what it is, and whether the form has to have it."""

    key: str
    label: str
    words: str
    needed: bool = True


def facts_of(one: Activity, names: Mapping[str, str]) -> tuple[Fact, ...]:
    """Return what the register tells of an activity, in the form's order; ``names`` are those of parties and members.

    What the form can do without, and nobody has told, is left out.
    """
    ages = "–".join(str(age) for age in (one.youngest, one.oldest) if age is not None)
    facts = (
        Fact("name", swedish("Insatsens namn"), one.name),
        Fact("direction", swedish("Inriktning"), one.direction.in_words),
        Fact("category", swedish("Preciserad inriktning"), category_in_words(one.category)),
        Fact("method", swedish("Uppföljningsmetod"), one.follow_up.in_words),
        Fact("esf", swedish("ESF-finansiering"), one.esf.in_words),
        Fact("marks", swedish("Märkning"), ", ".join(MARKS.get(mark, mark) for mark in one.marks), needed=False),
        Fact("parties", swedish("Parter"), ", ".join(names.get(party, party) for party in one.parties)),
        Fact("target", swedish("Målgrupp"), one.target_group),
        Fact("ages", swedish("Ålder"), ages, needed=False),
        Fact("first", swedish("Startmånad"), month_in_words(one.first)),
        Fact("last", swedish("Slutmånad"), month_in_words(one.last) if one.last else "", needed=False),
        Fact("performers", swedish("Utförare"), "; ".join(performer_in_words(each, names) for each in one.performers)),
        Fact(
            "registered", swedish("Registrerad"), swedish_date(one.registered) if one.registered else "", needed=False
        ),
    )
    return tuple(fact for fact in facts if fact.words or fact.needed)
