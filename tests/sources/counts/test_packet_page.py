"""The packet that docs/packet.md shows is one: it is written as it stands there, and reads back."""

import re
from dataclasses import replace
from pathlib import Path

from tests.participation.sample import asked, cells_of, report
from tests.sources.counts.handed_in import KEY, KEYS, packet

from samordna.domain.participation.asked import with_blanks
from samordna.domain.participation.count_table import Gender
from samordna.domain.participation.counts_report import Explanation, Sums
from samordna.domain.values.counted import RawCount
from samordna.sources.counts import read_packet
from samordna.sources.counts.packet_format import FIELDS

PAGE = (Path(__file__).parents[3] / "docs" / "packet.md").read_text(encoding="utf-8")
SUMS = {
    ("progression_change", "steps_days", gender): Sums(RawCount(n), n, n)
    for gender, n in zip(Gender, (4, 2, 0), strict=True)
}
CELLS = cells_of({("referrals",): (9, 6, 0), ("exits",): (3, None, 0)}, SUMS)
WHAT = replace(asked(tables=("referrals", "exits")), tables=("referrals", "exits"))
REPORT = report(cells=with_blanks(CELLS, WHAT), explanations=(Explanation("referrals", "Sommaren var lugn."),))
EXAMPLE = packet(REPORT)


def test_the_page_shows_a_packet_as_it_is_written():
    [shown] = re.findall(r"```json\n(.*?)```", PAGE, re.DOTALL)
    assert shown.encode() == EXAMPLE


def test_what_the_page_shows_is_taken():
    what = asked(tables=("referrals", "exits", "progression_change"))
    reading = read_packet(EXAMPLE, "paket.json", [what], KEYS)
    assert reading.report
    assert reading.report.by_place.items() >= REPORT.by_place.items()


def test_every_field_is_described_and_the_key_is_named():
    assert all(f"`{field}`" in PAGE for field in FIELDS)
    assert KEY.id in PAGE
