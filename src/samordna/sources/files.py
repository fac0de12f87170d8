"""Why can a file not be read or written, in words a person understands?"""

from typing import Final

from samordna.domain.values.language import swedish

_REASONS: Final[dict[type[OSError], str]] = {
    FileNotFoundError: swedish("filen finns inte"),
    IsADirectoryError: swedish("det är en mapp"),
    NotADirectoryError: swedish("en del av sökvägen är ingen mapp"),
    PermissionError: swedish("den som kör programmet har inte rätt till den"),
}


def reason(error: OSError) -> str:
    """Return why, without a full stop; what is uncommon is told as the operating system tells it."""
    return _REASONS.get(type(error), error.strerror or str(error))
