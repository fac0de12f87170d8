"""What does a document look like that has one of everything? A made-up interim report, no association's own."""

from fractions import Fraction

from samordna.domain.document import (
    BLANK,
    Cell,
    Chart,
    ChartKind,
    Column,
    Comment,
    ComputedOrigin,
    CountOrigin,
    EnteredOrigin,
    Figure,
    Hidden,
    LedgerOrigin,
    Missing,
    Number,
    Row,
    RowKind,
    Table,
    annotated,
)
from samordna.domain.values.period import Period
from samordna.domain.values.unit import KRONOR, KRONOR_ORE, PERCENT, PERSONS, THOUSANDS, Unit

PERIOD = Period(202401, 202408)
NO_FORECAST = "Prognosen för helåret är inte beslutad ännu."
HOSTILE = '<script>alert("1")</script> & #panic("no") $x$ `rå` *fet* _kursiv_ @ref \\u{41} [länk] {{ 7*7 }} "citat"'

HIDDEN = Hidden(
    "<5", "Färre än fem: de kan kännas igen.", CountOrigin("starts", "De som har börjat.", "alla deltagare", PERIOD)
)
"""A count that may not be told."""

HEADING, DETAIL, SUBTOTAL, RESULT = RowKind.HEADING, RowKind.DETAIL, RowKind.SUBTOTAL, RowKind.RESULT
Amount = int | str | None


def cell(amount: Amount, unit: Unit, *, accounts: tuple[str, ...] = (), nil: str | None = None) -> Cell:
    """Return the cell of öre (or of persons); None is blank and a text is the reason why it is missing."""
    if amount is None:
        return BLANK
    if isinstance(amount, str):
        return Missing(amount)
    if accounts:
        return Number(amount, unit, LedgerOrigin(accounts, PERIOD, "movement", imports=(3,)), nil)
    return Number(amount, unit, ComputedOrigin("Summan av raderna ovanför"), nil)


def lines(unit: Unit, *rows: tuple[str, RowKind, str, tuple[Amount, ...]], nil: str | None = None) -> tuple[Row, ...]:
    """Return rows of ``(code|label|note, kind, level, amounts)``; a code of digits is also the origin's account."""
    made = []
    for number, (text, kind, level, amounts) in enumerate(rows, 1):
        code, label, note = [*text.split("|"), "", ""][:3] if "|" in text else ("", text, "")
        accounts = (code,) if code.isdigit() else ()
        cells = tuple(cell(amount, unit, accounts=accounts, nil=nil) for amount in amounts)
        made.append(Row(f"r{number}", label, kind, cells, code, note, int(level)))
    return tuple(made)


def columns(*labels: str, emphasis: int = 0) -> tuple[Column, ...]:
    """Return columns c1, c2 … with these labels; the one numbered ``emphasis`` (from 1) stands out."""
    return tuple(Column(f"c{i}", label, i == emphasis) for i, label in enumerate(labels, 1))


