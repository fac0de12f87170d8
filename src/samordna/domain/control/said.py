"""What has a person said of the books of a period, and does it still hold?

What is said is said of what was seen, a balance or a finding. When a later file shows another one it is asked anew.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from samordna.domain.control.checks import CheckKind, Settling
from samordna.domain.control.problems import ACKNOWLEDGED_WITHOUT_WORDS, NOTE_WITHOUT_WORDS
from samordna.domain.values.money import Ore
from samordna.domain.values.period import Period
from samordna.domain.values.problem import Problem


@dataclass(frozen=True, slots=True)
class AccountNote:
    """What is said of an account at the end of a period: that it is reconciled (avstämt), or what the balance is.

    ``balance`` is the one it was said of, öre, debit positive; ``text`` is printed as it is: ``Korrigeras sep``.
    """

    account: str
    period: Period
    balance: Ore
    text: str = ""
    reconciled: bool = False

    @property
    def explains(self) -> bool:
        """Tell whether it says what the balance is."""
        return bool(self.text.strip())


@dataclass(frozen=True, slots=True)
class Acknowledgement:
    """That an item of the checklist may stand as it is, and why. ``found`` is the sentence that it was said of."""

    key: str
    period: Period
    found: str
    text: str


def note_problems(note: AccountNote) -> Iterator[Problem]:
    """Yield what is wrong with a note before it is taken."""
    if not (note.reconciled or note.explains):
        yield NOTE_WITHOUT_WORDS.at(note.account)


def acknowledgement_problems(said: Acknowledgement) -> Iterator[Problem]:
    """Yield what is wrong with an acknowledgement before it is taken."""
    if not said.text.strip():
        yield ACKNOWLEDGED_WITHOUT_WORDS.at(said.key)


def holds_for(said: Acknowledgement, kind: CheckKind, found: str) -> bool:
    """Tell whether what was said of an item settles it: it is of this very finding, and a word is enough.

    One without words takes back what was said before.
    """
    return said.found == found and bool(said.text.strip()) and kind.settled_by is Settling.WORD
