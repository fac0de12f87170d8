"""A form that a unit filled in is read as it was meant, or says cell by cell why not; nothing of it is half taken."""

import io
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.participation.sample import ASSOCIATION, asked, cells_of, report
from tests.sources.budgets.forms import cells_of as written_in
from tests.sources.budgets.forms import written
from tests.sources.budgets.test_hostile import soon, with_little_memory
from tests.sources.counts.handed_in import ASKED, BLANK, HEAD, LINE, REPORT, SHEET, at, filled, workbook

from samordna.domain.participation.asked import Named, with_blanks
from samordna.domain.participation.count_form import count_form, row_names
from samordna.domain.values.problem import Severity
from samordna.renderers.xlsx import render_form
from samordna.sources.counts import read_template

NAME = "siffror.xlsx"


def told(changed: dict[str, Any] | None = None, **more: Any) -> list[tuple[str, str, str]]:
    """Return the kind, the cell and the finding of everything that is told of a form."""
    reading = read_template(workbook(changed, **more), NAME, [ASKED])
    refusing = any(one.severity is Severity.REFUSE for one in reading.problems)
    assert (reading.report is None) == refusing
    place = f"{NAME}, blad {SHEET}, cell "
    return [(one.code, one.place.removeprefix(place).split(" (")[0], one.found) for one in reading.problems]


def test_a_form_that_is_filled_in_is_the_report():
    reading = read_template(workbook(), NAME, [ASKED])
    assert reading.problems == ()
    assert reading.report == REPORT
    assert reading.asked == ASKED


def test_a_form_as_it_goes_out_is_one_that_nothing_is_filled_in():
    reading = read_template(render_form(count_form(ASKED)), NAME, [ASKED])
    assert [one.code for one in reading.problems] == ["counts-unknown-role"]


@given(st.lists(st.tuples(*[st.integers(0, 9)] * 3), min_size=4, max_size=4), st.booleans())
@settings(max_examples=25, deadline=None)
def test_whatever_is_written_reads_back(rows: list[tuple[int, ...]], complete: bool) -> None:
    referrals, exits, heads, waiting = rows
    tables = ("referrals", "exits", "head_count", "waiting")
    what = asked(tables=tables)
    counts = {("referrals",): referrals, ("exits",): (*exits, sum(exits)), ("head_count",): (sum(heads),),
              ("waiting",): waiting}  # fmt: skip
    cells = cells_of(counts)
    one = report(cells=with_blanks(cells, what) if complete else cells, complete=complete)
    reading = read_template(_form_of(one, what, counts), NAME, [what])
    assert reading.report == one


def _form_of(one: Any, what: Any, counts: dict[Any, Any]) -> bytes:
    cells = written_in(count_form(what))
    [head] = [int(place[1:]) for place, value in cells.items() if value == "Tabell"]
    line = {key: at for at, key in enumerate(row_names(what), start=head + 1)}
    cells[f"G{line['report:complete']}"] = "ja" if one.complete else "nej"
    cells[f"G{line['report:vouched_by']}"] = "enhetschef"
    for (table,), row in counts.items():
        columns = "F" if table == "head_count" else "CDEF"
        for column, count in zip(columns, row, strict=False):
            cells[f"{column}{line[table]}"] = count
    return written(cells)


def test_the_form_says_which_of_several_it_is():
    other = asked(unit=Named("talldalen", "Arbetssteget Talldalen"))
    assert read_template(workbook(), NAME, [other, ASKED]).asked == ASKED


FACTS: list[tuple[dict[str, Any], str, str]] = [
    ({"C2": "Siffror, version 0"}, "form-other-form",
     "Blanketten är ”Siffror, version 0”, men här läses ”Siffror, version 1”."),
    ({"C4": "222000-1111", "C3": "Grannbygden"}, "form-other-association",
     "Blanketten är för Grannbygden, inte för Samordningsförbundet Exempelbygden (222000-0000)."),
    ({"C5": "Arbetssteget Västby"}, "counts-unknown-unit", "Enheten ”Arbetssteget Västby” finns inte."),
    ({"C6": "Något annat"}, "counts-unknown-activity", "Insatsen ”Något annat” efterfrågas inte av enheten."),
    ({"C7": "2023-01..2023-08"}, "counts-wrong-period",
     "Uppgifterna är för januari–augusti 2023, men det är januari–augusti 2024 som efterfrågas."),
    ({"C7": "våren"}, "counts-no-period", "”våren” är ingen period."),
    ({f"C{HEAD}": "Damer"}, "form-missing-heading", "Rubriken ”Kvinnor” saknas."),
    ({f"K{HEAD}": "Män"}, "form-heading-twice", "Rubriken ”Män” står två gånger."),
]  # fmt: skip


