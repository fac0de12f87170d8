"""``samordna sie check``, ``convert`` and ``diff``: no association, no folder of data."""

import json
import resource
from pathlib import Path

import pytest
from tests.sources.sie.sample_ledger import ledger
from tests.terminal import samordna, samordna_process

from samordna.sources.sie import read_sie

ERRORS = Path(__file__).parents[1] / "errors"
GOOD = ERRORS / "good" / "2024-08.se"
SECONDS = 0.5
RECORDS = {
    "FLAGGA": 1, "PROGRAM": 1, "FORMAT": 1, "GEN": 1, "SIETYP": 1, "FNAMN": 1, "ORGNR": 1, "RAR": 2, "OMFATTN": 1,
    "KONTO": 5, "KTYP": 5, "DIM": 2, "OBJEKT": 2, "IB": 2, "UB": 4, "RES": 2, "VER": 2, "TRANS": 4,
}  # fmt: skip
SAME = "Filerna har samma konton, saldon och verifikationer.\n"
UNREADABLE = "Filen kan inte läsas: {}. Kontrollera sökvägen och rätten till filen, och försök igen."


@pytest.fixture
def books(tmp_path):
    """Return a file of a small ledger, in a folder of its own."""
    path = tmp_path / "bok.se"
    path.write_bytes(ledger())
    return path


def written(path, *changes):
    path.write_bytes(ledger(*changes))
    return path


def names(folder):
    return [path.name for path in folder.iterdir()]


def checked(*arguments):
    answer = samordna("sie", "check", *arguments, "--json")
    assert answer.err == ""
    return answer.code, json.loads(answer.out)


# check


def test_what_a_file_is_and_holds_is_shown_with_what_came_of_its_checks(books):
    answer = samordna("sie", "check", books)
    assert (answer.code, answer.err) == (0, "")
    assert [line.rstrip() for line in answer.out.splitlines()] == [
        "bok.se",
        "Typ:            SIE 4E, PC8 (CP437)",
        "Företag:        Samordningsförbundet Exempel, 222000-0000",
        "Program:        Påhittat program 1.0, 10 september 2024",
        "Räkenskapsår:   2024, till och med 31 augusti 2024",
        "Verifikationer: 2, rader: 4",
        "Poster:         " + ", ".join(f"{label} {count}" for label, count in RECORDS.items()),
        "",
        "Kontroll                             Utfall",
        "Verifikationerna går jämnt ut        stämmer",
        "Ingående balanser summerar till 0    stämmer",
        "Året börjar där förra året slutade   stämmer",
        "#IB och det bokförda ger #UB         stämmer",
        "Det bokförda ger #RES                stämmer",
        "Månadernas #PSALDO ger årets saldon  kan inte prövas",
        "#UB och #RES summerar till 0         stämmer",
        "",
        "Fel: 0, varningar: 0, upplysningar: 0",
    ]


def test_the_answer_as_json_is_a_list_with_one_object_for_each_file(books):
    code, [told] = checked(books)
    assert code == 0
    assert told == {
        "file": "bok.se",
        "type": "4E",
        "encoding": "cp437",
        "company": "Samordningsförbundet Exempel",
        "records": RECORDS,
        "vouchers": 2,
        "rows": 4,
        "problems": [],
    }


def test_a_problem_has_its_code_severity_line_and_message(books):
    written(books, ("#TRANS 1930 {} -210.50", "#TRANS 1930 {} -210.49"), ("#KONTO 5010", "#EGEN 1\n#KONTO 5010"))
    code, [told] = checked(books)
    by_code = {problem["code"]: problem for problem in told["problems"]}
    assert code == 1
    assert by_code["unbalanced-voucher"] == {
        "code": "unbalanced-voucher",
        "severity": "error",
        "line": 39,
        "message": "bok.se, rad 39: Verifikation B 1 går inte jämnt ut: raderna summerar till 0,01 kr i stället för 0. "
        "Rätta i ekonomisystemet, exportera på nytt och läs in den nya filen.",
    }
    assert (by_code["unknown-label"]["severity"], by_code["unknown-label"]["line"]) == ("info", 19)
    differs = by_code["balance-does-not-follow"]
    assert (differs["severity"], differs["line"]) == ("warning", None)
    assert "bok.se, konto 1930: " in differs["message"]


