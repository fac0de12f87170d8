"""A booking order as a document: every row, its grounds, a place to sign; each figure says where it comes from."""

from tests.plan.orders import ALL, CHART, PARTIES, REGISTER, SPRING
from tests.statements.ledger import printed

from samordna.domain.document import BulletList, EnteredOrigin, Number, Signatures, blocks_of, tables_of
from samordna.domain.plan.accrual_accounts import proposed_accounts
from samordna.domain.plan.booking_order import booking_order
from samordna.domain.plan.order_document import order_document, owed_origin
from samordna.renderers.pdf import render_pdf
from samordna.renderers.text import render_text

ORDER = booking_order(7, ALL, proposed_accounts(ALL, REGISTER, CHART, ["3010"]), REGISTER, CHART)
DOCUMENT = order_document(ORDER, "Samordningsförbundet Exempel", "222000-0000")
(TABLE,) = tables_of(DOCUMENT)


def test_the_rows_stand_under_what_they_are_booked_as():
    assert [line.rstrip() for line in printed(TABLE).splitlines()] == [
        "Debet | Kredit",
        "Upplupen kostnad t.o.m. 2024-04, 3011 Almby",
        "  5010 Insatser: 203,33 |",
        "  2990 Upplupna kostnader:  | 203,33",
        "Upplupen kostnad t.o.m. 2024-04, 1010 Kansli, projektledning",
        "  6010 Konsulter: 50,00 |",
        "  2990 Upplupna kostnader:  | 50,00",
        "Upplupen intäkt t.o.m. 2024-04, 4001 Projektet Steget",
        "  1790 Interimsfordringar: 80,00 |",
        "  3990 Projektmedel:  | 80,00",
        "Upplupna bidrag t.o.m. 2024-04",
        "  1790 Interimsfordringar: 150,00 |",
        "  3010 Bidrag:  | 150,00",
        "Summa: 483,33 | 483,33",
    ]
    assert [row.note for row in TABLE.rows if row.note] == ["3011", "1010, projekt 10", "4001"]


def test_a_figure_comes_from_what_is_owed():
    cell = TABLE.cell("1-1", "debit")
    assert isinstance(cell, Number)
    assert cell.origin == EnteredOrigin(ALL[0].how, "owed:3011", "unbooked", SPRING)
    assert owed_origin(PARTIES).key == "owed:contributions"
    total = TABLE.cell("total", "credit")
    assert isinstance(total, Number)
    assert [part.exact for part in total.origin.parts] == [203_33, 50_00, 80_00, 150_00]


def test_the_grounds_and_the_places_to_sign_are_there():
    grounds = next(block for block in blocks_of(DOCUMENT) if isinstance(block, BulletList))
    assert [item.text for item in grounds.items][::3] == [f"3011 Almby: {ALL[0].how}", PARTIES.how]
    signed = next(block for block in blocks_of(DOCUMENT) if isinstance(block, Signatures))
    assert [item.role for item in signed.items] == ["Beslutas av", "Bokförd av"]
    assert "verifikationsnummer" in signed.items[1].body


def test_every_writer_can_write_it():
    text = render_text(DOCUMENT)
    for words in ("Bokningsorder 7", "30 april 2024", "222000-0000", "1010, projekt 10", "483,33", "Beslutas av"):
        assert words in text
    assert render_pdf(DOCUMENT).startswith(b"%PDF")
