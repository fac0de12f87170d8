"""A stream holds neither the file nor its vouchers."""

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest
from tests.sources.sie.xml.sample_xml import FULL_5, SMALL, changed, small

from samordna.domain.ledger.findings import Findings
from samordna.domain.values.problem import Refused
from samordna.sources.sie import stream
from samordna.sources.sie.xml import read_sie5, stream_sie5

HERE = Path(__file__).parent
ROWS = 600_000
MEGABYTES = 60

# Reads one file in a process of its own and prints rows, their sum, and the most memory it had, in megabytes.
MEASURED = """
import json, sys
from bench.apart import peak_memory
from samordna.sources.sie.xml import stream_sie5
rows = total = 0
with open(sys.argv[1], "rb") as source:
    for voucher in stream_sie5(source):
        rows += len(voucher.rows)
        total += sum(row.ore for row in voucher.rows)
print(json.dumps([rows, total, peak_memory() / 1e6]))
"""


class ReadOnce(io.BytesIO):
    """A file that tells how much of it has been asked for."""

    asked = 0

    def read(self, size: int | None = -1, /) -> bytes:
        assert size is not None
        assert 0 < size <= 1 << 20
        self.asked += 1
        return super().read(size)


@pytest.mark.parametrize("text", [SMALL, FULL_5])
def test_a_stream_gives_the_same_vouchers_as_the_whole_file(text):
    data = changed(text)
    file = read_sie5(data, "bok.sie").file
    assert file is not None
    assert tuple(stream_sie5(io.BytesIO(b"\n\n" + data))) == tuple(
        voucher._replace(line=voucher.line + 2) for voucher in file.vouchers
    )


def test_the_stream_of_any_file_is_that_of_its_type():
    assert [voucher.name for voucher in stream(small(), "bok.sie")] == ["A 1", "B 1"]
    with pytest.raises(Refused):
        list(stream(small()[:-20], "bok.sie"))


def test_vouchers_come_before_the_file_is_read_to_its_end():
    data = small(('  <Journal id="B"', f'<!--{"x" * 200_000}--><Journal id="B"'))
    source = ReadOnce(data)
    vouchers = stream_sie5(source, "bok.sie")
    assert next(vouchers).name == "A 1"
    assert source.asked == 1
    assert [voucher.name for voucher in vouchers] == ["B 1"]


def test_what_is_odd_is_told_to_those_who_ask():
    findings = Findings("bok.sie")
    data = small(('amount="500.00"', 'amount="500.00" kst="1"'))
    assert len(list(stream_sie5(io.BytesIO(data), findings=findings))) == 2
    assert [problem.code for problem in findings.problems] == ["unknown-label"]


def test_a_broken_amount_refuses_the_stream_at_its_end():
    data = small(('amount="500.00"', 'amount="500,00"'))
    vouchers = stream_sie5(io.BytesIO(data), "bok.sie")
    assert [next(vouchers).name, next(vouchers).name] == ["A 1", "B 1"]
    with pytest.raises(Refused) as refused:
        next(vouchers)
    assert [problem.code for problem in refused.value.problems] == ["broken-amount"]


def test_six_hundred_thousand_rows_are_read_in_less_than_sixty_megabytes(tmp_path: Path):
    large = tmp_path / "stor.sie"
    head, _, rest = SMALL.partition("    <JournalEntry")
    entry, _, tail = rest.partition("    </JournalEntry>\n")
    with large.open("w", encoding="utf-8") as target:
        target.write(head)
        for number in range(ROWS // 2):
            varied = (
                entry.replace('id="1"', f'id="{number}"')
                .replace("500.00", f"{number}.01")
                .replace("Bidrag", f"Bidrag {number}")
            )
            target.write(f"    <JournalEntry{varied}    </JournalEntry>\n")
        target.write(tail)
    command = [sys.executable, "-c", MEASURED, large]
    printed = subprocess.run(command, cwd=HERE.parents[3], capture_output=True, check=True, text=True)
    rows, total, most = json.loads(printed.stdout)
    assert (rows, total) == (ROWS + 2, 0)
    assert most < MEGABYTES
