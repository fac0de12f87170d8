"""How do the sample's tables, charts and sentences stand together in a whole report?"""

from tests.renderers import sample

from samordna.domain.document import (
    Block,
    BulletList,
    ChartKind,
    Comment,
    Document,
    Figure,
    Highlight,
    Highlights,
    Missing,
    Paragraph,
    Section,
    Signature,
    Signatures,
    annotated,
)
from samordna.domain.values.unit import KRONOR, KRONOR_ORE, THOUSANDS

PROSE = (
    "Inom förbundet finansierar och beslutar medlemmarna tillsammans om insatser som ingen enskild part har ansvar "
    "för, men som kan bidra till att lösa problem, använda samhällets resurser bättre och hjälpa fler till arbete. "
    "Merparten av arbetet sker i form av individinriktade insatser, i mindre omfattning riktas insatser till personal "
    "och organisationer vars uppdrag ska samverka."
)


def words(*parts: str | Figure) -> Paragraph:
    """Return a paragraph."""
    return Paragraph(parts)


def highlights() -> Highlights:
    """Return three figures side by side, one of them missing."""
    result = sample.figure(11_209_013, THOUSANDS, "income.r23.c1")
    capital = sample.figure(314_997_362, THOUSANDS, "balance.r11.c3")
    forecast = Figure(Missing(sample.NO_FORECAST), "income.r23.forecast")
    return Highlights(
        (
            Highlight("Periodens resultat", result, words("Bättre än budget med 64 tkr.")),
            Highlight("Eget kapital", capital, words("Över golvet på 2 000 tkr.")),
            Highlight("Prognos för helåret", forecast, words("Beslutas av styrelsen i oktober.")),
        )
    )


def signatures() -> Signatures:
    """Return a signature block for a board of five."""
    roles = ("Ordförande", "Vice ordförande", "Ledamot", "Ledamot", "Ledamot")
    bodies = ("Almby kommun", "Regionen", "Försäkringskassan", "Arbetsförmedlingen", "Granby kommun")
    statement = words("Vi intygar att delårsrapporten ger en rättvisande bild av verksamhetens resultat och ställning.")
    return Signatures(statement, tuple(Signature(r, b) for r, b in zip(roles, bodies, strict=True)))


def management_report() -> Section:
    """Return the first chapter, with sub-chapters, lists, prose with figures and charts."""
    result = sample.figure(11_209_013, KRONOR, "income.r23.c1")
    exact = sample.figure(-8_489_643, KRONOR_ORE, "income.r7.c1")
    summary: tuple[Block, ...] = (
        words("Perioden gav ett resultat på ", result, ". Arvodena kostade ", exact, "."),
        words(PROSE),
        highlights(),
        sample.key_figures(),
    )
    goals = BulletList(
        (words("Minst hälften av deltagarna mäter sin progression."), words("Kapitalet är minst ", result, "."))
    )
    inflow = tuple(sample.chart(kind) for kind in (ChartKind.BARS, ChartKind.HORIZONTAL_BARS))
    parts = (
        Section("summary", "Perioden i korthet", "1.1", summary),
        Section("goals", "Mål och måluppfyllelse", "1.2", (words(PROSE), goals, sample.chart(ChartKind.LINES))),
        Section("inflow", "Inflöde", "1.3", (words(PROSE), *inflow)),
    )
    return Section("management", "Förvaltningsberättelse", "1", (words(PROSE), words(PROSE)), parts)


def sample_document(*, status: str = "Utkast – inte beslutat av styrelsen", front_page: bool = True) -> Document:
    """Return the whole report: every kind of block, cell, row and chart."""
    return Document(
        "sample",
        "Delårsrapport januari–augusti 2024",
        "Samordningsförbundet Exempelbygden",
        "Samordningsförbundet Exempelbygden",
        (
            management_report(),
            Section("income", "Resultaträkning", "2", (sample.income_with_ore(), sample.income_in_kronor())),
            Section("balance", "Balansräkning", "3", (sample.balance_sheet(),)),
            Section("notes", "Noter", "4", (words(PROSE), sample.note_by_account())),
            Section("follow-up", "Uppföljning per kostnadsställe", "5", (sample.follow_up(), words(PROSE))),
            Section("signing", "Styrelsens underskrifter", "6", (signatures(),)),
        ),
        facts=(("Organisationsnummer", "222000-0000"), ("Period", "1 januari–31 augusti 2024"), ("Säte", "Almby")),
        status=status,
        provenance=(
            "Huvudbok 2024, inläst som version 3 den 12 september 2024.",
            "Huvudbok 2023, inläst som version 1 den 12 januari 2024.",
            "Uppställning: exempelbygden 2024.",
        ),
        front_page=front_page,
        contents=True,
    )


def hostile_document() -> Document:
    """Return a small report where every text a person can write is an attack on a writer."""
    bad = sample.HOSTILE
    table = sample.columns(bad)
    row = sample.Row("r1", bad, sample.DETAIL, (Missing(bad),), bad, bad)
    comments = (Comment("r1", "", bad), Comment("r1", "c1", bad))
    blocks: tuple[Block, ...] = (
        words(bad),
        BulletList((words(bad),)),
        annotated(sample.Table("t", bad, KRONOR, table, (row,), bad, bad, bad, remarks=(bad,)), comments),
        Highlights((Highlight(bad, Figure(Missing(bad), bad), words(bad)),)),
        sample.Chart("c", bad, bad, ChartKind.BARS, sample.Table("ct", bad, KRONOR, table, (row,), bad)),
        Signatures(words(bad), (Signature(bad, bad),)),
    )
    sections = (Section("s", bad, "1", blocks),)
    return Document("hostile", bad, bad, bad, sections, ((bad, bad),), bad, (bad,), front_page=True, contents=True)


def annotated_document() -> Document:
    """Return a report of two annotated tables and a walk."""
    blocks = (sample.annotated_follow_up(), annotated(sample.balance_sheet(), sample.COMMENTS), sample.walk())
    return Document("a", "Uppföljning", "Förbundet", "Förbundet", (Section("s", "Uppföljning", "1", blocks),))
