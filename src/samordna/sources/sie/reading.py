"""What did reading a file of SIE tell?"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from samordna.domain.values.problem import Problem, refuses
from samordna.sources.sie.model import SieFile


@dataclass(frozen=True, slots=True)
class Reading:
    """What a file turned out to be.

    ``file`` is None when it is no SIE at all; the ``problems`` then say what it is. ``file_type`` is ``1``, ``2``,
    ``3``, ``4E``, ``4I``, ``5`` or ``5I`` (SIE 5 with entries to import), of a table ``huvudbok``,
    ``verifikationslista`` or ``saldolista``. ``encoding`` is the one it was read with
    (empty when it is no text), ``lines`` how many it has, ``signed`` whether a checksum agreed, ``counts`` how many
    records there are of each label, without its ``#``.
    """

    name: str
    file: SieFile | None
    problems: tuple[Problem, ...]
    size: int = 0
    sha256: str = ""
    encoding: str = ""
    file_type: str = ""
    lines: int = 0
    signed: bool = False
    counts: Mapping[str, int] = field(default_factory=Counter)

    @property
    def refused(self) -> bool:
        """Tell whether something was found that stops the file from being used."""
        return refuses(self.problems)

    @property
    def flagged(self) -> bool:
        """Tell whether a ledger has marked the file as imported (``#FLAGGA 1``)."""
        return self.file is not None and self.file.head.flagged

    @property
    def history(self) -> int:
        """How many rows tell of corrections and are not booked."""
        return self.counts.get("RTRANS", 0) + self.counts.get("BTRANS", 0)
