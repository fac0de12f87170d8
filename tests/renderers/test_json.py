"""How is a document, or only its tables, written for a machine?"""

import json

from tests.renderers import sample
from tests.renderers.sample_report import hostile_document, sample_document

from samordna.domain.document import Document, Row, Section, Table
from samordna.domain.values.unit import KRONOR_ORE
from samordna.renderers.json import document_json, tables_json


def document(*tables: Table) -> Document:
    return Document("d", "Titel", "", "Förbundet", (Section("s", "Tabeller", blocks=tables),))


def rows(table: Table) -> dict[str, dict[str, object]]:
    [statement] = json.loads(tables_json(document(table)))["statements"]
    return {row["id"]: row for row in statement["rows"]}


def test_a_table_is_written_by_row_and_column_id() -> None:
    table = Table(
        "income",
        "Resultaträkning",
        KRONOR_ORE,
        sample.columns("2024", "2023"),
        sample.lines(
            KRONOR_ORE,
            ("Kostnader", sample.HEADING, "0", ()),
            ("|Arvoden|2", sample.DETAIL, "1", (-8_489_643, None)),
            ("RES1|Nettokostnad", sample.RESULT, "0", (0, sample.NO_FORECAST)),
        ),
    )
    assert json.loads(tables_json(document(table))) == {
        "statements": [
            {
                "id": "income",
                "title": "Resultaträkning",
                "unit": "kr_ore",
                "columns": [{"id": "c1", "label": "2024"}, {"id": "c2", "label": "2023"}],
                "rows": [
                    {"id": "r1", "label": "Kostnader", "kind": "heading", "note": "", "values": {}},
                    {
                        "id": "r2",
                        "label": "Arvoden",
                        "kind": "detail",
                        "note": "2",
                        "values": {"c1": "-84896.43", "c2": None},
                    },
                    {
                        "id": "r3",
                        "label": "Nettokostnad",
                        "kind": "result",
                        "note": "",
                        "code": "RES1",
                        "values": {"c1": "0.00", "c2": None},
                        "missing": {"c2": sample.NO_FORECAST},
                    },
                ],
            }
        ]
    }


def test_a_row_in_another_unit_than_its_table_says_which() -> None:
    found = rows(sample.key_figures())
    assert found["solidity"]["unit"] == "percent"
    assert found["solidity"]["values"] == {"c1": "65", "c2": "82", "c3": "48", "c4": "100"}
    assert found["staff"]["unit"] == "persons"
    assert "unit" not in found["net"]


def test_a_row_in_several_units_says_which_figures_are_not_in_the_tables() -> None:
    money, people = sample.cell(100, sample.KRONOR), sample.cell(7, sample.PERSONS)
    mixed = Row("m", "Kostnad och antal", sample.DETAIL, (money, people))
    table = Table("t", "T", sample.KRONOR, sample.columns("Kostnad", "Antal"), (mixed,))
    assert rows(table)["m"]["units"] == {"c2": "persons"}


def test_there_is_one_entry_for_each_table_those_behind_charts_included() -> None:
    written = json.loads(tables_json(sample_document()))
    assert [entry["id"] for entry in written["statements"]] == [
        "key_figures", "lines_table", "bars_table", "horizontal_bars_table",
        "income", "income_kr", "balance", "note1", "follow_up",
    ]  # fmt: skip


def test_the_whole_document_tells_the_origin_of_every_figure() -> None:
    written = json.loads(document_json(sample_document()))
    [table] = [block for block in written["sections"][3]["blocks"] if block["type"] == "table"]
    assert table["rows"][0]["origins"]["c1"] == {
        "accounts": "5538",
        "period": "2024-01..2024-08",
        "measure": "movement",
        "imports": "3",
    }
    assert table["rows"][-1]["origins"]["c1"] == {"how": "sum", "rule": "Summan av raderna ovanför", "parts": []}
    assert table["remarks"] == ["Konto 5541 används inte 2024 men visas för jämförelsens skull."]


def test_figures_in_sentences_keep_their_reference_and_text() -> None:
    written = json.loads(document_json(sample_document()))
    summary = written["sections"][0]["sections"][0]["blocks"]
    before, figure, *_ = summary[0]["parts"]
    assert before == "Perioden gav ett resultat på "
    assert (figure["reference"], figure["text"], figure["decimal"], figure["unit"]) == (
        "income.r23.c1",
        "112\u00a0090\u00a0kr",
        "112090",
        "kr",
    )
    assert summary[2]["items"][2]["figure"]["missing"] == sample.NO_FORECAST


def test_every_kind_of_block_has_its_type() -> None:
    def types(section: dict[str, list[dict[str, object]]]) -> set[object]:
        return {block["type"] for block in section["blocks"]}.union(*map(types, section["sections"]))

    written = json.loads(document_json(sample_document()))
    found = set().union(*map(types, written["sections"]))
    assert found == {"paragraph", "list", "table", "chart", "highlights", "signatures"}


def test_the_form_is_stable_and_meant_for_comparing() -> None:
    text = document_json(sample_document())
    assert text == document_json(sample_document())
    assert text.endswith("\n}\n")
    assert "Förvaltningsberättelse" in text
    assert text.startswith('{\n "id": "sample",\n "title":')


def test_hostile_text_is_the_same_text_to_the_reader() -> None:
    written = json.loads(document_json(hostile_document()))
    assert written["title"] == sample.HOSTILE


def test_half_a_surrogate_pair_can_still_be_saved_as_utf8() -> None:
    broken = Document("d", "halv \ud83d", "", "", ())
    text = document_json(broken)
    assert json.loads(text.encode("utf-8"))["title"] == "halv \ud83d"


def test_footnotes_are_listed_with_the_ids_of_their_row_and_column() -> None:
    [statement] = json.loads(tables_json(document(sample.annotated_follow_up())))["statements"]
    assert statement["footnotes"][1:3] == [
        {"number": 2, "row": "r9", "column": None, "text": "Bildades den 1 januari 2024."},
        {"number": 3, "row": "r9", "column": "c1", "text": sample.COMMENTS[0].text},
    ]
    assert "footnotes" not in json.loads(tables_json(document(sample.follow_up())))["statements"][0]