def income_with_ore() -> Table:
    """Return an income statement of two columns with result codes and notes after the label."""
    return Table(
        "income",
        "Resultaträkning",
        KRONOR_ORE,
        columns("Utfall jan–aug 2024", "Utfall jan–aug 2023", emphasis=1),
        lines(
            KRONOR_ORE,
            ("Intäkter", HEADING, "0", ()),
            ("Projekt Kraftkällan", DETAIL, "1", (184_567_900, 0)),
            ("Projekt Stegen", DETAIL, "1", (0, 164_277_500)),
            ("|Övriga intäkter|3", DETAIL, "1", (-982, 12_499_263)),
            ("Summa verksamhetens intäkter", SUBTOTAL, "0", (184_566_918, 176_776_763)),
            ("Kostnader", HEADING, "0", ()),
            ("Arvoden", DETAIL, "1", (-8_489_643, -12_118_170)),
            ("Reseersättning", DETAIL, "1", (-516_715, -1_169_218)),
            ("Sociala avgifter", DETAIL, "1", (-2_269_600, -3_307_700)),
            ("Övriga personalkostnader", DETAIL, "1", (-75_426_665, -140_375_920)),
            ("|Verksamhetsanknutna kostnader|1", DETAIL, "1", (-1_256_444_257, -1_200_715_943)),
            ("Lokalkostnader", DETAIL, "1", (-8_872_000, -9_308_000)),
            ("|Övriga kostnader|2", DETAIL, "1", (-22_465_170, -22_584_104)),
            ("Summa verksamhetens kostnader", SUBTOTAL, "0", (-1_374_484_050, -1_389_579_055)),
            ("RES1|Verksamhetens nettokostnad", RESULT, "0", (-1_189_917_132, -1_212_802_292)),
            ("Erhållna bidrag från huvudmännen", DETAIL, "1", (1_201_466_700, 1_267_400_100)),
            ("Övriga finansiella intäkter", DETAIL, "1", (0, 0)),
            ("Övriga finansiella kostnader", DETAIL, "1", (-340_555, -325_420)),
            ("Summa finansiella intäkter och kostnader", SUBTOTAL, "0", (1_201_126_145, 1_267_074_680)),
            ("RES2|Resultat före extraordinära poster", RESULT, "0", (11_209_013, 54_272_388)),
            ("Extraordinära intäkter", DETAIL, "1", (0, 0)),
            ("Extraordinära kostnader", DETAIL, "1", (0, 0)),
            ("RES3|Periodens resultat", RESULT, "0", (11_209_013, 54_272_388)),
        ),
        note_label="Not",
    )


def income_in_kronor() -> Table:
    """Return an income statement of five columns in whole kronor, one forecast missing, dashes for nil."""
    heads = ("Budget 2024", "Prognos 2024", "Delårsbokslut 2024-08-31", "Bokslut 2023", "Delårsbokslut 2023-08-31")
    rows = (
        ("|Verksamhetens intäkter|1", DETAIL, "0", (1427800000, 1427800000, 951866500, 1427800000, 951883200)),
        (
            "|Verksamhetens kostnader|2, 3",
            DETAIL,
            "0",
            (-2107800000, NO_FORECAST, -846573600, -1436275400, -1024872200),
        ),
        ("Avskrivningar", DETAIL, "0", (0, 0, 0, 0, None)),
        ("Verksamhetens resultat", SUBTOTAL, "0", (-680000000, NO_FORECAST, 105292900, -8475400, -72989000)),
        ("Finansiella intäkter", DETAIL, "0", (0, 35000000, 25777700, 31260900, 79000)),
        ("Finansiella kostnader", DETAIL, "0", (0, 0, -53100, 0, 0)),
        ("Resultat efter finansiella poster", SUBTOTAL, "0", (-680000000, NO_FORECAST, 131017500, 22785500, -72910000)),
        ("Extraordinära poster", DETAIL, "0", (0, 0, 0, 0, 0)),
        ("Årets resultat", RESULT, "0", (-680000000, NO_FORECAST, 131017500, 22785500, -72910000)),
    )
    return Table(
        "income_kr",
        "Resultaträkning med budget och prognos",
        KRONOR,
        columns(*heads, emphasis=3),
        lines(KRONOR, *rows, nil="–"),
        note_label="Not",
    )


