"""One field finds what there is, and only what one may see: whole answers beside small books."""

import pytest
from django.db import connection
from tests.large_ledger import large_ledger

from samordna.access.actor import Actor
from samordna.access.models import Role
from samordna.office.actions import TERMINAL, LedgerFile, take_ledgers
from samordna.office.questions.front.search import ON_A_PAGE, SearchAnswer, search
from samordna.office.store.word_rows import MOST_OF_A_VOUCHER, TABLE

pytestmark = pytest.mark.usefixtures("association_folder")

ECONOMIST, BOARD = Actor("Ekonom", 1, Role.ECONOMIST), Actor("Ledamot", 2, Role.BOARD)

BOOKS = """#FLAGGA 0
#SIETYP 4
#FNAMN "Samordningsförbundet Exempel"
#RAR 0 {year}0101 {year}1231
#OMFATTN {year}0831
#KONTO 1930 "Bank"
#KTYP 1930 T
#KONTO 5010 "Lokalhyra"
#KTYP 5010 K
#KONTO 6230 "Datakommunikation och telefoni"
#KTYP 6230 K
#DIM 1 "Kostnadsställe"
#OBJEKT 1 "3001" "Aktiv Kraft Borås"
#IB 0 1930 0.00
#VER A 1 {year}0110 "Hyra Östersund"
{{
#TRANS 5010 {{1 "3001"}} 1234.50
#TRANS 1930 {{}} -1234.50
}}
#VER A 123 {year}0211 "Telefoni"
{{
#TRANS 6230 {{}} 1234.99 {year}0211 "Åkeri AB, faktura 77-12"
#TRANS 1930 {{}} -1234.99
}}
#VER B 123 {year}0312 "HYRA av lokal"
{{
#TRANS 5010 {{}} 12.00
#TRANS 1930 {{}} -12.00
}}
"""


def take(name: str = "a.se", *, year: int = 2024, changed: tuple[str, str] = ("", "")) -> None:
    text = BOOKS.format(year=year).replace(*changed)
    take_ledgers([LedgerFile(name, text.replace("\n", "\r\n").encode("cp437"))], by=TERMINAL)


def told(answer: SearchAnswer) -> dict[str, list[str]]:
    """Return the answer as lists of lines, what was looked for in brackets; kinds without hits left out."""
    groups = {
        "accounts": [words(hit.title) for hit in answer.accounts.rows],
        "objects": [f"{words(hit.title)} ({hit.dimension})" for hit in answer.objects.rows],
        "numbers": [voucher(hit) for hit in answer.numbers.rows],
        "amounts": [voucher(hit) for hit in answer.amounts.rows],
        "texts": [voucher(hit) for hit in answer.texts.rows],
    }
    return {kind: hits for kind, hits in groups.items() if hits}


def words(title) -> str:
    return "".join(f"[{text}]" if found else text for text, found in title)


def voucher(hit) -> str:
    amount = f" {hit.account}: {hit.amount.text}" if hit.amount else ""
    return f"{hit.name} {hit.date} {words(hit.text)}{amount}".replace("\u00a0", " ").replace("\u2212", "-")


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        ("5010", {"accounts": ["[5010] Lokalhyra"]}),
        ("telefon", {"accounts": ["6230 Datakommunikation och [telefon]i"], "texts": ["A 123 2024-02-11 [Telefon]i"]}),
        ("borås AKTIV", {"objects": ["3001 [Aktiv] Kraft [Borås] (Kostnadsställe)"]}),
        ("boras", {}),
        ("A 123", {"numbers": ["A 123 2024-02-11 Telefoni"]}),
        ("a123", {"numbers": ["A 123 2024-02-11 Telefoni"]}),
        ("B-123", {"numbers": ["B 123 2024-03-12 HYRA av lokal"]}),
        ("123", {"numbers": ["B 123 2024-03-12 HYRA av lokal", "A 123 2024-02-11 Telefoni"]}),
        ("C 123", {}),
        ("1 234,50", {"amounts": ["A 1 2024-01-10 Hyra Östersund 1930: -1 234,50"]}),
        ("-1234,5", {"amounts": ["A 1 2024-01-10 Hyra Östersund 1930: -1 234,50"]}),
        (
            "1234",
            {
                "amounts": [
                    "A 1 2024-01-10 Hyra Östersund 1930: -1 234,50",
                    "A 123 2024-02-11 Telefoni 1930: -1 234,99",
                ]
            },
        ),
        ("1234,51", {}),
        ("hyra", {"texts": ["B 123 2024-03-12 [HYRA] av lokal", "A 1 2024-01-10 [Hyra] Östersund"]}),
        ("ÖSTER hyr", {"texts": ["A 1 2024-01-10 [Hyr]a [Öster]sund"]}),
        ("oster", {}),
        ("åkeri 77", {"texts": ["A 123 2024-02-11 Telefoni · [Åkeri] AB, faktura [77]-12"]}),
        ("telefoni åkeri", {"texts": ["A 123 2024-02-11 [Telefoni] · [Åkeri] AB, faktura 77-12"]}),
        ("keri", {}),
        ("v", {}),
    ],
)
def test_what_is_asked_for_is_found_and_nothing_else(asked, answer):
    take()
    assert told(search(asked, by=ECONOMIST)) == answer


