"""What is said in words of a goal that was judged, and of all of them together?"""

from collections.abc import Iterator, Sequence
from typing import Final

from samordna.domain.goals import problems as kinds
from samordna.domain.goals.goal import Goal, SourceDecision
from samordna.domain.goals.overall import Overall, OverallWords
from samordna.domain.goals.verdict import Attainment, Verdict, held_to, in_unit
from samordna.domain.values.language import swedish
from samordna.domain.values.numerals import how_many
from samordna.domain.values.period import swedish_date


def verdict_sentence(verdict: Verdict) -> str:
    """Return how far a goal is reached and on which figures: ``Målet uppnås inte: utfallet är 57 % mot högst 20 %.``

    Why one cannot be measured is left to its warning when it has one.
    """
    ends = swedish("Målet ”{name}” {state}").format(name=verdict.goal.name, state=verdict.attainment.in_words)
    if verdict.attainment is Attainment.NOT_MEASURED:
        return f"{ends}." if verdict.warnings else f"{ends}. {verdict.why}".strip()
    told = on_figures(verdict)
    return f"{ends}: {told}" if verdict.level is not None else f"{ends}. {told}".strip()


def on_figures(verdict: Verdict) -> str:
    """Return on which figures a goal is judged: ``utfallet är 57 % mot målets högst 20 %.``; else why it is so."""
    target, reading = verdict.goal.target, verdict.reading
    if target is None or reading is None or verdict.level is None:
        return verdict.why
    whole = "" if reading.whole.value is None else in_unit(reading.whole.value, target.unit)
    if not target.of_each:
        held = held_to(target, verdict.level)
        return swedish("utfallet är {value} mot målets {held}.").format(value=whole, held=held)
    held = f"{target.sense.in_words} {in_unit(verdict.level, target.unit)}"
    reached = len(reading.units) - len(verdict.failing)
    told = swedish("{reached} av {units} når {held}").format(
        reached=reached,
        units=how_many(len(reading.units), swedish("1 enhet"), swedish("{count} enheter")),
        held=held,
    )
    together = swedish(", tillsammans är de på {value}").format(value=whole) if whole else ""
    return f"{told}{together}.{_expected_sentence(verdict)}"


def _expected_sentence(verdict: Verdict) -> str:
    told = expected_in_words(verdict)
    return swedish(" {told} det vid årets slut, enligt prognosen.").format(told=told) if told else ""


def expected_in_words(verdict: Verdict) -> str:
    """Return how many units are forecast to reach the level: ``2 av 5 väntas nå``; empty where nobody can say."""
    if verdict.expected is None or verdict.reading is None:
        return ""
    return swedish("{expected} av {count} väntas nå").format(
        expected=verdict.expected, count=len(verdict.reading.units)
    )


def decided_sentences(goal: Goal) -> Iterator[str]:
    """Yield what was decided of a goal whose source had ended."""
    told = [*(one.indicator for one in goal.decided[1:]), goal.indicator]
    for one, after in zip(goal.decided, told, strict=False):
        words = swedish("inget annat") if after is None else after.name
        yield _decided(goal, one, words)


def _decided(goal: Goal, one: SourceDecision, after: str) -> str:
    day, before = swedish_date(one.since), one.indicator.name if one.indicator else ""
    why = f" {one.indicator.why.rstrip('.')}." if one.indicator and one.indicator.why else ""
    if one.ends:
        told = swedish("Målet ”{name}” har utgått från och med {day} ({decision}).{why}")
        return told.format(name=goal.name, day=day, decision=one.decision, why=why)
    told = swedish("Målet ”{name}” läses från och med {day} av {after} i stället för {before} ({decision}).{why}")
    return told.format(
        name=goal.name, day=day, after=_inside(after), before=_inside(before), decision=one.decision, why=why
    )


def _inside(words: str) -> str:
    """Return words as they stand inside a sentence; what begins with a name or an abbreviation stays as it is."""
    return words if words[1:2].isupper() else f"{words[:1].lower()}{words[1:]}"


def overall_sentence(assessed: Overall) -> str:
    """Return the assessment of sound financial management in a sentence."""
    state = {
        Attainment.MET: swedish("God ekonomisk hushållning uppnås."),
        Attainment.PARTLY: swedish("God ekonomisk hushållning uppnås delvis."),
        Attainment.NOT_MET: swedish("God ekonomisk hushållning uppnås inte."),
        Attainment.NOT_MEASURED: swedish("Om god ekonomisk hushållning uppnås går inte att bedöma."),
    }[assessed.attainment]
    return f"{state} {assessed.sentence}"


def board_sentences(said: OverallWords, *, changed_since: bool) -> Iterator[str]:
    """Yield what the board itself says of it; ``changed_since``: of other goals than those that are judged now."""
    yield swedish("Styrelsens bedömning ({decision}): {words}").format(
        decision=said.decision.rstrip("."), words=said.words
    )
    if changed_since:
        yield swedish("Målen har ändrats sedan styrelsen bedömde dem.")


def warning_sentences(verdicts: Sequence[Verdict]) -> Iterator[str]:
    """Yield what should be thought of before the year is over, with what to do: for those who can do it."""
    for verdict in verdicts:
        for problem in verdict.warnings:
            yield f"{problem.place}: {problem.found} {problem.remedy}"


def noted_sentences(verdicts: Sequence[Verdict]) -> Iterator[str]:
    """Yield the same for those who only read of it: what is found, and what nobody has decided yet."""
    for verdict in verdicts:
        for problem in verdict.warnings:
            undecided = f" {_UNDECIDED}" if problem.code in _TO_DECIDE else ""
            yield f"{problem.place}: {problem.found}{undecided}"


_TO_DECIDE: Final = frozenset({kinds.SOURCE_ENDED.code, kinds.SOURCE_CHANGED.code})
_UNDECIDED: Final = swedish("Det är inte beslutat vad målet ska läsas av i stället, eller om det utgår.")