def test_only_booked_rows_are_counted_as_rows_and_every_record_as_what_it_is(books):
    written(books, ("#TRANS 1930 {} -210.50", "#TRANS 1930 {} -210.50\n#BTRANS 1930 {} 1\n#RTRANS 1930 {} -210.50"))
    _, [told] = checked(books)
    assert told["rows"] == 4
    assert [told["records"][label] for label in ("TRANS", "BTRANS", "RTRANS")] == [4, 1, 1]
    assert "Verifikationer: 2, rader: 4, rättelser: 2" in samordna("sie", "check", books).out


def test_each_file_is_told_of_and_one_with_an_error_ends_with_1(books, tmp_path):
    other = written(tmp_path / "fel.se", ("#GEN 20240910", "#RAR 0 x\n#GEN 20240910"))
    code, told = checked(books, other, books)
    assert (code, [one["file"] for one in told]) == (1, ["bok.se", "fel.se", "bok.se"])
    answer = samordna("sie", "check", books, other)
    assert answer.code == 1
    assert answer.out.count("Kontroll ") == 2


def test_a_check_that_was_stopped_before_or_differs_says_so(books):
    written(books, ("#RES 0 5010 210.50", "#RES 0 5010 210.00"))
    assert "Det bokförda ger #RES                stämmer inte" in samordna("sie", "check", books).out
    written(books, ("#TRANS 1930 {} -210.50", "#TRANS 1930 {} x"))
    assert samordna("sie", "check", books).out.count("stämmer") == 0


def test_what_is_no_sie_is_told_as_what_it_is(tmp_path):
    path = tmp_path / "bild.se"
    path.write_bytes(b"\x89PNG....")
    code, [told] = checked(path)
    assert code == 1
    assert (told["type"], told["encoding"], told["company"], told["records"]) == ("", "", "", {})
    assert [problem["code"] for problem in told["problems"]] == ["binary-file"]
    assert samordna("sie", "check", path).out.startswith("bild.se\nFel: 1,")


def test_a_file_of_another_encoding_is_read_as_the_one_that_is_named(books):
    books.write_bytes(ledger(("Lokalhyra", "÷÷÷÷÷÷÷÷÷÷÷÷"), encoding="cp437"))
    assert checked(books)[1][0]["encoding"] == "cp1252"
    assert samordna("sie", "check", books, "--encoding", "CP437", "--json").out.count('"encoding": "cp437"') == 1
    for name in ("utf-16", "tala", "rot13"):
        answer = samordna("sie", "check", books, "--encoding", name)
        assert (answer.code, f"”{name}” går inte att använda." in answer.err) == (2, True)


# Files that cannot be read or written


def test_a_file_that_is_not_there_or_is_a_folder_is_told_beside_the_others(books, tmp_path):
    code, told = checked(tmp_path / "saknas.se", tmp_path, books)
    assert code == 1
    assert [[problem["message"] for problem in one["problems"]] for one in told] == [
        [f"{tmp_path}/saknas.se: {UNREADABLE.format('filen finns inte')}"],
        [f"{tmp_path}: {UNREADABLE.format('det är en mapp')}"],
        [],
    ]


def test_a_file_that_one_may_not_read_is_told_in_every_command(monkeypatch, books):
    def refuse(_self):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    told = "den som kör programmet har inte rätt till den."
    assert told in samordna("sie", "check", books).out
    assert told in samordna("sie", "convert", books, "ut.se").err
    assert told in samordna("sie", "diff", books, books).err
    assert json.loads(samordna("sie", "diff", books, books, "--json").err)["refused"] is True


# convert


