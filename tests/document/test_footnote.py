"""Comments become footnotes in the order in which a reader meets their marks."""

import random

import pytest

from samordna.domain.document import BLANK, Column, Comment, Footnote, Missing, Row, RowKind, Table, annotated
from samordna.domain.values.unit import KRONOR

TABLE = Table(
    "follow_up",
    "Uppföljning",
    KRONOR,
    (Column("actual", "Utfall"), Column("forecast", "Prognos")),
    (
        Row("insatser", "Insatser", RowKind.HEADING),
        Row("3001", "Almby", RowKind.DETAIL, (BLANK, Missing("senare"))),
        Row("3014", "Granby", RowKind.DETAIL, (BLANK, BLANK)),
    ),
)
HOUSE = Comment("3014", "actual", "Hyran är betald i förskott.")
AGREED = Comment("3001", "forecast", "Enligt avtalet.")
OWN = Comment("3001", "", "Bytte namn i mars.")
GROUP = Comment("insatser", "", "Köp av verksamhet.")


def placed(table: Table) -> list[tuple[int, str, str]]:
    return [(note.number, note.row, note.column) for note in table.footnotes]


def test_notes_are_numbered_row_by_row_the_rows_own_before_those_of_its_cells() -> None:
    assert annotated(TABLE, (HOUSE, AGREED, OWN, GROUP)).footnotes == (
        Footnote(1, "insatser", "", "Köp av verksamhet."),
        Footnote(2, "3001", "", "Bytte namn i mars."),
        Footnote(3, "3001", "forecast", "Enligt avtalet."),
        Footnote(4, "3014", "actual", "Hyran är betald i förskott."),
    )


def test_several_at_one_cell_keep_their_order_and_say_nothing_twice() -> None:
    more = Comment("3001", "forecast", "Beslutat i maj.")
    noted = annotated(TABLE, (more, HOUSE, AGREED, more))
    assert [note.text for note in noted.footnotes] == ["Beslutat i maj.", "Enligt avtalet.", HOUSE.text]


def test_the_same_text_at_two_cells_is_two_notes() -> None:
    noted = annotated(TABLE, (AGREED, AGREED._replace(row="3014")))
    assert placed(noted) == [(1, "3001", "forecast"), (2, "3014", "forecast")]


@pytest.mark.parametrize("seed", range(5))
def test_in_whatever_order_comments_come_the_notes_are_the_same(seed: int) -> None:
    given = [HOUSE, AGREED, OWN, GROUP]
    random.Random(seed).shuffle(given)
    assert annotated(TABLE, given) == annotated(TABLE, (HOUSE, AGREED, OWN, GROUP))


@pytest.mark.parametrize(
    "unseen",
    [
        Comment("3099", "actual", "Raden visas inte."),
        Comment("3001", "budget", "Kolumnen visas inte."),
        Comment("insatser", "actual", "En rubrik har inga celler."),
        Comment("3001", "actual", "  "),
    ],
)
def test_what_the_table_does_not_show_or_nobody_said_is_no_note(unseen: Comment) -> None:
    assert annotated(TABLE, (unseen, OWN)) == annotated(TABLE, (OWN,))


def test_notes_that_were_there_stay_before_comments_of_the_same_place() -> None:
    before = annotated(TABLE, (AGREED, HOUSE))
    after = annotated(before, (Comment("3001", "forecast", "Ny bedömning."), OWN))
    assert [note.text for note in after.footnotes] == [OWN.text, AGREED.text, "Ny bedömning.", HOUSE.text]
    assert annotated(after, ()) == after


def test_a_table_without_comments_is_the_same_table() -> None:
    assert annotated(TABLE, ()) == TABLE
