"""``samordna statements``, ``samordna report interim`` and ``samordna layout check``."""

import io
import json
import re
import subprocess

import docx
import pikepdf
import pytest
from python_calamine import CalamineWorkbook
from tests.cli.test_ledgers import GOOD, LATER
from tests.demo import PERIOD
from tests.terminal import SAMORDNA, Answer, samordna, samordna_process

SJUHARAD = [
    "income", "note-income-1", "note-income-2", "note-income-3", "note-income-4", "balance", "note-balance-1",
    "note-balance-2", "note-balance-3", "cashflow", "keyfigures", "cost-centres", "projects",
    "operating", "summary", "years",
]  # fmt: skip


def asked(demo, *more: object) -> Answer:
    return samordna("statements", "--data", demo / "sjuharad", "--period", PERIOD, *more)


def statements_of(answer: Answer) -> list[dict]:
    return json.loads(answer.out)["statements"]


@pytest.mark.parametrize(
    ("wanted", "ids"),
    [
        ("all", SJUHARAD),
        ("income", ["income"]),
        ("balance", ["balance"]),
        ("cashflow", ["cashflow"]),
        ("keyfigures", ["keyfigures", "years"]),
        ("operating", ["operating"]),
        ("summary", ["summary"]),
        ("notes", [name for name in SJUHARAD if name.startswith("note")]),
    ],
)
def test_some_statements_or_all_of_them(demo, wanted, ids):
    answer = asked(demo, "--statement", wanted, "--format", "json")
    assert (answer.code, answer.err) == (0, "")
    assert [statement["id"] for statement in statements_of(answer)] == ids


def test_the_json_is_what_scripts_rely_on(demo):
    (income,) = statements_of(asked(demo, "--statement", "income", "--format", "json"))
    assert {name: income[name] for name in ("id", "title", "unit")} == {
        "id": "income", "title": "Resultaträkning", "unit": "kr_ore",
    }  # fmt: skip
    assert income["columns"] == [
        {"id": "actual", "label": "Utfall jan–aug 2024"},
        {"id": "previous", "label": "Utfall jan–aug 2023"},
    ]
    rows = {row["id"]: row for row in income["rows"]}
    assert rows["kostnader"] == {"id": "kostnader", "label": "Kostnader", "kind": "heading", "note": "", "values": {}}
    assert rows["arvoden"] == {
        "id": "arvoden", "label": "Arvoden", "kind": "detail", "note": "",
        "values": {"actual": "-84896.43", "previous": "-121181.70"},
    }  # fmt: skip
    assert rows["verksamhetsanknutna"]["note"] == "1"
    assert (rows["sum_kostnader"]["kind"], rows["res3"]["kind"]) == ("subtotal", "result")


def test_the_comparison_can_be_another_period(demo):
    (income,) = statements_of(asked(demo, "--statement", "income", "--format", "json", "--compare", "2023-01..2023-12"))
    assert income["columns"][1]["label"] == "Utfall jan–dec 2023"


def test_text_is_the_form_for_a_terminal(demo):
    answer = asked(demo, "--statement", "income")
    assert answer.code == 0
    assert re.search("RES3 +Periodens resultat +112\u00a0090,13 +1\u00a0262\u00a0116,67\n", answer.out)


@pytest.mark.parametrize("command", [("statements",), ("report", "interim")], ids=" ".join)
@pytest.mark.parametrize("kind", ["text", "json", "html", "pdf", "docx", "xlsx"])
def test_every_format_can_be_written_to_a_file_and_read_back(demo, tmp_path, command, kind):
    file = tmp_path / f"ut.{kind}"
    told = samordna(*command, "--data", demo / "insjoriket", "--period", PERIOD, "--format", kind, "-o", file)
    assert told == Answer(0, "", "")
    assert "Balansräkning" in read_back(kind, file.read_bytes())


def read_back(kind: str, content: bytes) -> str:
    match kind:
        case "pdf":
            with pikepdf.open(io.BytesIO(content)) as pdf, pdf.open_outline() as outline:
                return "\n".join(str(item.title) for item in outline.root)
        case "docx":
            return "\n".join(paragraph.text for paragraph in docx.Document(io.BytesIO(content)).paragraphs)
        case "xlsx":
            return "\n".join(CalamineWorkbook.from_filelike(io.BytesIO(content)).sheet_names)
        case _:
            return content.decode()


def test_a_binary_format_can_be_piped(demo):
    command = [str(SAMORDNA), "statements", "--data", str(demo / "sjuharad"), "--period", PERIOD, "--format", "xlsx"]
    piped = subprocess.run(command, capture_output=True, check=True, timeout=60).stdout
    assert "Balansräkning" in read_back("xlsx", piped)


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (("--period", "2024"), "en period skrivs ÅÅÅÅ-MM..ÅÅÅÅ-MM, till exempel 2024-01..2024-08"),
        (("--period", "2024-13"), "månaden 2024-13 finns inte"),
        (("--period", "0001-01"), "året 0001 kan inte vara rätt"),
        (("--period", "2024-08..2024-01"), "perioden slutar innan den börjar"),
        (("--period", PERIOD, "--compare", "förra året"), "en period skrivs"),
        (("--period", PERIOD, "--statement", "alla"), "alla"),
        (("--period", PERIOD, "--format", "odt"), "odt"),
        (("--period", PERIOD, "-o", "/finns/inte.txt"), "/finns/inte.txt kan inte skrivas: mappen finns inte."),
    ],
)
def test_what_cannot_be_understood_is_wrong_usage(demo, arguments, why):
    answer = samordna("statements", "--data", demo / "sjuharad", *arguments)
    assert (answer.code, answer.out) == (2, "")
    assert why in answer.err