def balance_sheet() -> Table:
    """Return a balance sheet with a column of change and its notes at the far right."""
    rows = (
        ("Tillgångar", HEADING, "0", ()),
        ("Anläggningstillgångar", DETAIL, "1", (0, 0, 0)),
        ("Omsättningstillgångar", HEADING, "1", ()),
        ("|Kortfristiga fordringar|1", DETAIL, "2", (215_020_000, -135_940_647, 79_079_353)),
        ("|Likvida medel|2", DETAIL, "2", (740_404_570, 180_402_427, 920_806_997)),
        ("Summa omsättningstillgångar", SUBTOTAL, "1", (955_424_570, 44_461_780, 999_886_350)),
        ("Summa tillgångar", RESULT, "0", (955_424_570, 44_461_780, 999_886_350)),
        ("Eget kapital, avsättningar och skulder", HEADING, "0", ()),
        ("Eget kapital", DETAIL, "1", (303_788_349, 0, 303_788_349)),
        ("Periodens resultat", DETAIL, "1", (0, 11_209_013, 11_209_013)),
        ("Summa eget kapital", SUBTOTAL, "1", (303_788_349, 11_209_013, 314_997_362)),
        ("|Kortfristiga skulder|3", DETAIL, "1", (651_636_221, 33_252_767, 684_888_988)),
        ("Summa eget kapital, avsättningar och skulder", RESULT, "0", (955_424_570, 44_461_780, 999_886_350)),
    )
    return Table(
        "balance",
        "Balansräkning",
        KRONOR_ORE,
        columns("Ingående balans 2024-01-01", "Förändring", "Utgående balans 2024-08-31", emphasis=3),
        lines(KRONOR_ORE, *rows),
        note_label="Not",
        notes_last=True,
    )


def note_by_account() -> Table:
    """Return a note with account numbers as codes and a remark below."""
    rows = (
        ("5538|Verksamhetsanknutna IT-kostnader", DETAIL, "0", (-49_750, -118_800)),
        ("5539|Övriga verksamhetsanknutna tjänster", DETAIL, "0", (-1_231_690_300, -1_184_306_362)),
        ("5540|Övriga verksamhetsanknutna kostnader", DETAIL, "0", (-21_276_850, -2_087_020)),
        ("5541|Verksamhetsanknutna personalkostnader", DETAIL, "0", (0, 0)),
        ("5542|Verksamhetsanknutna resekostnader", DETAIL, "0", (-131_950, -351_103)),
        ("5544|Verksamhetsanknutna utbildnings-, kurs- och konferenskostnader", DETAIL, "0", (-3_295_407, -13_852_658)),
        ("Summa", RESULT, "0", (-1_256_444_257, -1_200_715_943)),
    )
    return Table(
        "note1",
        "Not 1. Verksamhetsanknutna kostnader",
        KRONOR_ORE,
        columns("jan–aug 2024", "jan–aug 2023"),
        lines(KRONOR_ORE, *rows),
        stub="Konto",
        remarks=("Konto 5541 används inte 2024 men visas för jämförelsens skull.",),
    )


def follow_up() -> Table:
    """Return a follow-up per cost centre in thousands with five columns, groups and a missing comparison."""
    merged = "Området redovisades tillsammans med Granby 2023."
    rows = (
        ("Kansli och styrelse", HEADING, "0", ()),
        ("1001|Styrelse (arvoden, konferenser, bilersättning)", DETAIL, "1", (-280, -121, 280, -186, 230)),
        ("1003|Ekonomiservice, arvodeservice och revision", DETAIL, "1", (-195, -134, 195, -138, 180)),
        ("1010|Kansli (förbundschef, hyra, IT, material)", DETAIL, "1", (-1_780, -993, 1_780, -1_562, 3_040)),
        ("Summa kansli och styrelse", SUBTOTAL, "0", (-2_255, -1_248, 2_255, -1_886, 3_450)),
        ("Insatser", HEADING, "0", ()),
        (
            "3001|Arbetssteget Almby (2023 omfattar även Studiesteget)",
            DETAIL,
            "1",
            (-6_340, -4_220, 6_340, -4_500, 6_750),
        ),
        ("3005|Utbildning och utveckling", DETAIL, "1", (-380, -163, 380, -389, 380)),
        ("3013|Arbetssteget Furulund", DETAIL, "1", (-705, -470, 705, merged, 750)),
        ("3014|Arbetssteget Granby", DETAIL, "1", (-750, -500, 750, -1_036, 800)),
        ("Summa insatser", SUBTOTAL, "0", (-8_175, -5_353, 8_175, -5_925, 8_680)),
        ("Summa nettokostnad", RESULT, "0", (-10_430, -6_601, 10_430, -7_811, 12_130)),
    )
    thousands = tuple(
        (text, kind, level, tuple(a * 100_000 if isinstance(a, int) else a for a in amounts))
        for text, kind, level, amounts in rows
    )
    heads = (
        "Prognos helår 2024",
        "Utfall jan–aug 2024",
        "Budget helår 2024",
        "Utfall jan–aug 2023",
        "Budget helår 2023",
    )
    return Table(
        "follow_up",
        "Nettokostnad per område",
        THOUSANDS,
        columns(*heads, emphasis=2),
        lines(THOUSANDS, *thousands),
        stub="Område",
        code_label="Kst",
    )


