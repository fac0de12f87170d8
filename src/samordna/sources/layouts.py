"""Which layout does a person mean: one that comes with the program, or a file of their own?"""

from pathlib import Path

from samordna.domain.statements.layout import Layout
from samordna.domain.statements.layout_file import read_layout
from samordna.domain.statements.problems import UNREACHABLE, UNREADABLE
from samordna.domain.statements.shipped import layout_names, shipped_layout
from samordna.domain.values.language import swedish
from samordna.domain.values.problem import Refused
from samordna.sources import files


def named_layout(name: str, year: int) -> Layout:
    """Return the layout called ``name`` that holds for ``year``, or the one in the file ``name``.

    Raises ``Refused`` for a name that is neither, and for a file that is no layout.
    """
    path = Path(name)
    if name in layout_names() or not path.suffix:
        return shipped_layout(name, year)
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise Refused([UNREACHABLE.at(name, reason=files.reason(error))]) from error
    except UnicodeDecodeError as error:
        reason = swedish("filen är inte skriven i UTF-8")
        raise Refused([UNREADABLE.at(name, reason=reason)]) from error
    return read_layout(text, path.name)