def test_a_file_is_written_as_another_type_and_what_was_left_out_is_told(books, tmp_path):
    out = tmp_path / "år.se"
    answer = samordna("sie", "convert", books, out, "--type", "1", "--checksum")
    assert (answer.code, answer.out) == (0, "")
    assert "år.se: SIE typ 1 rymmer inte verifikationer. De följer inte med: 2." in answer.err
    assert answer.err.splitlines()[-1].startswith(f"Skrivet: {out}, SIE 1, ")
    reading = read_sie(out.read_bytes(), "år.se")
    assert (reading.file_type, reading.signed, reading.problems) == ("1", True, ())


@pytest.mark.parametrize(
    ("name", "asked", "written_type"),
    [
        ("ut.se", (), "4E"), ("ut.SI", (), "4I"), ("ut.si", ("--type", "4"), "4E"), ("ut.se", ("--type", "4i"), "4I"),
        ("ut.se", ("--type", "2"), "2"), ("ut.txt", ("--type", "3"), "3"),
    ],
)  # fmt: skip
def test_the_type_is_the_one_asked_for_or_else_as_the_name_ends(books, tmp_path, name, asked, written_type):
    assert samordna("sie", "convert", books, tmp_path / name, *asked).code == 0
    assert read_sie((tmp_path / name).read_bytes(), name).file_type == written_type


def test_a_ledger_becomes_xml_and_comes_back_the_same(books, tmp_path):
    there, back = tmp_path / "ut.sie", tmp_path / "igen.se"
    answer = samordna("sie", "convert", books, there)
    assert answer.code == 0
    assert "ut.sie: Filen skrivs utan signatur" in answer.err
    assert f"Skrivet: {there}, SIE 5, " in answer.err
    assert samordna("sie", "convert", there, back).code == 0
    assert samordna("sie", "diff", books, there).out == samordna("sie", "diff", books, back).out == SAME
    assert [one["type"] for one in checked(there, back)[1]] == ["5", "4E"]


def test_vouchers_to_import_become_entries_to_import(books, tmp_path):
    samordna("sie", "convert", books, tmp_path / "ut.si")
    assert samordna("sie", "convert", tmp_path / "ut.si", tmp_path / "ut.sie").code == 0
    assert samordna("sie", "convert", tmp_path / "ut.sie", tmp_path / "igen.se").code == 0
    assert [one["type"] for one in checked(*(tmp_path / name for name in ("ut.si", "ut.sie", "igen.se")))[1]] == [
        "4I", "5I", "4I",
    ]  # fmt: skip


@pytest.mark.parametrize("option", [("--checksum",), ("--replace",), ("--to-encoding", "cp1252")])
def test_what_only_lines_can_have_is_refused_for_xml(books, tmp_path, option):
    answer = samordna("sie", "convert", books, tmp_path / "ut.sie", *option)
    assert (answer.code, names(tmp_path)) == (2, ["bok.se"])
    assert "SIE 5 har ingen kontrollsumma och är alltid UTF-8." in " ".join(answer.err.split())


def test_a_file_keeps_its_type_when_nobody_says(books, tmp_path):
    samordna("sie", "convert", books, tmp_path / "2.se", "--type", "2")
    samordna("sie", "convert", tmp_path / "2.se", tmp_path / "igen.se")
    assert (tmp_path / "igen.se").read_bytes() == (tmp_path / "2.se").read_bytes()


def test_a_file_that_is_there_is_overwritten_only_by_force(books):
    before = books.read_bytes()
    answer = samordna("sie", "convert", books, books, "--type", "1")
    assert (answer.code, books.read_bytes()) == (1, before)
    assert "Filen finns redan. Välj ett annat namn, eller skriv över den med --force." in answer.err
    assert samordna("sie", "convert", books, books, "--type", "1", "--force").code == 0
    assert read_sie(books.read_bytes(), "bok.se").file_type == "1"
    assert names(books.parent) == ["bok.se"]


