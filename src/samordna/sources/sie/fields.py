r"""How is one record split into its label and fields?

The rules of SIE 4B, section 5.7, and the slips that real programs make: a quote inside a field, a
closing quote that is missing, a path that ends in a backslash. The only escape is ``\"``; every other
backslash is data.
"""

import re
from typing import Final, NamedTuple, TypeAlias

Items: TypeAlias = tuple[str, ...]
"""An object list as written: dimension, object, dimension, object …"""

Field: TypeAlias = str | Items

_LABEL: Final = re.compile(r"[ \t]*(#[^ \t{\"]+)")
_BLANKS: Final = re.compile(r"[ \t]*")
_BARE: Final = re.compile(r"[^ \t]+")
_NUMBER: Final = re.compile("[0-9]{1,6}")
_BARE_ITEM: Final = re.compile(r"[^ \t}]+")


class Record(NamedTuple):
    """A record: ``label`` with its ``#``, fields in order, and whether a quote was not written as it should."""

    label: str
    fields: tuple[Field, ...]
    stray_quote: bool

    def text(self, index: int) -> str:
        """Return the field at ``index`` as text, empty when it is missing or an object list."""
        value = self.fields[index] if index < len(self.fields) else ""
        return value if isinstance(value, str) else ""

    def rest(self) -> str:
        """Return all fields as one text: records with a single text are often written without quotes."""
        return " ".join(value for value in self.fields if isinstance(value, str))


class _Token(NamedTuple):
    value: str
    end: int
    stray: bool


def split_record(line: str) -> Record | None:
    """Return the record on ``line`` (without its line end), None when the line does not begin with a label."""
    found = _LABEL.match(line)
    if not found:
        return None
    fields: list[Field] = []
    stray = False
    at = _after_blanks(line, found.end())
    while at < len(line):
        if line[at] == "{":
            items, at, odd = _object_list(line, at + 1)
            fields.append(items)
        else:
            value, at, odd = _quoted(line, at, " \t") if line[at] == '"' else _bare(line, at, _BARE)
            fields.append(value)
        stray = stray or odd
        at = _after_blanks(line, at)
    return Record(found[1], tuple(fields), stray)


def object_keys(items: Items) -> tuple[tuple[str, str], ...]:
    """Return pairs (dimension, object) of an object list; a dimension ``01`` is the dimension ``1``.

    Raises ``ValueError`` when a dimension has no object or is no number.
    """
    if not all(_NUMBER.fullmatch(dimension) for dimension in items[::2]):
        raise ValueError(items)
    pairs = zip(items[::2], items[1::2], strict=True)
    return tuple((str(int(dimension)), code) for dimension, code in pairs if code)


def _object_list(line: str, at: int) -> tuple[Items, int, bool]:
    items: list[str] = []
    stray = False
    at = _after_blanks(line, at)
    while at < len(line) and line[at] != "}":
        value, at, odd = _quoted(line, at, " \t}") if line[at] == '"' else _bare(line, at, _BARE_ITEM)
        items.append(value)
        stray = stray or odd
        at = _after_blanks(line, at)
    return tuple(items), at + 1, stray


def _bare(line: str, at: int, form: re.Pattern[str]) -> _Token:
    found = form.match(line, at)
    end = found.end() if found else at + 1
    return _Token(line[at:end].replace('\\"', '"'), end, stray=False)


def _quoted(line: str, at: int, enders: str) -> _Token:
    """Return the field whose opening quote stands at ``at``.

    A quote ends the field only before a blank, the end of the line or, in an object list, ``}``.
    """
    stray = False
    quote = line.find('"', at + 1)
    while quote >= 0:
        if line[quote - 1] != "\\":
            if quote + 1 == len(line) or line[quote + 1] in enders:
                return _Token(line[at + 1 : quote].replace('\\"', '"'), quote + 1, stray)
            stray = True
        quote = line.find('"', quote + 1)
    return _never_closed(line, at, enders)


def _never_closed(line: str, at: int, enders: str) -> _Token:
    r"""Return a field without an end: to the first ``\"`` that could be one (``"C:\dir\"``), else all the rest."""
    quote = line.find('\\"', at + 1)
    while quote >= 0:
        if quote + 2 == len(line) or line[quote + 2] in enders:
            return _Token(line[at + 1 : quote + 1], quote + 2, stray=True)
        quote = line.find('\\"', quote + 1)
    return _Token(line[at + 1 :].replace('\\"', '"'), len(line), stray=True)


def _after_blanks(line: str, at: int) -> int:
    found = _BLANKS.match(line, at)
    return found.end() if found else at
