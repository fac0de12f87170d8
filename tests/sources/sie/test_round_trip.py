"""What is written is read as the same, whatever it is; what is written again is the same bytes."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.sources.sie.sample_files import FULL, SMALL
from tests.sources.sie.sample_ledger import ledger
from tests.sources.sie.strategies import any_files, complete_files

from samordna.domain.ledger.findings import Findings
from samordna.sources.sie import everything, read_sie
from samordna.sources.sie.duties import TYPES
from samordna.sources.sie.holding import held_by
from samordna.sources.sie.reader import read_sie4
from samordna.sources.sie.writing import write_sie4

ENCODINGS = st.sampled_from(["cp437", "utf-8"])


def again(written, encoding="cp437", *, fast=True):
    return read_sie4(written.data, "igen.se", encoding=encoding, fast=fast).file


@pytest.mark.parametrize("file_type", TYPES)
@settings(max_examples=40, deadline=None)
@given(data=st.data(), checksum=st.booleans(), encoding=ENCODINGS)
def test_a_complete_file_of_a_type_is_read_as_it_was_written(file_type, data, checksum, encoding):
    file = data.draw(complete_files(file_type))
    written = write_sie4(file, file_type, checksum=checksum, encoding=encoding)
    assert {problem.code for problem in written.problems} <= {"like-another-encoding"}
    assert again(written, encoding).content == file.content
    assert again(written, encoding, fast=False).content == file.content


@settings(max_examples=60, deadline=None)
@given(any_files(), st.sampled_from(TYPES), ENCODINGS)
def test_any_file_is_read_as_what_its_type_can_hold_and_written_again_it_is_the_same_bytes(file, file_type, encoding):
    written = write_sie4(file, file_type, encoding=encoding, replace=True)
    read = again(written, encoding)
    assert write_sie4(read, file_type, encoding=encoding).data == written.data
    assert read.content == held_by(read, file_type, Findings("fil")).content


@settings(max_examples=60, deadline=None)
@given(any_files(), st.sampled_from(TYPES))
def test_a_file_is_held_by_a_type_in_one_step(file, file_type):
    held = held_by(file, file_type, Findings("fil"))
    assert held_by(held, file_type, Findings("fil")) == held


@settings(max_examples=60, deadline=None)
@given(any_files(), st.booleans())
def test_what_is_written_never_has_a_broken_record_or_checksum(file, checksum):
    reading = read_sie4(write_sie4(file, checksum=checksum, replace=True).data, "igen.se", encoding="cp437")
    told = {problem.code for problem in reading.problems if problem.code not in {"unknown-label", "extra-fields"}}
    assert told <= {"odd-account", "mojibake"}
    assert reading.signed == checksum


@pytest.mark.parametrize("file_type", TYPES)
@pytest.mark.parametrize("file", [SMALL, FULL])
def test_a_file_says_its_type_to_whoever_reads_it(file, file_type):
    assert read_sie4(write_sie4(file, file_type).data, "igen.se").file_type == file_type


SLIPS = st.sampled_from(
    ['"', "\\", "{", "}", "#", "\n", "-", "9", "\x86", "\xe5", '1 "x"', "#VER ", "#RTRANS 1930 {} 1", "FEL"]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(0, len(ledger())), SLIPS), max_size=6), st.sampled_from(TYPES))
def test_whatever_was_read_can_be_checked_and_written_or_says_why_not(slips, file_type):
    data = ledger()
    for place, slip in slips:
        data = data[:place] + slip.encode("latin-1") + data[place:]
    reading = read_sie(data, "bok.se")
    everything(reading)
    written = write_sie4(reading.file, file_type, replace=True)
    assert bool(written.data) != written.refused
    if written.data:
        assert write_sie4(again(written), file_type).data == written.data