def test_characters_that_the_encoding_lacks_stop_the_writing_or_are_replaced(books, tmp_path):
    books.write_bytes(ledger(("Lokalhyra", "Hyra 5 €"), encoding="utf-8"))
    out = tmp_path / "ut.se"
    answer = samordna("sie", "convert", books, out)
    assert (answer.code, out.exists()) == (1, False)
    assert "€ (U+20AC)" in answer.err
    assert samordna("sie", "convert", books, out, "--replace").code == 0
    assert b'"Hyra 5 EUR"' in out.read_bytes()
    assert samordna("sie", "convert", books, out, "--force", "--to-encoding", "utf-8").code == 0
    assert "Hyra 5 €" in out.read_bytes().decode("utf-8")


def test_a_file_with_errors_is_not_turned_into_another(books, tmp_path):
    written(books, ("#TRANS 1930 {} -210.50", "#TRANS 1930 {} x"))
    answer = samordna("sie", "convert", books, tmp_path / "ut.se")
    assert (answer.code, names(tmp_path)) == (1, ["bok.se"])
    assert "rad 41: Beloppet ”x”" in answer.err
    assert answer.err.endswith("Inget har ändrats.\n")


def test_a_place_where_nothing_can_be_written_is_told(books, tmp_path):
    answer = samordna("sie", "convert", books, tmp_path / "saknas" / "ut.se")
    assert answer.code == 1
    assert "Filen kan inte skrivas: mappen finns inte. Välj ett annat namn eller en annan mapp" in answer.err
    assert "det är en mapp" in samordna("sie", "convert", books, tmp_path).err
    assert names(tmp_path) == ["bok.se"]


# diff


def test_files_that_say_the_same_differ_in_nothing_whatever_their_order(books, tmp_path):
    other = tmp_path / "annan.se"
    assert samordna("sie", "convert", books, other, "--checksum").code == 0
    answer = samordna("sie", "diff", books, other)
    assert (answer.code, answer.out) == (0, SAME)
    told = json.loads(samordna("sie", "diff", books, other, "--json").out)
    assert (told["same"], told["before"], told["now"]) == (
        True, {"file": "bok.se", "type": "4E"}, {"file": "annan.se", "type": "4E"},
    )  # fmt: skip


CHANGES = (
    ('#KONTO 5010 "Lokalhyra"', '#KONTO 5010 "Hyra"\n#KONTO 6010 "Annonser"\n#KTYP 6010 K'),
    ('#VER B 1 20240229 "Hyra"', '#VER B 1 20240301 "Hyra mars"'),
    ('#TRANS 5010 {1 "3001" 6 "P1"} 210.5', '#TRANS 5010 {1 "3001" 6 "P1"} 200.5'),
    (
        "#TRANS 1930 {} -210.50\n}\n",
        "#TRANS 1930 {} -200.50\n}\n#VER B 2 20240401\n{\n#TRANS 6010 {} 5\n#TRANS 1930 {} -5\n}\n",
    ),
    ("#VER A 1 20240131", "#VER A 2 20240131"),
)


def test_what_differs_is_shown_by_account_and_by_voucher(books, tmp_path):
    other = written(tmp_path / "nu.se", *CHANGES)
    answer = samordna("sie", "diff", books, other)
    assert answer.code == 0
    lines = [" ".join(line.split()) for line in answer.out.splitlines()]
    amounts = "1930 −200,50, förut −210,50, 5010 1:3001 6:P1 200,50, förut 210,50"
    assert lines == [
        "Konto Namn Förändring förut Förändring nu Utgående förut Utgående nu Skillnad",
        "1930 Bank 289,50 294,50 1 289,50 1 294,50 5,00",
        "5010 Hyra 210,50 200,50 210,50 200,50 −10,00",
        "6010 Annonser 0,00 5,00 0,00 5,00 5,00",
        "Nya konton: 6010 Annonser",
        "Konto 5010 heter Hyra, förut Lokalhyra",
        "Objekt vars belopp skiljer: 1:3001, 6:P1",
        "Tillkomna verifikationer: 2",
        "A 2 2024-01-31 500,00 Bidrag januari",
        "B 2 2024-04-01 5,00",
        "Verifikationer som saknas nu: 1",
        "A 1 2024-01-31 500,00 Bidrag januari",
        "Ändrade verifikationer: 1",
        "B 1: datum 2024-03-01, förut 2024-02-29, text ”Hyra mars”, förut ”Hyra”, " + amounts,
        "Verifikationer utan skillnad: 0",
    ]


