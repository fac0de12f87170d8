"""Pairs of main income are within what else is told of those who ended, and come in by every way in."""

import pytest
from tests.participation.sample import ASSOCIATION, Counts, asked, cells_of, report, told
from tests.sources.budgets.forms import cells_of as written_in
from tests.sources.budgets.forms import written
from tests.sources.counts.handed_in import KEY, KEYS

from samordna.domain.participation.asked import Asked, with_blanks
from samordna.domain.participation.code_lists import INCOMES_OF
from samordna.domain.participation.count_form import count_form, row_names
from samordna.domain.participation.counts_report import CountsReport, Place
from samordna.domain.participation.filling import rows_to_fill
from samordna.domain.participation.tables import TABLES, TRANSITIONS
from samordna.domain.values.counted import RawCount
from samordna.sources.counts import read_counts_table, read_packet, read_template, write_packet

KEPT = ("exits", "exits_by_income_at_start", "exits_by_income_at_end", "exits_by_income_transition")
ALONE = ("exits", "exits_by_income_transition")
START, END = "”Avslutade: försörjning vid start”", "”Avslutade: försörjning vid avslut”"
ENDED: Counts = {
    ("exits",): (3, 2, 0),
    ("exits_by_income_at_start", "sickness_benefit"): (2, 1, 0),
    ("exits_by_income_at_start", "social_assistance"): (1, 2, 0),
    ("exits_by_income_at_end", "sickness_benefit"): (1, 0, 0),
    ("exits_by_income_at_end", "activity_support"): (1, 1, 0),
    ("exits_by_income_at_end", "no_public"): (1, 1, 0),
    ("exits_by_income_transition", "sickness", "sickness"): (1, 0, 0),
    ("exits_by_income_transition", "sickness", "no_public"): (1, 1, 0),
    ("exits_by_income_transition", "social_assistance", "unemployment"): (1, 1, 0),
}


def ended(changed: Counts | None = None, tables: tuple[str, ...] = KEPT) -> CountsReport:
    """Return a report of those who ended, nobody in the rows that are not told."""
    rows = {**ENDED, **(changed or {})}
    every = {(one.table, *one.codes): (0, 0, 0) for key in tables for one in asked().places(TABLES[key])}
    wanted = {key: value for key, value in {**every, **rows}.items() if key[0] in tables}
    return report(cells=with_blanks(cells_of(wanted), asked(tables=tables)))


def test_pairs_that_agree_with_all_that_is_told_are_right():
    assert told(ended()) == []


@pytest.mark.parametrize(
    ("changed", "kind", "found"),
    [
        ({("exits_by_income_transition", "sickness", "sickness"): (2, 0, 0)}, "tables-differ",
         "Raderna blir tillsammans 4, men ”Avslutade” är 3."),
        ({("exits_by_income_transition", "sickness", "sickness"): (0, 0, 0),
          ("exits_by_income_transition", "no_public", "sickness"): (1, 0, 0)}, "main-above-all",
         f"Ingen offentlig försörjning är den huvudsakliga för 1, men i {START} har bara 0"),
        ({("exits_by_income_transition", "sickness", "sickness"): (0, 0, 0),
          ("exits_by_income_transition", "sickness", "unemployment"): (1, 0, 0)}, "main-above-all",
         f"A-kassa eller aktivitetsstöd är den huvudsakliga för 2, men i {END} har bara 1"),
    ],
)  # fmt: skip
def test_pairs_that_do_not_are_told_with_both_figures(changed: Counts, kind: str, found: str):
    assert [words.removesuffix(" den alls.") for one, _, words in told(ended(changed)) if one == kind] == [found]


def test_pairs_without_the_other_tables_are_held_against_those_who_ended_only():
    assert told(ended(tables=ALONE), asked(tables=ALONE)) == []


def what() -> Asked:
    return asked(tables=KEPT)


def right() -> CountsReport:
    return ended({("exits_by_income_at_start", "social_assistance"): (1, 1, 0)})


def test_every_pair_has_a_row_of_its_own_in_the_forms_with_words_that_differ():
    rows = rows_to_fill(TRANSITIONS, what())
    assert len(rows) == len(INCOMES_OF) ** 2
    names = row_names(what())
    words = [names[one.key][1] for one in rows]
    assert len(set(words)) == len(words)
    assert "Försörjningsstöd, till ingen offentlig försörjning" in words


def test_the_workbook_the_packet_and_the_table_of_several_units_make_the_same_report():
    one = right()
    assert told(one) == []
    assert read_packet(write_packet(one, ASSOCIATION.key, KEY), "a.json", [what()], KEYS).report == one
    cells, names = written_in(count_form(what())), row_names(what())
    [head] = [int(place[1:]) for place, value in cells.items() if value == "Tabell"]
    line = {key: at for at, key in enumerate(names, start=head + 1)}
    cells[f"G{line['report:complete']}"], cells[f"G{line['report:vouched_by']}"] = "ja", "enhetschef"
    flat = ["enhet;insats;period;rad;kvinnor;män;okänt kön;totalt;text"]
    before = f"{what().unit.name};{what().activity.name};{what().period}"
    flat += [f"{before};report:complete;;;;;ja", f"{before};report:vouched_by;;;;;enhetschef"]
    for table in what().count_tables:
        for row in rows_to_fill(table, what()):
            genders = [one.by_place[Place(table.key, row.codes, gender)] for gender in table.genders]
            counts = [value.count for value in genders if isinstance(value, RawCount)]
            for column, count in zip("CDE", counts, strict=True):
                cells[f"{column}{line[row.key]}"] = count
            flat.append(f"{before};{row.key};{';'.join(map(str, counts))};;")
    assert read_template(written(cells), "a.xlsx", [what()]).report == one
    [reading] = read_counts_table("a.csv", "\n".join((*flat, "")).encode(), [what()])
    assert reading.report == one
