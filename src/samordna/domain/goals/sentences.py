"""What is said in words of a goal that was judged, and of all of them together?"""

from collections.abc import Iterator, Sequence

from samordna.domain.goals.goal import Goal, SourceDecision
from samordna.domain.goals.overall import Overall
from samordna.domain.goals.verdict import Attainment, Verdict, in_unit
from samordna.domain.values.language import swedish
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
    held = swedish("{sense} {level}").format(sense=target.sense.in_words, level=in_unit(verdict.level, target.unit))
    whole = "" if reading.whole.value is None else in_unit(reading.whole.value, target.unit)
    if not target.of_each:
        return swedish("utfallet är {value} mot målets {held}.").format(value=whole, held=held)
    reached = len(reading.units) - len(verdict.failing)
    told = swedish("{reached} av {count} enheter når {held}").format(
        reached=reached, count=len(reading.units), held=held
    )
    together = swedish(", tillsammans är de på {value}").format(value=whole) if whole else ""
    return f"{told}{together}."


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


def warning_sentences(verdicts: Sequence[Verdict]) -> Iterator[str]:
    """Yield what should be thought of before the year is over, with what to do."""
    for verdict in verdicts:
        for problem in verdict.warnings:
            yield f"{problem.place}: {problem.found} {problem.remedy}"
