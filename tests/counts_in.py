"""Which files of counts does a unit hand in: one that is right, and everything that can be wrong with one?"""

import datetime as dt
import json
from collections.abc import Iterator, Mapping
from typing import Any, Final

from tests.participation.sample import ACTIVITY, INTERIM, UNIT, report
from tests.sources.budgets.forms import Cells, cells_of, written

from samordna.domain.participation.asked import Asked
from samordna.domain.participation.collecting.calendar import CountsAsked
from samordna.domain.participation.collecting.unit_key import UnitKey
from samordna.domain.participation.count_form import GENDER_HEADINGS, HEADINGS, count_form, row_names
from samordna.domain.participation.counts_report import CountsReport, Place
from samordna.domain.values.counted import RawCount
from samordna.office import actions, questions
from samordna.sources.counts import SigningKey, write_packet

KEY: Final = SigningKey("granby-2024", bytes(range(32)))
COUNTS: Final = {
    ("referrals",): (9, 6, 0), ("starts",): (7, 5, 0), ("ongoing_at_start",): (4, 1, 0), ("ongoing",): (8, 4, 0),
    ("exits",): (3, 2, 0), ("participants",): (11, 6, 0), ("unique",): (10, 6, 0),
}  # fmt: skip
TABLES: Final = tuple(key for (key,) in COUNTS)


def line() -> CountsAsked:
    """Return what the unit is asked in these files."""
    return CountsAsked(UNIT, ACTIVITY, INTERIM, dt.date(2024, 9, 16), TABLES, contact="enheten@example.se")


def asked() -> Asked:
    """Return it as it is asked by the association that is open."""
    return questions.counts_held().asked_of(line())


def csv_of(counts: Mapping[tuple[str, ...], tuple[int | None, ...]] = COUNTS, **head: str) -> bytes:
    """Return a plain table; ``head`` has another unit, activity or period."""
    told = {"unit": UNIT.name, "activity": ACTIVITY.name, "period": str(INTERIM), **head}
    begins = "{unit};{activity};{period};".format(**told)
    rows = ["/".join(key) + "".join(f";{'' if n is None else n}" for n in (*numbers, *[None] * (5 - len(numbers))))
            for key, numbers in counts.items()]  # fmt: skip
    words = ["report:complete;;;;;ja", "report:vouched_by;;;;;enhetschef"]
    head_line = "enhet;insats;period;rad;kvinnor;män;okänt kön;totalt;text"
    return "\n".join([head_line, *(begins + row for row in (*words, *rows)), ""]).encode()


def changed(**rows: tuple[int | None, ...]) -> bytes:
    """Return the table with some rows otherwise."""
    return csv_of({**COUNTS, **{(key,): numbers for key, numbers in rows.items()}})


def form(*, blank: tuple[str, ...] = (), complete: str = "ja", mark: str | None = None) -> bytes:
    """Return the workbook filled in, some rows left blank, its mark changed."""
    made = count_form(asked())
    cells: Cells = cells_of(made)
    [head] = [int(place[1:]) for place, value in cells.items() if place[0] == "A" and value == HEADINGS[0]]
    lines = {key: at for at, key in enumerate(row_names(asked()), start=head + 1)}
    cells[f"G{lines['report:complete']}"] = complete
    cells[f"G{lines['report:vouched_by']}"] = "enhetschef"
    for (key,), numbers in COUNTS.items():
        for column, number in zip("CDE", numbers, strict=True):
            if key not in blank:
                cells[f"{column}{lines[key]}"] = number
    if mark:
        [at] = [place for place, value in cells.items() if value == "Siffror, version 1"]
        cells[at] = mark
    return written(cells, names=("Siffror",))


def the_report() -> CountsReport:
    """Return what the files say."""
    wanted = {Place(key, (), gender) for (key,) in COUNTS for gender in GENDER_HEADINGS}
    cells = tuple(one for one in report().cells if one.place in wanted and isinstance(one.value, RawCount))
    return report(cells=cells)


def packet(change: Mapping[str, Any] | None = None) -> bytes:
    """Return the packet, some fields changed after it was signed."""
    signed = json.loads(write_packet(the_report(), questions.association().organisation_number, KEY))
    return json.dumps({**signed, **(change or {})}, ensure_ascii=False).encode()


def bad_files() -> Iterator[tuple[str, str, bytes, str, str]]:
    """Yield what can be wrong: in words, a file's name and content, the problem's code, and a place or word in it."""
    yield "negative", "a.csv", changed(starts=(-7, 5, 0)), "counts-negative", "a.csv, rad"
    yield "genders", "a.csv", changed(starts=(7, 5, 0, 13)), "counts-genders-differ", "Startade"
    yield "period", "a.csv", csv_of(period="2024-01..2024-07"), "counts-wrong-period", "a.csv"
    yield "activity", "a.csv", csv_of(activity="Okänd insats"), "counts-unknown-activity", "Okänd insats"
    yield "older form", "a.xlsx", form(mark="Siffror, version 0"), "", "version"
    yield "half filled", "a.xlsx", form(blank=("exits",), complete="nej"), "counts-half-filled", "Avslutade"
    yield "older packet", "a.json", packet({"version": 0}), "counts-file-older-packet", "a.json"
    yield "altered", "a.json", packet({"complete": False}), "counts-file-altered", "a.json"


def keep_key() -> None:
    """Let packets of the unit be known."""
    public = KEY.sender(UNIT.key).public
    actions.keep_unit_key(UnitKey(KEY.id, UNIT.key, public), by=actions.TERMINAL)
