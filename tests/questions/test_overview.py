"""How things stand: the very figures of the statements, and cost centres that add up to the whole."""

from pathlib import Path

import pytest
from django.utils import timezone
from tests.large_ledger import large_ledger
from tests.questions.demo_books import read_in
from tests.statements.ledger import printed

from samordna.access.actor import Actor
from samordna.access.models import Invitation, Role, User
from samordna.domain.document import Number, tables_of
from samordna.domain.statements.span import Asked
from samordna.domain.values.period import Period
from samordna.domain.values.problem import Refused
from samordna.office import questions
from samordna.office.actions import TERMINAL, LedgerFile, hand_in, take_ledgers
from samordna.office.questions import Awaits
from samordna.office.questions.front.overview import overview
from samordna.office.questions.statements.object_accounts import object_accounts
from samordna.office.store import models

LEDGERS = Path(__file__).parents[2] / "src" / "samordna" / "demo" / "ledgers"
ECONOMIST, ADMINISTRATOR = Actor("Ekonom", 1, Role.ECONOMIST), Actor("Adm", 2, Role.ADMINISTRATOR)
BOARD = Actor("Ledamot", 3, Role.BOARD)
ASKED = Asked.of(Period(202401, 202408))

BOOKS = """#FLAGGA 0
#SIETYP 4
#FNAMN "Samordningsförbundet Exempel"
#RAR 0 {year}0101 {year}1231
#OMFATTN {year}0331
#KONTO 1930 "Bank"
#KTYP 1930 T
#KONTO 2010 "Eget kapital"
#KTYP 2010 S
#KONTO 3010 "Bidrag"
#KTYP 3010 I
#KONTO 5010 "Lokalhyra"
#KTYP 5010 K
#KONTO 9990 "Okänt"
#KTYP 9990 K
#DIM 1 "Kostnadsställe"
#OBJEKT 1 "10" "Norr"
#OBJEKT 1 "20" "Söder"
#OBJEKT 1 "90" "Bidrag"
#IB 0 1930 {opening}.00
#IB 0 2010 -{opening}.00
#VER A 1 {year}0110 "Hyra"
{{
#TRANS 5010 {{1 "10"}} {rent}
#TRANS 5010 {{1 "20"}} 2000.00
#TRANS 5010 {{}} 500.00
#TRANS 1930 {{}} -{paid}
}}
#VER A 2 {year}0210 "Bidrag"
{{
#TRANS 3010 {{1 "90"}} -10000.00
#TRANS 1930 {{}} 10000.00
}}
#VER A 3 {year}0310 "Övrigt"
{{
#TRANS 9990 {{1 "10"}} 100.00
#TRANS 1930 {{}} -100.00
}}
"""


def take(year: int = 2024, *, rent: int = 4000, opening: int = 1000) -> None:
    text = BOOKS.format(year=year, rent=f"{rent}.00", paid=f"{rent + 2500}.00", opening=opening)
    take_ledgers([LedgerFile(f"{year}.se", text.replace("\n", "\r\n").encode("cp437"))], by=TERMINAL)


def told(shown) -> list[str]:
    """Return the figures of the overview, each with what it is compared with."""
    lines = []
    for one in shown.standings:
        before = f"{one.before.heading} {one.before.cell.text}" if one.before else "-"
        lines.append(f"{one.label}: {one.now.heading} {one.now.cell.text} | {before}")
    return [line.replace("\u00a0", " ").replace("\u2212", "-") for line in lines]


OF_ROUNDED_ROWS = (
    "Summorna är av de avrundade raderna: de kan skilja sig i sista siffran från summor som är räknade på öret."
)


@pytest.mark.usefixtures("association_folder")
def test_the_overview_of_small_books_whole():
    take(2023, rent=3000, opening=500)
    take(2024)
    shown = overview(by=BOARD)
    assert shown.asked == Asked.of(Period(202401, 202403))
    assert told(shown) == [
        "Periodens resultat: Utfall jan–mar 2024 3 400 | Utfall jan–mar 2023 4 400",
        "Summa eget kapital: 2024-03-31 4 400 | 2023-12-31 4 900",
        "Kassa och bank: 2024-03-31 4 400 | 2023-12-31 4 900",
    ]
    assert printed(shown.cost.chart.table) == (
        "jan–mar 2024 | jan–mar 2023\njanuari: 7 | 6\nfebruari: 0 | 0\nmars: 0 | 0\n"
    )
    assert printed(shown.centres) == (
        "jan–mar 2024 | jan–mar 2023\n"
        "10 Norr: 4 | 3\n"
        "20 Söder: 2 | 2\n"
        "Överskott eller noll (1): -10 | -10\n"
        "Utan kostnadsställe: 1 | 1\n"
        "Hela förbundet: -3 | -4\n"
    )
    assert [problem.code for problem in shown.findings].count("account-without-line") == 1
    assert shown.latest.taken.file_name == "2024.se"