COMMENTS = (
    Comment("r9", "c1", "Avtalet löper ut i september och har inte förnyats; från oktober räknas ingen kostnad."),
    Comment("r2", "c2", "Två ledamöters arvoden för juni betalades i september."),
    Comment("r9", "", "Bildades den 1 januari 2024."),
    Comment("r9", "c1", "Egen bedömning av förbundschefen."),
    Comment("r10", "c4", "Granby redovisades då tillsammans med Furulund."),
    Comment("r12", "c2", "Varav 407 tkr är upparbetat men inte fakturerat."),
)
"""Six remarks on the follow-up, two of them on one cell and one on a figure that is missing in the year before."""


def annotated_follow_up() -> Table:
    """Return the follow-up with comments as footnotes: at rows, at cells, at one that is missing, at the result."""
    return annotated(follow_up(), (*COMMENTS, Comment("r9", "c4", "Summan för båda står på Granby.")))


def key_figures() -> Table:
    """Return key figures whose rows have units of their own: kronor, per cent, persons."""

    def row(row_id: str, label: str, unit: Unit, *amounts: int | Fraction | str) -> Row:
        origin = EnteredOrigin("Beslutad budget 2023-11-24", "income:kostnader", "budget", Period(202401, 202412))
        cells = tuple(Missing(a) if isinstance(a, str) else Number(a, unit, origin) for a in amounts)
        return Row(row_id, label, DETAIL, cells)

    return Table(
        "key_figures",
        "Fyra perioder i sammandrag",
        KRONOR,
        columns("2024-08-31", "2023-12-31", "2023-08-31", "2022-12-31", emphasis=1),
        (
            row("net", "Verksamhetens nettokostnad", KRONOR, 846_573_600, 1_436_275_400, 1_024_872_200, 1_386_011_900),
            row("equity", "Eget kapital", KRONOR, 809_951_400, 678_933_900, 583_238_400, 656_148_400),
            row(
                "solidity",
                "Soliditet",
                PERCENT,
                Fraction(645, 1000),
                Fraction(815, 1000),
                Fraction(484, 1000),
                Fraction(1),
            ),
            row("staff", "Anställda", PERSONS, 2, 2, 3, "Uppgiften fördes inte före 2023."),
        ),
    )


