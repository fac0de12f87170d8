"""How is a goal told in words, and what is told of the difference between two versions of it?"""

from collections.abc import Callable, Mapping

from samordna.domain.goals.goal import Goal
from samordna.domain.goals.tables import levels_in_words
from samordna.domain.values.language import swedish
from samordna.domain.values.period import swedish_date


def goal_in_words(goal: Goal) -> dict[str, str]:
    """Return everything that is told of a goal: label and words, those without words left out."""
    return {label: words for label, told in _FACTS.items() if (words := told(goal))}


def goal_differences(before: Goal | None, after: Goal | None) -> tuple[str, ...]:
    """Return what was changed, a sentence for each; None is a goal that is not there."""
    if after is None:
        return (swedish("Målet togs bort."),)
    if before is None:
        return (swedish("Målet lades upp."),)
    old, new = goal_in_words(before), goal_in_words(after)
    told = (_changed(label, old.get(label, ""), new.get(label, "")) for label in _FACTS)
    return tuple(one for one in told if one)


def _changed(label: str, before: str, after: str) -> str:
    if before == after:
        return ""
    if not before:
        return swedish("{label}: {after}.").format(label=label, after=after.rstrip("."))
    if not after:
        return swedish("{label}: borttaget, var {before}.").format(label=label, before=before.rstrip("."))
    return swedish("{label}: {after}, var {before}.").format(
        label=label, after=after.rstrip("."), before=before.rstrip(".")
    )


def _levels(goal: Goal) -> str:
    target = goal.target
    return "" if target is None else f"{target.sense.in_words} {levels_in_words(target.levels, target)}"


def _ended(goal: Goal) -> str:
    indicator = goal.indicator
    if indicator is None or indicator.ended is None:
        return ""
    return f"{swedish_date(indicator.ended)}. {indicator.why}".strip()


def _decided(goal: Goal) -> str:
    return "; ".join(f"{one.decision}, {swedish_date(one.since)}" for one in goal.decided)


_FACTS: Mapping[str, Callable[[Goal], str]] = {
    swedish("Mål"): lambda goal: goal.name,
    swedish("Slag"): lambda goal: goal.kind.in_words,
    swedish("Gäller"): lambda goal: str(goal.since) if goal.since == goal.until else f"{goal.since}–{goal.until}",
    swedish("Beslut"): lambda goal: goal.decision,
    swedish("Hör till målet"): lambda goal: goal.parent,
    swedish("Indikator"): lambda goal: goal.indicator.name if goal.indicator else "",
    swedish("Så räknas den"): lambda goal: goal.indicator.definition if goal.indicator else "",
    swedish("Målnivå"): _levels,
    swedish("Varje enhet för sig"): lambda goal: swedish("ja") if goal.target and goal.target.of_each else "",
    swedish("Källan upphörde"): _ended,
    swedish("Beslut om källan"): _decided,
}
