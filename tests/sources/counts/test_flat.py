"""A plain table of several units is their reports, each by itself taken or refused."""

import pytest
from tests.participation.sample import asked
from tests.years.counts import NAME, asked_of, file_of

from samordna.domain.participation.asked import Named
from samordna.domain.participation.counts_report import VouchedBy
from samordna.domain.values.counted import RawCount
from samordna.sources.counts import read_counts_table, read_stated_totals

HEAD = "enhet;insats;period;rad;kvinnor;män;okänt kön;totalt;text\n"
FIRST = """\
Arbetssteget Granby;Arbetssteget;2024-01..2024-08;report:vouched_by;;;;;samordnare
Arbetssteget Granby;Arbetssteget;2024-01..2024-08;exits;3;2;0;;
"""
SECOND = FIRST.replace("Granby", "Talldalen").replace("3;2;0", "1;−1;0")
ASKED = [asked(tables=("exits",)), asked(tables=("exits",), unit=Named("talldalen", "Arbetssteget Talldalen"))]


def test_each_unit_is_taken_or_refused_by_itself():
    first, second = read_counts_table("siffror.csv", (HEAD + FIRST + SECOND).encode(), ASKED)
    assert first.problems == ()
    assert first.report
    assert first.report.vouched_by is VouchedBy.COORDINATOR
    assert first.report.figure("exits").exact == RawCount(5)
    assert second.report is None
    assert [(one.code, one.place) for one in second.problems] == [
        ("counts-negative", "siffror.csv, rad 5, kolumnen män")
    ]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        (HEAD.replace("män", "herrar") + FIRST, ["plan-file-without-heading", "plan-file-unknown-heading"]),
        (HEAD + FIRST.replace("Granby", "Västby"), ["counts-unknown-unit"]),
        (HEAD + FIRST.replace("2024-08", "2024-07"), ["counts-wrong-period"]),
        (HEAD + FIRST.replace("exits", "exit"), ["counts-file-unknown-row"]),
        (HEAD + FIRST.replace("samordnare", ""), ["counts-unknown-role"]),
        (HEAD + FIRST.splitlines()[1], ["counts-unknown-role"]),
        (HEAD + FIRST.replace(";3;", ";;"), ["counts-half-filled"]),
        (HEAD + '"' + "x" * 200_000, ["plan-file-not-text"]),
    ],
)
def test_what_is_wrong_is_told(text: str, kinds: list[str]) -> None:
    readings = read_counts_table("siffror.csv", text.encode(), ASKED)
    assert [one.code for reading in readings for one in reading.problems] == kinds
    assert all(reading.report is None for reading in readings)


def test_a_file_in_another_encoding_is_told():
    [reading] = read_counts_table("siffror.csv", (HEAD + FIRST).encode("latin-1"), ASKED)
    assert [one.code for one in reading.problems] == ["plan-file-not-text"]


def test_the_demo_is_read_line_by_line_where_one_is_wrong():
    data = file_of("insjoriket").replace(b"referrals;31;12;0;43", b"referrals;31;12;0;44")
    [wrong] = [one for one in read_counts_table(NAME, data, asked_of("insjoriket")) if one.report is None]
    [problem] = wrong.problems
    assert problem.place == f"{NAME}, rad 4, kolumnen totalt (Inkomna remisser, totalt)"


STATED = "insats;period;tabell;kön;antal;källa\n"
ROW = "Arbetssteget;2024-01..2024-08;starts;totalt;174;rapporten\n"


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        (STATED + ROW, []),
        (STATED + ROW.replace("starts", "start"), ["counts-unknown-table"]),
        (STATED + ROW.replace("starts", "starts_by_age"), ["counts-unknown-table"]),
        (STATED + ROW.replace("totalt", "alla"), ["plan-file-wrong-cell"]),
        (STATED + ROW.replace("174", "-1"), ["counts-negative"]),
        (STATED + ROW.replace("174", ""), ["plan-file-empty-cell"]),
        (STATED + ROW.replace("2024-08", "2024-13"), ["plan-file-wrong-cell"]),
        (STATED + '"' + "x" * 200_000, ["plan-file-not-text"]),
    ],
)
def test_a_stated_sum_is_read_or_told(text: str, kinds: list[str]) -> None:
    reading = read_stated_totals("summor.csv", text.encode())
    assert [one.code for one in reading.problems] == kinds
    assert bool(reading.totals) == (not kinds)