@pytest.mark.parametrize(
    ("period", "why"),
    [
        ("2021-01..2021-12", "Ingen bokföring är inläst för januari–december 2021."),
        ("2023-07..2024-06", "Perioden juli 2023–juni 2024 ligger i mer än ett räkenskapsår."),
    ],
)
@pytest.mark.parametrize("command", [("statements",), ("report", "interim")], ids=" ".join)
def test_a_period_without_books_is_refused(demo, command, period, why):
    answer = samordna(*command, "--data", demo / "sjuharad", "--period", period)
    assert (answer.code, answer.out) == (1, "")
    assert why in answer.err


def test_a_layout_that_is_none_is_refused(demo, tmp_path):
    answer = asked(demo, "--layout", "ingen")
    assert answer == Answer(
        1,
        "",
        "Stopp uppställning: Det finns ingen uppställning som heter ”ingen” för år 2024. "
        "Välj bland insjoriket, lkbr, sjuharad, eller ange sökvägen till en egen fil.\n",
    )
    missing = asked(demo, "--layout", tmp_path / "min.toml")
    assert (missing.code, missing.out) == (1, "")
    assert "Filen går inte att öppna: filen finns inte. Kontrollera sökvägen." in missing.err


def test_a_layout_file_tells_everything_that_is_wrong(demo, tmp_path):
    (tmp_path / "min.toml").write_text('name = "min"\ntitel = "Min"\nfrom_year = 2024\n', "utf-8")
    answer = asked(demo, "--layout", tmp_path / "min.toml")
    assert (answer.code, answer.out) == (1, "")
    assert [line.split(" Välj")[0] for line in answer.err.splitlines()] == [
        "Stopp min.toml: ”title” saknas. Skriv till det; dokumentet om uppställningar visar hur.",
        "Stopp min.toml: ”titel” är inget ord som en uppställning förstår här.",
    ]


def test_another_layout_that_comes_with_the_program_can_be_asked_for(demo):
    answer = asked(demo, "--layout", "lkbr", "--statement", "income", "--format", "json")
    assert statements_of(answer)[0]["columns"][0]["label"] == "Utfall jan–aug 2024"
    assert statements_of(answer)[0]["rows"][0]["id"] == "intakter"


def test_a_report_with_something_missing_says_that_it_is_a_draft(demo, tmp_path):
    out = tmp_path / "rapport.json"
    told = samordna(
        "report", "interim", "--data", demo / "insjoriket", "--period", "2024-01..2024-07", "--format", "json",
        "-o", out,
    )  # fmt: skip
    assert told.code == 0
    assert told.err.startswith("Utkast: ")
    assert json.loads(out.read_text("utf-8"))["status"] == told.err.strip()


def test_an_annual_report_is_of_a_whole_year(demo):
    told = samordna("report", "annual", "--data", demo / "sjuharad", "--period", "2023-01..2023-12", "--format", "json")
    assert (told.code, told.err) == (0, "")
    assert json.loads(told.out)["title"] == "Årsredovisning"
    part = samordna("report", "annual", "--data", demo / "sjuharad", "--period", "2023-01..2023-08", "--format", "text")
    assert (part.code, part.out) == (1, "")
    assert "Välj januari–december 2023 som period, när hela året är inläst, eller gör en delårsrapport." in part.err


def test_an_interim_report_of_other_months_is_made_and_told(demo):
    told = samordna(
        "report", "interim", "--data", demo / "sjuharad", "--period", "2024-01..2024-05", "--format", "json"
    )
    assert told.code == 0
    assert "(RKR R17). Den här omfattar januari–maj 2024." in told.err


def test_the_check_of_a_layout_ends_with_0_when_every_account_has_its_line(demo):
    answer = samordna("layout", "check", "insjoriket", "--data", demo / "insjoriket")
    assert (answer.code, answer.err) == (0, "")
    assert answer.out.endswith("Varje konto har precis en rad.\n")


def test_the_check_of_a_layout_ends_with_1_when_some_have_none(demo):
    answer = samordna("layout", "check", "insjoriket", "--data", demo / "sjuharad")
    assert (answer.code, answer.err) == (1, "")
    assert "Varning Resultaträkning: Konto 4011 Arvoden förtroendevalda har belopp" in answer.out


def test_a_report_is_the_same_from_a_process_of_its_own(demo):
    asked_for = ("report", "interim", "--data", demo / "sjuharad", "--period", PERIOD, "--format", "json")
    assert samordna_process(*asked_for) == samordna(*asked_for)


def test_statements_can_be_made_as_they_were_known_then(mine):
    """The later file lowers January to September by 100 kronor in September; the first is asked for by number."""
    samordna("import-sie", GOOD, "--data", mine)
    samordna("import-sie", LATER, "--data", mine)
    year = ("statements", "--data", mine, "--period", "2024-01..2024-09", "--statement", "income", "--format", "json")

    def bidrag(*more: str) -> str:
        (income,) = statements_of(samordna(*year, *more))
        return {row["id"]: row["values"].get("actual") for row in income["rows"]}["intakter"]

    assert (bidrag(), bidrag("--import", "2"), bidrag("--import", "1")) == ("400", "400", "500")
    assert samordna(*year, "--import", "9").code == 1
