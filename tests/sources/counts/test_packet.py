"""A packet that nobody has changed, from the unit that it names, is the report; any other says why it is not."""

import io
import json
import random
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.participation.sample import asked, report
from tests.sources.budgets.test_hostile import soon, with_little_memory
from tests.sources.counts.handed_in import ASKED, KEY, KEYS, REPORT, altered, packet

from samordna.domain.participation.asked import Named
from samordna.domain.participation.counts_report import Cell, Place
from samordna.domain.values.counted import RawCount
from samordna.sources.counts import CountsReading, SigningKey, read_packet, write_packet
from samordna.sources.counts.packet_format import FIELDS
from samordna.sources.counts.packet_writing import signed

NAME = "paket.json"
OTHER = SigningKey("annan", bytes(32))


def read(data: bytes) -> CountsReading:
    return read_packet(data, NAME, [ASKED], {**KEYS, OTHER.id: OTHER.sender("talldalen")})


def told(data: bytes) -> list[str]:
    reading = read(data)
    assert reading.report is None
    return [one.code for one in reading.problems]


def resigned(change: Callable[[dict[str, Any]], object], key: SigningKey = KEY) -> bytes:
    """Return a packet that a program has made wrong and signed all the same."""
    fields = json.loads(packet())
    change(fields)
    return signed(fields, key)


def test_a_packet_is_the_report():
    reading = read(packet())
    assert reading.problems == ()
    assert reading.report == REPORT
    assert reading.asked == ASKED


def test_a_packet_that_is_not_complete_reads_back_too():
    tables = ("referrals", "exits")
    cells = tuple(cell for cell in report().cells if cell.place.table in tables)
    one = report(cells=cells, complete=False)
    what = asked(tables=tables)
    assert read_packet(packet(one), NAME, [what], KEYS).report == one


def test_a_packet_is_read_by_people_and_written_the_same_each_time():
    text = packet().decode()
    assert packet() == packet()
    assert list(json.loads(text)) == list(FIELDS)
    assert '"explanation": "Sommaren var lugn."' in text
    assert '"women": 7' in text


def test_how_it_is_laid_out_is_no_part_of_what_is_signed():
    fields = json.loads(packet())
    assert read(json.dumps(dict(reversed(fields.items()))).encode()).report == REPORT


def set_(field: str, value: object) -> Callable[[dict[str, Any]], object]:
    return lambda fields: fields.__setitem__(field, value)


def first_row(fields: dict[str, Any]) -> dict[str, Any]:
    row: dict[str, Any] = fields["tables"][0]["rows"][0]
    return row


ALTERED: list[tuple[Callable[[dict[str, Any]], object], str]] = [
    (lambda fields: first_row(fields).update(women=8), "altered"),
    (set_("unit", "talldalen"), "altered"),
    (set_("complete", False), "altered"),
    (set_("digest", "sha256:" + "0" * 64), "altered"),
    (set_("digest", None), "altered"),
    (lambda fields: fields["signature"].update(value="AAAA"), "not-signed"),
    (lambda fields: fields["signature"].update(value="inte base64"), "not-signed"),
    (lambda fields: fields["signature"].update(key="okänd"), "unknown-key"),
    (lambda fields: fields["signature"].update(key=OTHER.id), "not-signed"),
    (set_("signature", "ja"), "wrong-field"),
    (set_("signature", {"key": 1, "value": 2}), "wrong-field"),
    (set_("version", 0), "older-packet"),
    (set_("version", 2), "unknown-version"),
    (set_("version", True), "wrong-field"),
    (set_("version", "1"), "wrong-field"),
    (lambda fields: fields.pop("version"), "wrong-field"),
    (lambda fields: fields.pop("tables"), "missing-field"),
    (set_("persons", ["någon"]), "unknown-field"),
    (set_("format", "något-annat"), "not-a-packet"),
]


@pytest.mark.parametrize(("change", "kind"), ALTERED, ids=[f"{at}-{one[1]}" for at, one in enumerate(ALTERED)])
def test_a_packet_that_was_altered_says_so(change: Callable[[dict[str, Any]], object], kind: str) -> None:
    assert told(altered(change)) == [f"counts-file-{kind}"]


WRONG: list[tuple[Callable[[dict[str, Any]], object], list[str]]] = [
    (set_("association", "222000-1111"), ["counts-file-other-association"]),
    (set_("activity", "annat"), ["counts-unknown-activity"]),
    (set_("period", "2023-01..2023-08"), ["counts-wrong-period"]),
    (set_("period", "våren"), ["counts-no-period"]),
    (set_("period", 2024), ["counts-file-wrong-field"]),
    (set_("vouched_by", "Anna Andersson"), ["counts-unknown-role"]),
    (set_("complete", 1), ["counts-file-wrong-field"]),
    (set_("tables", {}), ["counts-file-wrong-field"]),
    (set_("tables", [3]), ["counts-file-wrong-field"]),
    (set_("tables", [{"table": "starts", "rows": 3}]), ["counts-file-wrong-field"]),
    (set_("tables", [{"table": "starts", "rows": [{"women": 3}]}]), ["counts-file-wrong-field"]),
    (lambda fields: first_row(fields).update(women=-9), ["counts-negative"]),
    (lambda fields: first_row(fields).update(women=10**9), ["counts-file-wrong-field"]),
    (lambda fields: first_row(fields).update(women=True), ["counts-file-wrong-field"]),
    (lambda fields: first_row(fields).update(women="9"), ["counts-file-wrong-field"]),
    (lambda fields: first_row(fields).update(names=["A"]), ["counts-file-unknown-field"]),
    (lambda fields: first_row(fields).update(total=16), ["counts-genders-differ"]),
    (lambda fields: first_row(fields).update(codes=["okänd"]), ["counts-unknown-code"] * 3),
    (lambda fields: fields["tables"].append({"table": "shoe_size", "rows": [{"codes": [], "women": 1}]}),
     ["counts-unknown-table"]),
    (lambda fields: fields["tables"].append(fields["tables"][0]), ["counts-cell-twice"] * 3),
    (lambda fields: fields["tables"][0].update(explanation="Avser 19121212-1212."), ["counts-identity-number"]),
    (lambda fields: fields["tables"][0].update(explanation="x" * 501), ["counts-text-too-long"]),
    (set_("tables", []), ["counts-nothing-filled-in"]),
]  # fmt: skip