@pytest.mark.usefixtures("association_folder")
def test_what_is_booked_on_a_cost_centre_is_told_by_account():
    take(2023, rent=3000, opening=500)
    take(2024)
    shown = object_accounts(("1", "10"), Asked.of(Period(202401, 202403)))
    assert (shown.name, shown.dimension) == ("Norr", "Kostnadsställe")
    assert printed(shown.table) == (
        "jan–mar 2024 | jan–mar 2023\n"
        "5010 Lokalhyra: 4 000,00 | 3 000,00\n"
        "9990 Okänt: 100,00 | 100,00\n"
        "Summa: 4 100,00 | 3 100,00\n"
    )
    assert object_accounts(("1", "77"), ASKED) is None
    assert object_accounts(("6", "10"), ASKED) is None


@pytest.mark.usefixtures("association_folder")
def test_a_year_without_a_year_before_is_compared_with_what_it_opened_with_and_nothing_else():
    take(2024)
    shown = overview(by=BOARD)
    assert told(shown) == [
        "Periodens resultat: Utfall jan–mar 2024 3 400 | -",
        "Summa eget kapital: 2024-03-31 4 400 | 2023-12-31 1 000",
        "Kassa och bank: 2024-03-31 4 400 | 2023-12-31 1 000",
    ]
    assert [column.id for column in shown.centres.columns] == ["actual"]


@pytest.mark.usefixtures("association_folder")
def test_cost_centres_add_up_to_the_result_also_when_there_are_many():
    take_ledgers([LedgerFile("stor.se", large_ledger(500))], by=TERMINAL)
    shown = overview(by=BOARD)
    rows = {row.id: row.cells[0].exact for row in shown.centres.rows}
    assert len(rows) == 10 + len([row for row in rows if row.startswith(":")])
    whole = rows.pop(":whole")
    assert sum(rows.values()) == whole
    [result] = [one.now.cell for one in shown.standings if one.word == "result"]
    assert whole == -result.exact


@pytest.mark.parametrize("association", ["sjuharad", "insjoriket"])
@pytest.mark.usefixtures("association_folder")
def test_every_figure_is_the_statements_own(association):
    models.Association.objects.update(layout=association)
    files = [LedgerFile(path.name, path.read_bytes()) for path in sorted(LEDGERS.glob(f"{association}-*.se"))]
    take_ledgers(files, by=TERMINAL)
    shown = overview(by=BOARD, asked=ASKED)
    assert [one.word for one in shown.standings] == ["result", "equity", "cash"]
    tables = {table.id: table for table in tables_of(questions.statements(ASKED))}
    figures = [standing for one in shown.standings for standing in (one.now, one.before)]
    for standing in figures:
        place = standing.place
        cell = tables[place.statement].cell(place.row, place.column)
        assert isinstance(cell, Number)
        assert (abs(cell.exact), cell.unit, cell.origin) == (
            abs(standing.cell.exact),
            standing.cell.unit,
            standing.cell.origin,
        )
    by_month = shown.cost.chart.table
    place = shown.cost.place
    whole = tables[place.statement].cell(place.row, place.column)
    assert sum(row.cells[0].exact for row in by_month.rows) == abs(whole.exact)


@pytest.mark.usefixtures("association_folder")
def test_equity_and_a_surplus_are_plus_whatever_side_the_statement_shows():
    models.Association.objects.update(layout="insjoriket")
    take(2024)
    equity = overview(by=BOARD).standings[1]
    assert equity.now.cell.text.replace("\u00a0", " ") == "4 400"