@pytest.mark.parametrize(("changed", "kind", "found"), FACTS, ids=[one[1] for one in FACTS])
def test_the_wrong_form_is_told(changed: dict[str, Any], kind: str, found: str) -> None:
    assert [(code, text) for code, _, text in told(changed)] == [(kind, found)]


CELLS: list[tuple[dict[str, Any], str, str, str]] = [
    ({at("starts"): -7}, "counts-negative", at("starts"), "Antalet −7 är mindre än noll."),
    ({at("starts"): "sju"}, "counts-not-a-count", at("starts"), "”sju” är inget antal."),
    ({at("starts"): 7.5}, "counts-not-a-count", at("starts"), "”7,5” är inget antal."),
    ({at("starts"): "19121212-1212"}, "counts-not-a-count", at("starts"), "”••••••••-••••” är inget antal."),
    ({at("starts"): 191212121212}, "counts-not-a-count", at("starts"), "”••••••••••••” är inget antal."),
    ({at("referrals", "Totalt"): 16}, "counts-genders-differ", at("referrals", "Totalt"),
     "Kvinnor, män och okänt kön blir tillsammans 15, men totalt står 16."),
    ({at("starts_by_age/age_16_19"): 4}, "counts-tables-differ", at("starts_by_age/age_16_19"),
     "Raderna blir tillsammans minst 8, men ”Startade” är 7."),
    ({at("unique"): 12}, "counts-part-above-whole", at("unique"),
     "Antalet är 12, men det är en del av ”Deltaganden under perioden”, som är 11."),
    ({at("starts"): ("=1/0", "#DIV/0!")}, "form-cell-error", at("starts"), "Cellen visar felet #DIV/0!."),
    ({at("starts"): ("=3+4", "")}, "form-formula-without-value", at("starts"),
     "Cellen har en formel som inte har räknats ut."),
    ({at("starts", "Text"): "Se 121212-1212."}, "counts-identity-number", at("starts", "Text"),
     "Texten kan innehålla ett personnummer. Uppgifter om enskilda får inte finnas här."),
    ({at("exits", "Text"): "n" * 501}, "counts-text-too-long", at("exits", "Text"),
     "Texten är längre än 500 tecken."),
    ({at("violence_asked", "Text"): "En sade nej."}, "counts-text-not-allowed", at("violence_asked", "Text"),
     "Vid ”Har fått frågorna om våld” får ingen text stå."),
    ({at("report:complete", "Text"): "kanske"}, "counts-file-not-yes-or-no", at("report:complete", "Text"),
     "Frågan om uppgifterna är kompletta har svaret ”kanske”."),
    ({at("report:vouched_by", "Text"): "Anna Andersson"}, "counts-unknown-role", at("report:vouched_by", "Text"),
     "Det står ingen roll som kan intyga uppgifterna."),
    ({at("report:complete"): 1}, "counts-file-not-part-of-row", at("report:complete"),
     "Raden besvaras med ett ord i kolumnen ”Text”, inte med ett antal."),
    ({at("progression_change/steps_days#sum"): None}, "counts-sums-by-halves",
     at("progression_change/steps_days#n"),
     "Antal svar, summa och summa av kvadrater hör ihop, men bara 2 av dem är ifyllda."),
    ({at("progression_change/steps_days#squares"): 6}, "counts-sums-impossible",
     at("progression_change/steps_days#n"),
     "Antal 4, summa 3 och kvadratsumma 6 kan inte höra ihop på en skala med högst 4 steg."),
    ({f"A{LINE['exits']}": "Utsparkade"}, "counts-file-unknown-row", f"A{LINE['exits']}",
     "Raden ”Utsparkade” finns inte i blanketten."),
    ({"D400": 5}, "counts-file-row-without-key", "A400",
     "Raden är ifylld, men det står inte vilken rad det är."),
    ({"A400": "AVSLUTADE ", "D400": 5}, "counts-file-row-twice", "A400", "Raden ”Avslutade” står mer än en gång."),
]  # fmt: skip