@pytest.mark.parametrize(("change", "kinds"), WRONG, ids=[f"{at}-{one[1][0]}" for at, one in enumerate(WRONG)])
def test_a_packet_that_is_signed_and_wrong_is_told_by_the_same_checks(
    change: Callable[[dict[str, Any]], object], kinds: list[str]
) -> None:
    assert told(resigned(change)) == kinds


def test_places_say_table_row_and_column():
    [problem] = read(resigned(lambda fields: first_row(fields).update(total=16))).problems
    assert problem.place == "paket.json, Inkomna remisser, totalt"
    [negative] = read(resigned(lambda fields: first_row(fields).update(women=-9))).problems
    assert negative.place == "paket.json, fältet tables 1, rad 1, fältet women"


def test_a_packet_of_a_unit_with_the_key_of_another_is_told():
    assert told(packet(key=OTHER)) == ["counts-file-key-of-other"]


def test_a_unit_that_is_not_asked_is_told_by_name():
    keys = {OTHER.id: OTHER.sender("talldalen")}
    reading = read_packet(packet(replace(REPORT, unit="talldalen"), OTHER), NAME, [ASKED], keys)
    [problem] = reading.problems
    assert (problem.code, problem.remedy) == ("counts-unknown-unit", "Välj bland Arbetssteget Granby.")


FILES = [
    (b"", "empty"), (bytes(2_000_001), "too-large"), (b"\xff\xfe", "not-a-packet"), (b"[]", "not-a-packet"),
    (b"{", "not-a-packet"), (b'{"format": "samordna-counts", "version": 1.0}', "not-a-packet"),
    (b'{"format": "samordna-counts", "format": "samordna-counts"}', "not-a-packet"), (b"[" * 100_000, "not-a-packet"),
    (b'{"format": NaN}', "not-a-packet"), (b'{"a": ' + b"9" * 5000 + b"}", "not-a-packet"),
    (b'{"format": "samordna-counts", "version": ' + b"[" * 20 + b"]" * 20 + b"}", "not-a-packet"),
]  # fmt: skip


@pytest.mark.parametrize(("data", "kind"), FILES, ids=[f"{at}-{one[1]}" for at, one in enumerate(FILES)])
def test_what_is_no_packet_says_so(data: bytes, kind: str) -> None:
    assert told(data) == [f"counts-file-{kind}"]


def test_a_letter_that_is_half_of_one_is_told():
    assert told(signed_text('"\\ud800"')) == ["counts-file-altered"]


def signed_text(unit: str) -> bytes:
    return packet().replace(b'"granby"', unit.encode())


def test_no_more_is_read_of_a_stream_than_a_packet_can_be_large():
    large = io.BytesIO(bytes(100_000_000))
    with soon(1.0), with_little_memory(6):
        reading = read_packet(large, NAME, [ASKED], KEYS)
    assert [one.code for one in reading.problems] == ["counts-file-too-large"]


def test_an_identity_number_is_repeated_nowhere():
    number = "19121212-1212"
    for change in (set_("unit", number), set_("activity", number), set_(number, 1), set_("period", number)):
        assert all(number not in str(one) for one in read(resigned(change)).problems)
    row = {"codes": [number], "women": 1}
    tables = set_("tables", [{"table": "starts_by_age", "rows": [row]}, {"table": number, "rows": [row]}])
    assert all(number not in str(one) for one in read(resigned(tables)).problems)


def test_bytes_that_are_changed_at_random_never_make_another_report():
    source, chance = packet(), random.Random(3)
    for _ in range(300):
        data = bytearray(source)
        for _ in range(chance.randint(1, 4)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        assert read(bytes(data)).report in (None, REPORT)


@given(st.lists(st.tuples(*[st.none() | st.integers(0, 99)] * 3), min_size=1, max_size=1))
@settings(max_examples=40, deadline=None)
def test_whatever_is_written_reads_back(rows: list[tuple[int | None, ...]]) -> None:
    genders = [cell.place.gender for cell in report().cells if cell.place.table == "exits"]
    cells = tuple(
        Cell(Place("exits", (), gender), None if count is None else RawCount(count))
        for row in rows
        for gender, count in zip(genders, row, strict=True)
    )
    if all(cell.value is None for cell in cells):
        return
    one = report(cells=cells)
    what = asked(tables=("exits",))
    assert read_packet(write_packet(one, what.association.key, KEY), NAME, [what], KEYS).report == one


def test_the_unit_may_be_named():
    named = replace(REPORT, unit=ASKED.unit.key)
    assert read_packet(packet(named), NAME, [replace(ASKED, unit=Named("granby", "Annat namn"))], KEYS).report == named
