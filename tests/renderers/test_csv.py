"""How is a table written so that a Swedish Excel opens it with a double click?"""

import csv
import io

import pytest
from tests.renderers import sample

from samordna.domain.document import Comment, Row, Table, annotated
from samordna.renderers.csv import harmless, table_csv, tables_csv


def test_a_table_is_semicolons_decimal_commas_and_windows_lines() -> None:
    table = Table(
        "t",
        "Resultaträkning",
        sample.KRONOR_ORE,
        sample.columns("2024", "2023"),
        sample.lines(
            sample.KRONOR_ORE,
            ("Kostnader", sample.HEADING, "0", ()),
            ("5011|Arvoden|2", sample.DETAIL, "1", (-1_248_964_30, 0)),
            ("|Lokaler; hyra|", sample.DETAIL, "1", (None, sample.NO_FORECAST)),
        ),
        note_label="Not",
        code_label="Konto",
    )
    assert table_csv(table) == (
        "\ufeffKonto;Resultaträkning;Not;2024;2023;Enhet\r\n"
        ";Kostnader;;;;\r\n"
        "5011;Arvoden;2;-1248964,30;0,00;kr\r\n"
        ';"Lokaler; hyra";;;Prognosen för helåret är inte beslutad ännu.;\r\n'
    )


def test_several_tables_stand_under_their_titles_with_one_mark_at_the_start() -> None:
    table = Table(
        "t",
        "=Not 1",
        sample.KRONOR,
        sample.columns("2024"),
        sample.lines(sample.KRONOR, ("Hyra", sample.DETAIL, "0", (1_00,))),
        stub="Rad",
    )
    assert tables_csv([table, table]) == (
        "\ufeff'=Not 1\r\nRad;2024;Enhet\r\nHyra;1;kr\r\n\r\n'=Not 1\r\nRad;2024;Enhet\r\nHyra;1;kr\r\n"
    )


def test_figures_in_other_units_say_so_in_the_last_column() -> None:
    lines = table_csv(sample.key_figures()).splitlines()
    assert [line.rsplit(";", 1)[1] for line in lines] == ["Enhet", "kr", "kr", "%", "personer"]


@pytest.mark.parametrize("formula", ["=cmd|' /C calc'!A0", "+1+1", "-2+3", "@SUM(A1)", " =1", "\t=1", "＝1"])
def test_what_a_spreadsheet_would_run_gets_an_apostrophe(formula: str) -> None:
    assert harmless(formula).startswith("'")


def test_a_label_that_begins_with_a_minus_is_text_but_a_negative_figure_is_a_number() -> None:
    row = Row("r", "- Samtliga realisationsvinster", sample.DETAIL, (sample.cell(-100, sample.KRONOR),))
    table = Table("t", "Balanskrav", sample.KRONOR, sample.columns("2024"), (row,))
    assert table_csv(table).splitlines()[1] == "'- Samtliga realisationsvinster;-1;kr"


def test_the_note_stands_last_where_the_table_has_it_so() -> None:
    assert table_csv(sample.balance_sheet()).splitlines()[0].endswith("Utgående balans 2024-08-31;Not;Enhet")


def test_line_breaks_and_control_characters_cannot_make_a_new_row() -> None:
    row = Row("r", 'ett\r\n=2\x00 "x"', sample.DETAIL, (sample.BLANK,))
    table = Table("t", "T", sample.KRONOR, sample.columns("2024"), (row,))
    [_, found] = csv.reader(io.StringIO(table_csv(table)), delimiter=";")
    assert found[0] == 'ett =2\ufffd "x"'


def test_footnotes_leave_figures_as_they_are_and_are_listed_below() -> None:
    table = Table(
        "t",
        "Uppföljning",
        sample.KRONOR,
        sample.columns("Utfall", "Prognos"),
        sample.lines(
            sample.KRONOR, ("Hyra", sample.DETAIL, "0", (1_00, 2_00)), ("El", sample.DETAIL, "0", (3_00, 4_00))
        ),
        stub="Rad",
    )
    comments = (Comment("r2", "c2", "=Höjs i maj; inte \n juni."), Comment("r1", "", "Ny hyresvärd."))
    noted = annotated(table, (*comments, Comment("r2", "c2", "Bundet.")))
    assert table_csv(noted) == (
        "\ufeffRad;Utfall;Prognos;Enhet;Fotnot\r\n"
        "Hyra;1;2;kr;1\r\n"
        "El;3;4;kr;2, 3\r\n"
        "\r\n"
        "Fotnot;Gäller;Text\r\n"
        "1;Hyra;Ny hyresvärd.\r\n"
        '2;El, Prognos;"\'=Höjs i maj; inte   juni."\r\n'
        "3;El, Prognos;Bundet.\r\n"
    )