@pytest.mark.parametrize(("changed", "kind", "place", "found"), CELLS, ids=[f"{c[1]}-{c[2]}" for c in CELLS])
def test_a_wrong_cell_is_told_where_it_stands_and_nothing_is_taken(
    changed: dict[str, Any], kind: str, place: str, found: str
) -> None:
    assert (kind, place, found) in told(changed)


def test_a_place_says_the_address_and_what_the_cell_is():
    [problem] = read_template(workbook({at("unique"): 12}), NAME, [ASKED]).problems
    assert problem.place == f"{NAME}, blad {SHEET}, cell {at('unique')} (Unika deltagare i enheten, kvinnor)"


def test_everything_that_is_wrong_is_told_at_once():
    kinds = [kind for kind, _, _ in told({at("starts"): -1, at("exits"): "x", at("report:complete", "Text"): "vet ej"})]
    assert sorted(kinds) == ["counts-file-not-yes-or-no", "counts-negative", "counts-not-a-count"]


def test_a_half_filled_form_is_told_and_a_complete_one_has_its_blanks_for_a_reason():
    half = {at("report:complete", "Text"): "nej", at("exits"): None}
    [(kind, place, found)] = told(half)
    assert (kind, place) == ("counts-half-filled", NAME)
    assert "rutor är tomma, den första är" in found
    assert told({at("exits"): None, at("ongoing"): None}) == []


def test_a_row_that_was_deleted_is_not_taken_for_blank():
    gone = {f"{column}{LINE['exits']}": None for column in "ABCDEFG"}
    [(kind, place, found)] = told(gone)
    assert (kind, place) == ("counts-file-row-missing", f"A{HEAD}")
    assert found == "Raden ”Avslutade” finns inte längre i blanketten."


def test_merged_cells_are_told_and_a_formula_is_read():
    first, last = LINE["starts"], LINE["starts"] + 1
    found = told({}, merged=(f"C{first}:C{last}",))
    assert ("form-merged", f"C{first}", f"Cellerna C{first}:C{last} är sammanslagna.") in found
    assert told({at("starts"): ("=3+4", 7)}) == [
        ("form-formula", at("starts"), "Cellen har en formel. Dess värde, 7, har lästs.")
    ]


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        (b"", NAME, "form-empty"),
        (b"enhet;insats", NAME, "form-other-file"),
        (b"\xd0\xcf\x11\xe0" + bytes(600), NAME, "form-other-file"),
        (b"PK\x03\x04" + bytes(600), NAME, "form-broken"),
        (bytes(5_000_001), NAME, "form-too-large"),
        (workbook(), "siffror.xlsm", "form-macros"),
        (written({"A1": "Hej"}), NAME, "form-no-form"),
        (written(filled(), filled(), names=("Ny", "Gammal")), NAME, "form-several-forms"),
    ],
)  # fmt: skip
def test_what_is_no_form_says_what_it_is(data: bytes, name: str, kind: str) -> None:
    reading = read_template(data, name, [ASKED])
    assert reading.report is None
    assert [one.code for one in reading.problems] == [kind]


def test_a_hundred_megabytes_are_not_looked_into():
    large = io.BytesIO(bytes(100_000_000))
    with soon(1.0), with_little_memory(12):
        reading = read_template(large, NAME, [ASKED])
    assert [one.code for one in reading.problems] == ["form-too-large"]


def test_a_row_may_be_inserted_above_and_rows_may_change_places():
    moved = {f"{place[0]}{int(place[1:]) + 3}": value for place, value in filled().items()}
    swapped = dict(moved)
    first, second = LINE["starts"] + 3, LINE["exits"] + 3
    for column in "ABCDEFG":
        swapped[f"{column}{first}"], swapped[f"{column}{second}"] = (
            moved.get(f"{column}{second}"), moved.get(f"{column}{first}"),
        )  # fmt: skip
    for cells in (moved, swapped):
        assert read_template(written(cells), NAME, [ASKED]).report == REPORT


def test_the_form_is_of_what_is_asked():
    assert BLANK["C3"] == ASSOCIATION.name
    other = replace(ASKED, tables=("head_count",))
    reading = read_template(workbook(), NAME, [other])
    assert {one.code for one in reading.problems} == {"counts-file-unknown-row", "counts-file-row-missing"}


def test_asking_nothing_is_a_mistake_of_the_program():
    with pytest.raises(ValueError, match=NAME):
        read_template(workbook(), NAME, [])