def test_what_differs_as_json_is_whole(books, tmp_path):
    other = written(tmp_path / "nu.se", *CHANGES)
    told = json.loads(samordna("sie", "diff", books, other, "--json").out)
    assert told["same"] is False
    assert told["accounts"]["added"] == [{"account": "6010", "name": "Annonser"}]
    assert told["accounts"]["renamed"] == [{"account": "5010", "before": "Lokalhyra", "now": "Hyra"}]
    assert told["accounts"]["changed"][1] == {
        "account": "5010",
        "name": "Hyra",
        "kind": "changed",
        "opening": {"before": "0.00", "now": "0.00"},
        "movement": {"before": "210.50", "now": "200.50"},
        "closing": {"before": "210.50", "now": "200.50"},
        "months": [202402, 202403],
    }
    assert told["objects"] == [["1", "3001"], ["6", "P1"]]
    vouchers = told["vouchers"]
    assert (vouchers["added"]["count"], vouchers["gone"]["count"], vouchers["changed"]["count"]) == (2, 1, 1)
    assert vouchers["changed"]["first"][0]["number"] == "1"


def test_a_row_that_says_the_same_amount_in_other_words_is_a_change(books, tmp_path):
    other = written(tmp_path / "nu.se", ('"Lokal \\"Ankaret\\""', '"Lokal"'))
    assert "B 1: radernas texter, datum eller delning\n" in samordna("sie", "diff", books, other).out


def test_the_first_vouchers_are_shown_and_the_rest_counted(books, tmp_path):
    more = "".join(f"#VER C {n} 20240401\n{{\n#TRANS 1930 {{}} 1\n#TRANS 5010 {{}} -1\n}}\n" for n in range(60))
    other = written(tmp_path / "nu.se", ("#VER B 1", more + "#VER B 1"))
    out = samordna("sie", "diff", books, other).out
    assert "Tillkomna verifikationer: 60\n" in out
    assert "  … och 10 till\n" in out
    assert len(json.loads(samordna("sie", "diff", books, other, "--json").out)["vouchers"]["added"]["first"]) == 60


def test_files_of_different_types_are_compared_by_what_both_tell(books, tmp_path):
    balances = tmp_path / "2.se"
    samordna("sie", "convert", books, balances, "--type", "2")
    answer = samordna("sie", "diff", books, balances)
    assert "Verifikationer kan inte jämföras: en av filerna har inga." in answer.out
    assert "Förändring" not in answer.out
    assert json.loads(samordna("sie", "diff", books, balances, "--json").out)["vouchers"] is None


def test_files_of_different_years_or_without_books_are_not_compared(books, tmp_path):
    other = ERRORS / "good" / "2019-08.se"
    answer = samordna("sie", "diff", other, books)
    assert answer.code == 1
    assert "Filen gäller räkenskapsåret 2024, men 2019-08.se gäller 2019." in answer.err
    broken = written(tmp_path / "fel.se", ("#TRANS 1930 {} -210.50", "#TRANS 1930 {} x"))
    answer = samordna("sie", "diff", books, broken)
    assert (answer.code, "Beloppet ”x”" in answer.err, "Inget har ändrats" in answer.err) == (1, True, False)


def test_opening_balances_are_shown_where_they_differ(books, tmp_path):
    other = written(tmp_path / "nu.se", ("#IB 0 1930 1000.00", "#IB 0 1930 1100.00"))
    assert "Ingående förut" in samordna("sie", "diff", books, other).out


# As a program


def test_a_check_costs_less_than_half_a_second_of_a_processor(books):
    def spent():
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        return used.ru_utime + used.ru_stime

    costs = []
    for _ in range(3):
        before = spent()
        assert samordna_process("sie", "check", books).code == 0
        costs.append(spent() - before)
    assert min(costs) < SECONDS, costs
