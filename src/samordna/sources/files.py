"""Why can a file not be read or written, in words a person understands?"""

from pathlib import Path
from typing import Final

from samordna.domain.ledger.problems.handing_in import FILE_IS_THERE, UNREADABLE_FILE, UNWRITABLE_FILE
from samordna.domain.values.language import swedish
from samordna.domain.values.problem import Refused

_REASONS: Final[dict[type[OSError], str]] = {
    FileNotFoundError: swedish("filen finns inte"),
    IsADirectoryError: swedish("det är en mapp"),
    NotADirectoryError: swedish("en del av sökvägen är ingen mapp"),
    PermissionError: swedish("den som kör programmet har inte rätt till den"),
}


def reason(error: OSError) -> str:
    """Return why, without a full stop; what is uncommon is told as the operating system tells it."""
    return _REASONS.get(type(error), error.strerror or str(error))


def content_of(path: Path) -> bytes:
    """Return what a file holds. Raises ``Refused``, which says why, when it cannot be read."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise Refused([UNREADABLE_FILE.at(str(path), why=reason(error))]) from error


def refuse_to_overwrite(path: Path) -> None:
    """Raise ``Refused`` when there is a file already."""
    if path.is_file():
        raise Refused([FILE_IS_THERE.at(str(path))])


def not_written(path: Path, error: OSError) -> Refused:
    """Return the refusal of a file that could not be written, which says why."""
    why = swedish("mappen finns inte") if isinstance(error, FileNotFoundError) else reason(error)
    return Refused([UNWRITABLE_FILE.at(str(path), why=why)])
