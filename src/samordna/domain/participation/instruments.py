"""What is asked of participants to measure how they come along, as data?

An instrument is keys, a scale and which of its questions are key questions. The wording of others' questionnaires is
theirs and is not here; the one instrument that is worded here is the house's own.
"""

from dataclasses import dataclass
from typing import Final

from samordna.domain.participation.code_lists import PROGRESSION_QUESTION, Code, CodeList
from samordna.domain.values.language import swedish


@dataclass(frozen=True, slots=True)
class Question:
    """A question by its key, and what its row is called; a ``key_question`` (nyckelfråga) is shown first."""

    key: str
    name: str
    key_question: bool = False


@dataclass(frozen=True, slots=True)
class Instrument:
    """Questions that are all answered on one scale of whole steps, from ``lowest`` to ``highest``."""

    key: str
    name: str
    lowest: int
    highest: int
    questions: tuple[Question, ...]

    @property
    def widest_change(self) -> int:
        """The most that an answer can change between two measurements."""
        return self.highest - self.lowest

    def as_list(self, table_list: CodeList = PROGRESSION_QUESTION) -> CodeList:
        """Return the questions as the rows of a count table."""
        return CodeList(table_list.key, table_list.name, tuple(Code(one.key, one.name) for one in self.questions))


OWN_INSTRUMENT: Final = Instrument(
    "steps",
    swedish("Steg framåt"),
    1,
    5,
    (
        Question("steps_days", swedish("Dagarna har innehåll och rytm"), key_question=True),
        Question("steps_health", swedish("Måendet är inget hinder för det jag vill"), key_question=True),
        Question("steps_support", swedish("Jag vet vem jag vänder mig till"), key_question=False),
        Question("steps_work", swedish("Arbete eller studier är inom räckhåll"), key_question=True),
        Question("steps_next", swedish("Jag vet vad mitt nästa steg är"), key_question=True),
    ),
)
"""A free instrument in the house's own words: five statements, from 1 (stämmer inte alls) to 5 (stämmer helt)."""
