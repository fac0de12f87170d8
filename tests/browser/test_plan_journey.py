"""From an empty association to a plan that a board could adopt: in a real browser, by following the user guide."""

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect
from tests.serving import Served, served
from tests.terminal import samordna_process

GUIDE = (Path(__file__).parents[2] / "docs" / "handbok" / "planera.md").read_text("utf-8")
NAMED = {" ".join(name.split()) for name in re.findall(r"\*\*([^*]+)\*\*", GUIDE)}
"""What the guide calls the things to press and to fill in."""
ROWS = (
    ("Steget", "Granby", "Granby", "40", "9 000 000", ""),
    ("Steget", "Ekby", "Ekby", "20", "5 000 000", ""),
    ("Steget", "Kartläggning", "", "10", "", "Projektmedel"),
    ("Utbildning", "Utbildning för medarbetare", "", "150", "500 000", ""),
)
OVERHEAD = (("Kansli", "3 300 000", "2 800 000"), ("Styrelse", "300 000", ""))
BUDGET = (("100", "Kansli", "3 600 000"), ("201", "Steget Granby", "9 000 000"), ("202", "Steget Ekby", "5 000 000"),
          ("300", "Utbildning", "500 000"))  # fmt: skip


def spaced(words: str) -> re.Pattern[str]:
    """Return what finds words whatever kind of space parts them."""
    return re.compile(r"\s".join(re.escape(word) for word in words.split()))


class Reader:
    """Somebody who does what the guide says: nothing is pressed or filled in that it does not name."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.year = 0

    def named(self, name: str) -> str:
        assert name in NAMED, f"the guide does not name ”{name}”"
        return name

    def press(self, name: str, within: Locator | None = None) -> None:
        """Press a button or follow a link by its name."""
        place = within or self.page.locator("main")
        name = self.named(name)
        button = place.get_by_role("button", name=name, exact=True)
        button.or_(place.get_by_role("link", name=name, exact=True)).first.click()

    def fill(self, within: Locator, **said: str) -> None:
        """Fill in fields by their labels; a list is chosen from."""
        for label, value in said.items():
            name = self.named(label.replace("__", ", ").replace("_", " "))
            field = within.get_by_label(re.compile(rf"^{re.escape(name)}( \(frivilligt\))?$"))
            if field.evaluate("one => one.tagName") == "SELECT":
                field.select_option(label=value)
            else:
                field.fill(value)

    def opened(self, name: str, within: Locator | None = None) -> Locator:
        """Open what is folded under a name, unless it is open, and return its form."""
        place = within or self.page.locator("main")
        label = re.compile(rf"^\s*{re.escape(self.named(name))}(?! grupp)")
        folded = place.locator("details").filter(has=self.page.locator("summary").filter(has_text=label)).last
        if folded.get_attribute("open") is None:
            folded.locator("summary").first.click()
        return folded

    def step(self, name: str) -> None:
        """Go to the plan's page and take a step."""
        self.page.goto(f"/plan/{self.year}/")
        self.page.get_by_role("table", name="Steg till en antagen plan").get_by_role(
            "link", name=self.named(name), exact=True
        ).click()

    def told(self, words: str) -> None:
        expect(self.page.locator("main")).to_contain_text(spaced(words))


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[tuple[Served, str]]:
    """Serve an association that nothing has been read into, and return it with the link that lets the economist in."""
    folder = tmp_path / "mitt-forbund"
    assert samordna_process("new", folder, "--name", "Samordningsförbundet Exempel").code == 0
    who = ("--email", "ekonom@exempel.se", "--name", "Ekonom", "--role", "economist")
    invited = samordna_process("invite", "--data", folder, *who)
    assert invited.code == 0, invited.err
    with served(folder) as site:
        yield site, f"/inbjudan/{invited.out.strip().rstrip('/').rpartition('/')[2]}/"


