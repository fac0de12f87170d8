"""Is this a SIE file at all, and if not, what is it?"""

import re
from enum import Enum
from typing import Final

from samordna.domain.ledger.findings import Findings
from samordna.domain.ledger.problems import files as kinds
from samordna.domain.values.language import swedish

_BEGINNINGS: Final = (
    (b"%PDF", swedish("ett PDF-dokument")),
    (b"PK\x03\x04", swedish("ett Excel- eller Word-dokument eller ett zip-arkiv")),
    (b"\x1f\x8b", swedish("en komprimerad fil (gzip)")),
    (b"7z\xbc\xaf\x27\x1c", swedish("en komprimerad fil (7z)")),
    (b"\xd0\xcf\x11\xe0", swedish("ett äldre Excel- eller Word-dokument")),
    (b"\xff\xfe", swedish("en text i UTF-16")),
    (b"\xfe\xff", swedish("en text i UTF-16")),
    (b"\x89PNG", swedish("en bild")),
    (b"\xff\xd8\xff", swedish("en bild")),
)
_SIE5: Final = re.compile(rb"\s*+(?:\xef\xbb\xbf)?+\s*+<(?:\?xml|(?:\w+:)?Sie)")
_SIE4: Final = re.compile(
    rb"(?m)^(?:\xef\xbb\xbf)?+[ \t]*+#(?:FLAGGA|PROGRAM|FORMAT|GEN|SIETYP|FNAMN|RAR|KONTO|VER)[ \t]"
)


class Form(Enum):
    """How a file is written."""

    SIE4 = "SIE 1–4"
    """Records on lines."""
    SIE5 = "SIE 5"
    """XML."""
    OTHER = "other"


def recognise(data: bytes, findings: Findings) -> Form:
    """Return how ``data`` may be read; when it is no SIE the findings say what it is."""
    if not data.strip():
        findings.in_file(kinds.EMPTY_FILE)
    elif what := next((what for beginning, what in _BEGINNINGS if data.startswith(beginning)), ""):
        findings.in_file(kinds.BINARY_FILE, what=what)
    elif _SIE5.match(data):
        return Form.SIE5
    elif b"\x00" in data:
        findings.in_file(kinds.BINARY_FILE, what=swedish("en binär fil"))
    elif not _SIE4.search(data):
        findings.in_file(kinds.NOT_SIE)
    else:
        return Form.SIE4
    return Form.OTHER