@pytest.mark.usefixtures("association_folder")
def test_a_cost_centre_reads_the_same_on_the_overview_in_the_follow_up_and_on_its_own_page():
    read_in("sjuharad")
    centres = overview(by=BOARD, asked=ASKED).centres
    followed = next(t for t in tables_of(questions.statements(ASKED)) if t.id == "cost-centres")
    same = [row.code for row in centres.rows if row.code in {"3001", "3006", "3008"}]
    assert same == ["3001", "3008", "3006"]
    for code in same:
        for column in ("actual", "previous"):
            assert centres.cell(code, column).exact == followed.cell(code, column).exact < 0
        own = object_accounts(("1", code), ASKED).table
        assert own.cell(":sum", "actual").exact == centres.cell(code, "actual").exact
        assert own.remarks == ("Kostnader visas med minus, intäkter med plus.",)
    words = "Nettokostnad visas med minus, överskott med plus."
    assert (centres.remarks, followed.remarks) == ((words,), (words,))
    assert centres.cell(":whole", "actual").shown == 112, "the result, with its own sign"


@pytest.mark.usefixtures("association_folder")
def test_what_an_association_prints_with_another_sign_says_so():
    read_in("insjoriket")
    shown = overview(by=BOARD, asked=ASKED)
    assert [one.now.turned for one in shown.standings] == ["", "Balansräkning", ""]
    assert shown.cost.chart.table.remarks == ("I Resultaträkning står beloppen med motsatt tecken.",)
    assert shown.centres.remarks == ("Nettokostnad visas med plus, överskott med minus.",)
    told = {table.title: table.remarks for table in tables_of(questions.statements(ASKED)) if table.remarks}
    assert told == {
        "Nyckeltal": ("”Verksamhetens kostnader, tkr” står i Resultaträkning med motsatt tecken.",),
        "Eget kapital mot rekommenderad nivå": ("”Eget kapital, tkr” står i Balansräkning med motsatt tecken.",),
        "Balansräkning": ("”Periodens resultat” står i Resultaträkning med motsatt tecken.",),
        "Driftredovisning": (
            OF_ROUNDED_ROWS,
            "Kostnader, intäkter och överskott visas alla med plus.",
            "”Utgående eget kapital” står i Balansräkning med motsatt tecken.",
        ),
        "Fem år i sammandrag": ("”Eget kapital” står i Balansräkning med motsatt tecken.",),
        "Sammanfattning": (
            "Kostnader visas med minus, intäkter med plus.",
            "”Utgående eget kapital” står i Balansräkning med motsatt tecken.",
        ),
        "Kostnader per kostnadsställe": ("Nettokostnad visas med plus, överskott med minus.",),
        "Not 2 Verksamhetens kostnader": ("I Resultaträkning står beloppen med motsatt tecken.",),
        "Not 5 Kortfristiga skulder": ("I Balansräkning står beloppen med motsatt tecken.",),
    }


@pytest.mark.usefixtures("association_folder")
def test_a_new_association_tells_each_role_what_to_do_first():
    User.objects.create_user("adm@example.org", name="Adm", role=Role.ADMINISTRATOR)
    tasks = {
        actor.name: [task.awaits for task in overview(by=actor).tasks] for actor in (ECONOMIST, ADMINISTRATOR, BOARD)
    }
    assert tasks == {"Ekonom": [Awaits.FIRST_LEDGER], "Adm": [Awaits.FIRST_USERS], "Ledamot": []}
    assert overview(by=BOARD).asked is None


@pytest.mark.usefixtures("association_folder")
def test_what_awaits_is_what_the_role_may_do_something_about():
    take(2024)
    hand_in([LedgerFile("2023.se", large_ledger(3, year=2023))], by=TERMINAL)
    Invitation.objects.create(
        email="a@example.org", name="A", role=Role.BOARD, digest="x", made_by_name="Adm",
        expires_at=timezone.now() + timezone.timedelta(days=1),
    )  # fmt: skip
    told = {
        actor.name: [(task.awaits, task.count) for task in overview(by=actor).tasks]
        for actor in (ECONOMIST, ADMINISTRATOR, BOARD)
    }
    assert told == {
        "Ekonom": [(Awaits.DRAFTS, 1), (Awaits.UNASSIGNED, 1)],
        "Adm": [(Awaits.INVITATIONS, 1)],
        "Ledamot": [],
    }


@pytest.mark.usefixtures("association_folder")
def test_a_period_that_no_ledger_covers_is_refused():
    take(2024)
    with pytest.raises(Refused):
        overview(by=BOARD, asked=Asked.of(Period(201901, 201903)))
