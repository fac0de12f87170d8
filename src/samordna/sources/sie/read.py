"""What does a file of SIE say, whichever of its types it is?"""

import hashlib
from dataclasses import replace

from samordna.domain.ledger.findings import Findings
from samordna.domain.values.problem import Refused
from samordna.sources.sie.reader import Progress, read_sie4
from samordna.sources.sie.reading import Reading
from samordna.sources.sie.recognise import Form, recognise
from samordna.sources.sie.xml import read_sie5


def read_sie(
    data: bytes, name: str, *, encoding: str = "", strict: bool = False, progress: Progress | None = None
) -> Reading:
    """Return what the file ``data`` says; ``name`` is what its problems call it. It never raises for content.

    ``encoding`` (``cp437``, ``cp1252``, ``utf-8``) reads it with that instead of the one that its bytes tell.
    ``strict`` is for programs that want no file with an error in it: it raises ``Refused`` with the problems.
    ``progress`` is called with the share that is done, from 0 to 1, about once a megabyte.
    """
    findings = Findings(name)
    form = recognise(data, findings)
    if form is Form.SIE4:
        reading = read_sie4(data, name, encoding=encoding, progress=progress)
    elif form is Form.SIE5:
        reading = read_sie5(data, name, encoding=encoding, progress=progress)
    else:
        reading = Reading(name, None, findings.problems, len(data))
    if strict and reading.refused:
        raise Refused(reading.problems)
    return replace(reading, size=len(data), sha256=hashlib.sha256(data).hexdigest())
