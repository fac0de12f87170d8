"""What does a packet from a unit's own program say, and can it be taken?"""

from collections.abc import Collection, Iterator, Mapping
from typing import Any, BinaryIO, Final

from samordna.domain.participation.asked import Asked, Where, with_blanks
from samordna.domain.participation.checks import report_problems
from samordna.domain.participation.counts_report import (
    LONGEST_TEXT,
    Cell,
    CountsReport,
    Explanation,
    Place,
    Sums,
    Value,
    in_order,
)
from samordna.domain.participation.typed import number_problem
from samordna.domain.values.counted import RawCount
from samordna.domain.values.language import swedish
from samordna.domain.values.problem import Problem, refuses
from samordna.sources.counts import problems as kinds
from samordna.sources.counts.packet_format import GENDER_FIELDS, SUMS_FIELDS
from samordna.sources.counts.packet_reading import (
    LARGEST_PACKET,
    NoPacket,
    SenderKey,
    check_signature,
    packet_in,
    text_in,
)
from samordna.sources.counts.reading import CountsReading, Head, asked_by, masked, role_of

__all__ = ["LARGEST_PACKET", "SenderKey", "read_packet"]

_ROW_FIELDS: Final = frozenset({"codes", *GENDER_FIELDS})
_TABLE_FIELDS: Final = frozenset({"table", "rows", "explanation"})
_LARGEST: Final = 10**9


def read_packet(
    file: bytes | BinaryIO, name: str, asked: Collection[Asked], keys: Mapping[str, SenderKey]
) -> CountsReading:
    """Return the counts of a packet; it never raises for content.

    ``asked`` are the reports that are waited for, ``keys`` the units' public keys by their ids. Of a stream no more is
    read than a packet can be large.
    """
    data = file if isinstance(file, bytes) else file.read(LARGEST_PACKET + 1)
    try:
        packet = packet_in(data, name)
        check_signature(packet, name, keys)
        return _report(packet, name, asked)
    except NoPacket as error:
        return CountsReading(None, masked((error.problem,)))


def _report(packet: Mapping[str, Any], name: str, asked: Collection[Asked]) -> CountsReading:
    unit, activity, period = (text_in(packet, field, name) for field in ("unit", "activity", "period"))
    which = asked_by(Head(unit, activity, period, name), asked)
    role = role_of(text_in(packet, "vouched_by", name), _inside(name, "vouched_by"))
    found = [one for one in (which, role) if isinstance(one, Problem)]
    if isinstance(which, Problem) or isinstance(role, Problem):
        return CountsReading(None, masked(found))
    _check_association(packet, name, which)
    content = _Content(name)
    cells = tuple(content.cells(packet["tables"]))
    complete = packet["complete"]
    if not isinstance(complete, bool):
        raise NoPacket(kinds.WRONG_FIELD.at(_inside(name, "complete"), wanted=swedish("true eller false")))
    if content.problems:
        return CountsReading(None, masked(content.problems), which)
    filled = with_blanks(cells, which) if complete else in_order(cells)
    who = (which.unit.key, which.activity.key, which.period, role)
    report = CountsReport(*who, filled, tuple(content.texts), complete)
    where = Where(lambda place: f"{name}, {which.called(place)}", lambda table: _inside(name, table), name)
    problems = masked(report_problems(report, which, where))
    return CountsReading(None if refuses(problems) else report, problems, which)


def _check_association(packet: Mapping[str, Any], name: str, asked: Asked) -> None:
    found = text_in(packet, "association", name)
    if found != asked.association.key:
        told = {"found": found, "association": asked.association.name, "number": asked.association.key}
        raise NoPacket(kinds.OTHER_ASSOCIATION.at(_inside(name, "association"), **told))


class _Content:
    """The tables of a packet while they are read; what is no count is told, and all of it at once."""

    def __init__(self, name: str) -> None:
        self._name = name
        self.problems: list[Problem] = []
        self.texts: list[Explanation] = []

    def cells(self, tables: Any) -> Iterator[Cell]:
        """Yield the cells of every table; raises ``NoPacket`` for what is built otherwise than a packet."""
        for at, table in enumerate(self._list(tables, "tables"), start=1):
            place = _inside(self._name, f"tables {at}")
            fields = self._fields(table, _TABLE_FIELDS, place)
            key = text_in(fields, "table", place)
            if "explanation" in fields:
                self.texts.append(Explanation(key, text_in(fields, "explanation", place, LONGEST_TEXT + 1)))
            for number, row in enumerate(self._list(fields.get("rows"), f"tables {at}, rows"), start=1):
                yield from self._row(key, row, swedish("{place}, rad {row}").format(place=place, row=number))

    def _row(self, table: str, row: Any, place: str) -> Iterator[Cell]:
        fields = self._fields(row, _ROW_FIELDS, place)
        codes = fields.get("codes")
        if not isinstance(codes, list) or not all(isinstance(code, str) and len(code) <= 100 for code in codes):
            raise NoPacket(kinds.WRONG_FIELD.at(_inside(place, "codes"), wanted=swedish("en lista av texter")))
        for field, gender in GENDER_FIELDS.items():
            if field in fields:
                value = self._value(fields[field], _inside(place, field))
                yield Cell(Place(table, tuple(codes), gender), value)

    def _value(self, value: Any, place: str) -> Value:
        match value:
            case None:
                return None
            case dict() if set(value) == set(SUMS_FIELDS):
                n, total, squares = (self._whole(value[field], place) for field in SUMS_FIELDS)
                return Sums(self._count(n, place), total, squares)
            case _:
                return self._count(self._whole(value, place), place)

    def _count(self, number: int, place: str) -> RawCount:
        if number < 0:
            self.problems.append(number_problem(str(number), place))
        return RawCount(max(number, 0))

    def _whole(self, value: Any, place: str) -> int:
        if isinstance(value, bool) or not isinstance(value, int) or abs(value) >= _LARGEST:
            wanted = swedish("ett helt tal med högst nio siffror, eller null")
            raise NoPacket(kinds.WRONG_FIELD.at(place, wanted=wanted))
        return value

    def _list(self, value: Any, field: str) -> list[Any]:
        if not isinstance(value, list):
            raise NoPacket(kinds.WRONG_FIELD.at(_inside(self._name, field), wanted=swedish("en lista")))
        return value

    def _fields(self, value: Any, allowed: frozenset[str], place: str) -> dict[str, Any]:
        if not isinstance(value, dict):
            raise NoPacket(kinds.WRONG_FIELD.at(place, wanted=swedish("ett objekt med fält")))
        for field in value:
            if field not in allowed:
                raise NoPacket(kinds.UNKNOWN_FIELD.at(place, field=field[:40]))
        return value


def _inside(place: str, field: str) -> str:
    return swedish("{place}, fältet {field}").format(place=place, field=field)