def test_a_plan_from_nothing_to_an_adopted_document(
    empty: tuple[Served, str], browser: Browser, tmp_path: Path
) -> None:
    site, link = empty
    context = browser.new_context(base_url=site.url, locale="sv-SE", accept_downloads=True)
    reader = Reader(context.new_page())
    reader.page.set_default_timeout(20_000)
    _let_in(reader, link)
    _members(reader)
    _financing(reader)
    _activities(reader)
    _texts(reader)
    _cost_centres(reader)
    _budget(reader)
    draft = _document(reader, tmp_path / "utkast.pdf")
    assert "Utkast: inte antagen" in draft
    _adopt(reader)
    adopted = _document(reader, tmp_path / "plan.pdf")
    context.close()
    _holds(adopted, reader.year)


def _let_in(reader: Reader, link: str) -> None:
    page = reader.page
    page.goto(link)
    for field in page.locator("input[type=password]").all():
        field.fill("korrekt häst batteri häftklammer")
    reader.press("Spara och logga in", page.locator("body"))
    page.get_by_role("navigation", name="Huvudmeny").get_by_role("link", name=reader.named("Plan"), exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(reader.named("Verksamhetsplan"))
    reader.told("Ingen plan är inlagd för")
    reader.year = int(page.url.rstrip("/").rpartition("/")[2])


def _members(reader: Reader) -> None:
    reader.step("Medlemmar och fördelningsnyckel")
    reader.press("Lägg upp grupperna enligt lagen")
    reader.told("Grupperna enligt lagen är upplagda.")
    for code, name, group, weight in (
        ("99", "Region Exempel", "Regionen", "1"),
        ("9901", "Granby", "Kommunerna", ""),
        ("9902", "Ekby", "Kommunerna", ""),
    ):
        form = reader.opened("Lägg till en medlem")
        source = "Förbundsordningen" if weight else ""
        reader.fill(form, Kod=code, Namn=name, Part=group, Betalar_i_gruppen=group, Vikt=weight, Källa=source)
        form.get_by_role("button", name=reader.named("Lägg till"), exact=True).click()
        reader.told(f"{name} är tillagd.")
    form = reader.opened("Skriv in folkmängden")
    reader.fill(form, Folkmängd_den=f"{reader.year - 1}-06-30", Källa="SCB, folkmängd 30 juni")
    for name, count in (("Granby", "30 000"), ("Ekby", "15 000")):
        form.get_by_label(re.compile(f"^{name}")).fill(count)
    reader.press("Spara folkmängden", form)
    reader.told("30 000")


def _financing(reader: Reader) -> None:
    reader.step("Finansiering")
    for group, amount in (("Staten", "9 000 000"), ("Regionen", "4 500 000"), ("Kommunerna", "4 500 000")):
        place = reader.page.locator("section").filter(has=reader.page.get_by_role("heading", level=3, name=group)).last
        form = reader.opened("För in tilldelningen", place)
        day = f"{reader.year - 1}-10-15"
        reader.fill(form, Vad_som_händer="Beslutas", Belopp__kr=amount, Dag=day, Källa="Parternas beslut")
        reader.press("För in", form)
        expect(place).to_contain_text("beslutad")
    reader.told("3 000")


def _activities(reader: Reader) -> None:
    page = reader.page
    reader.step("Insatser")
    for heading, direction in (("Steget", "Individinriktat"), ("Utbildning", "Strukturövergripande")):
        form = reader.opened("Lägg till en del")
        reader.fill(form, Rubrik=heading, Inriktning=direction)
        reader.press("Lägg till delen", form)
        expect(page.get_by_role("heading", level=3, name=re.compile(heading))).to_be_visible()
    for heading, label, performer, people, funds, payer in ROWS:
        part = page.locator("section").filter(has=page.get_by_role("heading", level=3, name=re.compile(heading)))
        form = reader.opened("Lägg till rad", part)
        reader.fill(
            form, Rad=label, Utförare=performer, Antal_deltagare=people, Förbundets_medel__kr=funds, Betalas_av=payer
        )
        reader.press("Lägg till raden", form)
        expect(part.get_by_role("rowheader", name=re.compile(f"^{label}"))).to_be_visible()
    for label, amount, granted in OVERHEAD:
        form = reader.opened("Lägg till en kostnad")
        reader.fill(form, Kostnad=label, Belopp__kr=amount, Med_beviljat_projekt__kr=granted)
        reader.press("Lägg till kostnaden", form)
        expect(page.get_by_role("rowheader", name=re.compile(f"^{label}"))).to_be_visible()
    reader.told("Planens kostnader är 18 100 000 kr")


def _texts(reader: Reader) -> None:
    reader.step("Texter")
    for chapter, text in (
        ("Inriktning", "Fler ska närma sig arbete."),
        ("Mål", "Målen är:\n- tre av fyra deltagare går vidare\n- varje plats används"),
        ("Uppföljning", "Två gånger om året."),
    ):
        place = reader.page.locator("section").filter(
            has=reader.page.get_by_role("heading", level=2, name=reader.named(chapter), exact=True)
        )
        place.get_by_role("textbox").fill(text)
        place.get_by_role("button", name="Spara").click()
        reader.told(f"{chapter} är sparat.")


def _cost_centres(reader: Reader) -> None:
    page = reader.page
    reader.step("Kostnadsställen")
    page.get_by_label(reader.named("Ny grupp")).fill("Verksamhet")
    reader.press("Lägg till grupp")
    for code, name, _ in BUDGET:
        reader.press("Ny rad")
        reader.fill(page.locator("main"), Kod=code, Namn=name, Grupp="Verksamhet")
        reader.press("Spara")
        expect(page.get_by_role("link", name=name, exact=True)).to_be_visible()


def _budget(reader: Reader) -> None:
    page = reader.page
    reader.step("Budget per kostnadsställe")
    reader.press("Lägg in budget")
    main = page.locator("main")
    day = f"{reader.year - 1}-11-20"
    reader.fill(main, Beslut="Styrelsen § 55", Dag=day, Skäl="Årets budget")
    for code, _, amount in BUDGET:
        page.get_by_label(re.compile(rf"^Nytt belopp, {code}\b")).fill(amount)
    reader.press("Visa vad som ändras")
    reader.told("18 100 000")
    reader.press("Lägg in beslutet")
    reader.told(f"Budget {reader.year} visar nu det.")


def _document(reader: Reader, file: Path) -> str:
    """Fetch the plan as a PDF and return its text."""
    reader.page.goto(f"/plan/{reader.year}/")
    with reader.page.expect_download() as fetched:
        reader.press("PDF")
    fetched.value.save_as(file)
    told = subprocess.run(["pdftotext", "-layout", str(file), "-"], capture_output=True, check=True, timeout=60)
    return " ".join(told.stdout.decode().replace("\xa0", " ").replace("\u2060", "").split())


def _adopt(reader: Reader) -> None:
    reader.page.goto(f"/plan/{reader.year}/")
    reader.told("samma som planens kostnader")
    reader.told("Kostnaderna är 100 000 kr mer än bidragen")
    form = reader.opened("Anteckna att planen är antagen")
    reader.fill(form, Beslut="Styrelsen § 56", Dag=f"{reader.year - 1}-11-20", Planen_vilar_på="beslutade bidrag")
    reader.press("Anteckna antagandet", form)
    reader.told(f"Verksamhetsplanen {reader.year} är antagen.")


def _holds(plan: str, year: int) -> None:
    """Hold the document's text against everything that was typed and what follows from it."""
    assert "Utkast" not in plan
    for words in (
        f"Verksamhetsplan {year}",
        f"Styrelsen § 56, 20 november {year - 1}",
        "beslutade bidrag, 18 000 tkr",
        "Fler ska närma sig arbete.",
        "tre av fyra deltagare går vidare",
        "Granby 40 9 000",
        "Ekby 20 5 000",
        "Summa 70 14 000",
        "Utbildning för medarbetare 150 500",
        "Kansli 3 300 2 800",
        "Summa kostnader 18 100 17 600",
        "Resultat på beslutade bidrag, 18 000 tkr −100 400",
        "Granby 67 % 3 000",
        "Ekby 33 % 1 500",
        "Medlemmar, summa 18 000",
        "201 Steget Granby 9 000 000",
        "Två gånger om året.",
    ):
        assert words in plan, words