def chart(kind: ChartKind) -> Chart:
    """Return a chart of the kind, with a gap where a figure is missing."""
    places = {"Almby": (31, 12), "Björkvik": (10, 6), "Ekeby": (14, 9), "Furulund": (22, 11), "Granby": (28, 18)}
    spans = {
        "2020": (410, 400), "2021": (485, 400), "2022": (656, 400), "2023": (679, 380),
        "2024": (NO_FORECAST, 360), "2025": (590, 340),
    }  # fmt: skip
    if kind is ChartKind.WALK:
        return walk()
    if kind in COUNTED:
        return counted(kind)
    if kind is ChartKind.LINES:
        unit, heads = THOUSANDS, ("Eget kapital", "Målnivå")
        facts = {k: tuple(a * 1_000_000 if isinstance(a, int) else a for a in v) for k, v in spans.items()}
    elif kind is ChartKind.BARS:
        unit, heads, facts = PERSONS, ("Kvinnor", "Män"), places
    else:
        unit, heads = PERSONS, ("Antal",)
        facts = {
            "Försäkringskassan": (57,), "Psykiatrin": (31,), "Vårdcentral": (30,), "Stöd och försörjning": (21,),
            "Övrig vård (habilitering, ungdomsmottagning)": (11,), "Egen ansökan": (9,), "Arbetsförmedlingen": (0,),
        }  # fmt: skip
    rows = tuple(
        Row(f"r{i}", label, DETAIL, tuple(cell(a, unit) for a in amounts))
        for i, (label, amounts) in enumerate(facts.items(), 1)
    )
    titles = {
        ChartKind.BARS: ("Intresseanmälningar per kommun", "Almby har flest anmälningar, 43, och Björkvik minst, 16."),
        ChartKind.HORIZONTAL_BARS: ("Vem som anmälde", "Försäkringskassan står för 57 av 159 anmälningar."),
        ChartKind.LINES: ("Eget kapital mot målnivån", "Kapitalet ligger över målnivån alla år som är kända."),
    }
    title, description = titles[kind]
    stub = "År" if kind is ChartKind.LINES else "Kommun" if kind is ChartKind.BARS else "Anmäld av"
    table = Table(f"{kind.value}_table", title, unit, columns(*heads), rows, stub=stub)
    return Chart(kind.value, title, description, kind, table)


COUNTED = {
    ChartKind.SHARES: (
        "Inkomst vid start och avslut", ("Vid start", "Vid avslut"),
        {"Sjukpenning": (40, 22), "Försörjningsstöd": (35, 20), "Lön": (HIDDEN, 41), "Studiestöd": (0, HIDDEN)},
    ),
    ChartKind.RANGES: (
        "Förändring i självskattning", ("Medel", "lägst", "högst"),
        {"Tro på arbete": (12, 4, 20), "Hälsa": (-3, -9, 3), "Vardag": (HIDDEN, HIDDEN, HIDDEN)},
    ),
}  # fmt: skip
"""Charts of counts about people, some of which may not be told."""


def counted(kind: ChartKind) -> Chart:
    """Return a chart of counts, of which some are hidden."""
    title, heads, facts = COUNTED[kind]
    rows = tuple(
        Row(f"r{i}", label, DETAIL, tuple(a if isinstance(a, Hidden) else cell(a, PERSONS) for a in amounts))
        for i, (label, amounts) in enumerate(facts.items(), 1)
    )
    table = Table(f"{kind.value}_table", title, PERSONS, columns(*heads), rows, stub="Svar")
    return Chart(kind.value, title, "Några antal är för små för att visas.", kind, table)


WALKED = (
    ("Eget kapital 1 januari", SUBTOTAL, 3_038), ("Bidrag från medlemmarna", DETAIL, 18_022),
    ("Nettokostnad enligt prognos", DETAIL, -19_185), ("Eget kapital utan projekt", SUBTOTAL, 1_875),
    ("Projekt, netto (Kraftkällan och Stegen, enligt ansökan)", DETAIL, 240), ("Finansnetto", DETAIL, -3),
    ("Eget kapital 31 december", RESULT, 2_112),
)  # fmt: skip
"""From one equity to the next, in thousands."""


def walk() -> Chart:
    """Return a walk from opening to closing equity, up and down, over a level between."""
    rows = tuple(
        Row(f"r{i}", label, kind, (cell(amount * 100_000, THOUSANDS),))
        for i, (label, kind, amount) in enumerate(WALKED, 1)
    )
    table = Table("walk_table", "Vägen till årets slut", THOUSANDS, columns("Prognos"), rows, stub="Steg")
    said = "Kapitalet minskar från 3 038 till 2 112 tkr, och är utan projekten 1 875 tkr."
    return Chart("walk", "Vägen till årets slut", said, ChartKind.WALK, table)


def figure(exact: int, unit: Unit, reference: str) -> Figure:
    """Return a figure for running text."""
    return Figure(Number(exact, unit, LedgerOrigin(("3010", "3011"), PERIOD, "movement", imports=(3,))), reference)
