"""The calendar in a plain table: every line is read whole, and what is wrong is told at its row."""

import datetime as dt

import pytest

from samordna.domain.participation.tables import INDIVIDUAL, STRUCTURAL
from samordna.domain.values.period import Period
from samordna.sources.counts import read_calendar
from samordna.sources.counts.calendar import ALSO, HEADINGS

HEAD = ";".join(HEADINGS)
GOOD = "ACTivera Lerum;ACTivera;2024-01..2024-08;2024-09-16;individinriktad;anonymous, unique;;enheten@example.se"
STRUCTURE = "Kansliet;Utbildningar;2024-01..2024-08;2024-09-16;strukturövergripande;;act=ACT, bip=BIP och mer;"


def read(*rows: str):
    return read_calendar("kalender.csv", "\n".join((HEAD, *rows, "")).encode())


def test_a_line_says_who_tells_which_tables_for_when_by_which_day():
    reading = read(GOOD, STRUCTURE)
    assert reading.problems == ()
    one, other = reading.lines
    assert (one.unit.key, one.activity.key, one.period) == ("activera-lerum", "activera", Period(202401, 202408))
    assert (one.due, one.contact) == (dt.date(2024, 9, 16), "enheten@example.se")
    assert one.tables == tuple(key for key in INDIVIDUAL if key not in {"anonymous", "unique"})
    assert other.tables == STRUCTURAL
    assert [(code.key, code.name) for code in other.occasions] == [("act", "ACT"), ("bip", "BIP och mer")]


def test_a_table_with_very_many_rows_is_asked_when_somebody_says_so():
    head, line = f"{HEAD};{ALSO}", f"{GOOD};exits_by_income_transition"
    [one] = read_calendar("kalender.csv", f"{head}\n{line}\n".encode()).lines
    assert one.tables[-1] == "exits_by_income_transition"
    wrong = read_calendar("kalender.csv", f"{head}\n{GOOD};skonummer\n".encode())
    assert wrong.lines == ()
    assert "tabellen skonummer finns inte" in wrong.problems[0].found


@pytest.mark.parametrize(
    ("row", "told"),
    [
        (GOOD.replace("2024-09-16", "snart"), "sista dag"),
        (GOOD.replace("2024-01..2024-08", "våren"), "period"),
        (GOOD.replace("individinriktad", "blandad"), "slag"),
        (GOOD.replace("ACTivera Lerum", ""), "enhet"),
        (STRUCTURE.replace("act=ACT", "ACT"), "tillfällen"),
    ],
)
def test_what_is_wrong_is_told_at_its_row_and_nothing_is_taken(row: str, told: str):
    reading = read(GOOD, row)
    assert reading.lines == ()
    [problem] = [one for one in reading.problems if told in f"{one.place} {one.found}"]
    assert "3" in problem.place
    assert problem.remedy


@pytest.mark.parametrize("data", [b"", b"\xff\xfe\x00", b"enhet;insats\nA;B\n", b'"' * 1000, b"\x00" * 50])
def test_what_is_no_calendar_is_told_and_never_raises(data: bytes):
    reading = read_calendar("kalender.csv", data)
    assert reading.lines == ()
    assert reading.problems


def test_no_problem_repeats_a_persons_number():
    reading = read(GOOD.replace("2024-09-16", "19121212-1212"))
    assert all("1212" not in f"{one.place}{one.found}{one.remedy}" for one in reading.problems)