def test_lines_of_statements_lead_to_where_they_are_shown():
    take()
    answer = search("periodens resultat balansräkning", by=BOARD)
    assert [(hit.statement, hit.place.statement, hit.place.line, hit.place.column) for hit in answer.lines.rows] == [
        ("Balansräkning", "balance", "periodens_resultat", "actual")
    ]
    [whole] = search("balansräkning", by=BOARD).lines.rows[:1]
    assert (whole.statement, whole.place) == ("Balansräkning", None)


def test_help_is_found_its_titles_first():
    hits = search("underlag", by=BOARD).help.rows
    assert hits[0].id == "underlag"
    assert len(hits) > 1


def test_who_may_not_read_vouchers_finds_none_of_them():
    take()
    for asked in ("A 123", "1234,50", "telefon"):
        answer = search(asked, by=BOARD)
        assert not answer.vouchers
        assert (len(answer.numbers), len(answer.amounts), len(answer.texts)) == (0, 0, 0)
    assert len(search("telefon", by=BOARD).accounts) == 1


def test_only_the_current_import_of_a_year_is_searched():
    take()
    take("b.se", changed=("Hyra Östersund", "Hyra Umeå"))
    assert told(search("östersund", by=ECONOMIST)) == {}
    assert told(search("umeå", by=ECONOMIST)) == {"texts": ["A 1 2024-01-10 Hyra [Umeå]"]}
    assert len(search("1234,50", by=ECONOMIST).amounts) == 1
    assert len(search("A 123", by=ECONOMIST).numbers) == 1


def test_vouchers_of_every_year_are_found_the_latest_import_first():
    take(year=2023)
    take("b.se", year=2024)
    assert told(search("östersund", by=ECONOMIST))["texts"] == [
        "A 1 2024-01-10 Hyra [Östersund]",
        "A 1 2023-01-10 Hyra [Östersund]",
    ]


def test_before_anything_is_read_help_is_found_and_nothing_breaks():
    answer = search("underlag", by=ECONOMIST)
    assert answer.count == len(answer.help) > 0


@pytest.mark.parametrize("nothing", ["", "   ", "?", "\x00", "–", "* \" ' ; --", "()"])
def test_nothing_to_look_for_finds_nothing(nothing):
    take()
    assert search(nothing, by=ECONOMIST).count == 0


HOSTILE = (
    "hyra'", 'hyra"', "hyra*", "NEAR(hyra 2)", "hyra OR bank", "hyra AND", "NOT hyra", "words:hyra", "hyra:*",
    "hyra & !bank", "hyra | bank", "<->", "'; DROP TABLE store_voucher; --", "hyra\x00bank", "%", "_", "\\",
    "a" * 10_000, "å " * 5_000,
    "hyra " * 2_000, "\ud800", "{hyra}", "^hyra", "hyra + bank", "1" * 5_000, "9999999999999,99", "-0", "0",
    "\u202ehyra",    "A 9223372036854775808", "\U0001f600",
)  # fmt: skip


@pytest.mark.parametrize("asked", HOSTILE, ids=range(len(HOSTILE)))
def test_what_looks_like_a_query_language_is_only_words(asked):
    take()
    answer = search(asked, by=ECONOMIST)
    assert answer.count <= 7 * ON_A_PAGE
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM store_voucher")
        assert cursor.fetchone() == (3,)


def test_a_word_of_a_query_language_is_a_word_like_others():
    take(changed=("Hyra Östersund", "NEAR OR NOT"))
    assert told(search("near or", by=ECONOMIST)) == {"texts": ["A 1 2024-01-10 [NEAR] [OR] NOT"]}


def test_more_than_is_shown_is_told():
    take_ledgers([LedgerFile("stor.se", large_ledger(400))], by=TERMINAL)
    answer = search("löner", by=ECONOMIST)
    assert (len(answer.texts), answer.texts.more) == (ON_A_PAGE, True)
    few = search("löner", by=ECONOMIST, most=3)
    assert [hit.id for hit in few.texts.rows] == [hit.id for hit in answer.texts.rows[:3]]
    assert not search("lokalhyra", by=ECONOMIST).accounts.more


def test_a_voucher_with_more_words_than_are_kept_is_found_by_those_that_are():
    rows = "".join(f'#TRANS 5010 {{}} 1.00 20240101 "{"x" * 60}{number}"\n' for number in range(5_000))
    balancing = "#TRANS 1930 {} -5000.00\n"
    take(changed=('"Hyra Östersund"\n{\n', f'"Hyra Östersund"\n{{\n{rows}{balancing}'))
    assert len(search("A 1", by=ECONOMIST).numbers) == 1
    assert len(search("x" * 60, by=ECONOMIST).texts) == 1
    assert MOST_OF_A_VOUCHER < 5_000 * 60


def test_the_index_of_words_is_only_added_to():
    """SQLite lets no trigger watch such a table; this one is made without what it would take to find a row in it."""
    take()
    key = "rowid" if connection.vendor == "sqlite" else "voucher_id"
    one = f"WHERE {key} = 100000000"
    for statement in (f"DELETE FROM {TABLE} {one}", f"UPDATE {TABLE} SET words = 'x' {one}"):
        with pytest.raises(Exception, match=r"only added to|does not support scanning"), connection.cursor() as cursor:
            cursor.execute(statement)
    assert len(search("hyra", by=ECONOMIST).texts) == 2
