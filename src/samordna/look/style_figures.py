"""Which figures does the style page show? Those of no association, with one of every kind of row and cell."""

from typing import Final

from samordna.domain.document import (
    BLANK,
    Cell,
    Chart,
    ChartKind,
    Column,
    Comment,
    EnteredOrigin,
    Missing,
    Number,
    Row,
    RowKind,
    Table,
    annotated,
)
from samordna.domain.values.language import swedish
from samordna.domain.values.period import Period
from samordna.domain.values.unit import KRONOR_ORE, THOUSANDS, Unit

_PERIOD: Final = Period(202401, 202408)
_ORIGIN: Final = EnteredOrigin(swedish("stilsidans exempel"), "example", "actual", _PERIOD)
_UNDECIDED: Final = swedish("Prognosen för helåret är inte beslutad ännu.")
_HEADING, _DETAIL, _SUM, _RESULT = RowKind.HEADING, RowKind.DETAIL, RowKind.SUBTOTAL, RowKind.RESULT

_INCOME: Final = (
    (swedish("Intäkter"), _HEADING, 0, "", ()),
    (swedish("Bidrag från medlemmarna"), _DETAIL, 1, "1", (951_866_500, 951_883_200)),
    (swedish("Projekt Exempelsteget"), _DETAIL, 1, "", (184_567_900, 0)),
    (swedish("Övriga intäkter"), _DETAIL, 1, "", (-982, 12_499_263)),
    (swedish("Summa intäkter"), _SUM, 0, "", (1_136_433_418, 964_382_463)),
    (swedish("Kostnader"), _HEADING, 0, "", ()),
    (swedish("Arvoden och ersättningar"), _DETAIL, 1, "", (-9_006_358, -13_287_388)),
    (swedish("Personalkostnader"), _DETAIL, 1, "2", (-77_696_265, -143_683_620)),
    (swedish("Köp av verksamhet"), _DETAIL, 1, "3", (-856_444_257, -700_715_943)),
    (swedish("Övriga kostnader"), _DETAIL, 1, "", (-31_337_170, -31_892_104)),
    (swedish("Summa kostnader"), _SUM, 0, "", (-974_484_050, -889_579_055)),
    (swedish("Periodens resultat"), _RESULT, 0, "", (161_949_368, 74_803_408)),
)

_AREAS: Final = (
    ("", swedish("Kansli"), _HEADING, ()),
    ("1001", swedish("Styrelse"), _DETAIL, (-280, -121, -186, 230, -40, -18)),
    ("1010", swedish("Kansli och ekonomi"), _DETAIL, (-1_780, -993, -1_562, 3_040, -148, -131)),
    ("", swedish("Summa kansli"), _SUM, (-2_060, -1_114, -1_748, 3_270, -188, -149)),
    ("", swedish("Insatser"), _HEADING, ()),
    ("3001", swedish("Exempelsteget"), _DETAIL, (-6_340, -4_220, -4_500, 6_750, -512, -498)),
    ("3005", swedish("Utbildning och utveckling för medlemmarnas personal"), _DETAIL, (None, -163, -389, 380, 0, -22)),
    ("", swedish("Summa insatser"), _SUM, (None, -4_383, -4_889, 7_130, -512, -520)),
    ("", swedish("Nettokostnad"), _RESULT, (None, -5_497, -6_637, 10_400, -700, -669)),
)

_COMMENTS: Final = (
    Comment("r3", "c1", swedish("Hyran höjs från oktober.")),
    Comment("r6", "", swedish("Avtalet omförhandlas i november.")),
    Comment("r6", "c2", swedish("Fakturan för juli kom i september.")),
    Comment("r6", "c2", swedish("Beräknat efter avtalet.")),
)

_WALK: Final = (
    (swedish("Eget kapital 1 januari"), _SUM, 3_038),
    (swedish("Bidrag från medlemmarna"), _DETAIL, 18_022),
    (swedish("Nettokostnad enligt prognos"), _DETAIL, -19_185),
    (swedish("Eget kapital 31 december"), _RESULT, 1_875),
)

_MONTHS: Final = (swedish("januari"), swedish("februari"), swedish("mars"), swedish("april"), swedish("maj"))
THIS_YEAR: Final = (412, 498, None, 377, 455)
LAST_YEAR: Final = (388, 431, 402, 450, 391)


def _number(shown: int | None, unit: Unit, holds: int = 1) -> Number | Missing:
    return Missing(_UNDECIDED) if shown is None else Number(shown * holds, unit, _ORIGIN)


def _month(shown: int | None) -> Cell:
    return BLANK if shown is None else _number(shown, THOUSANDS, 100_000)


def statement() -> Table:
    """Return an income statement: groups, subtotals, a result, notes, kronor and öre."""
    rows = tuple(
        Row(f"r{i}", label, kind, tuple(_number(ore, KRONOR_ORE) for ore in cells), "", note, level)
        for i, (label, kind, level, note, cells) in enumerate(_INCOME, 1)
    )
    columns = (Column("c1", swedish("Jan–aug 2024"), emphasis=True), Column("c2", swedish("Jan–aug 2023")))
    return Table("income", swedish("Resultaträkning"), KRONOR_ORE, columns, rows, note_label=swedish("Not"))


def follow_up() -> Table:
    """Return a wide follow-up: codes, six columns, a figure that is missing with its reason below, footnotes."""
    rows = tuple(
        Row(f"r{i}", label, kind, tuple(_number(v, THOUSANDS, 100_000) for v in cells), code, "", int(bool(code)))
        for i, (code, label, kind, cells) in enumerate(_AREAS, 1)
    )
    heads = (
        swedish("Prognos 2024"), swedish("Utfall jan–aug"), swedish("Utfall jan–aug 2023"), swedish("Budget 2024"),
        swedish("Utfall aug"), swedish("Utfall jul"),
    )  # fmt: skip
    columns = tuple(Column(f"c{i}", head, emphasis=i == 2) for i, head in enumerate(heads, 1))
    title, area, code = swedish("Nettokostnad per område"), swedish("Område"), swedish("Kst")
    return annotated(Table("follow-up", title, THOUSANDS, columns, rows, stub=area, code_label=code), _COMMENTS)


def defined() -> Table:
    """Return key figures with what each means at the far right."""
    told = (
        ("k1", swedish("Eget kapital"), 3150, swedish("Vid periodens slut, med dess resultat")),
        ("k2", swedish("Likvida medel"), 9208, swedish("Kassa och bank vid periodens slut")),
    )
    rows = tuple(Row(i, label, _DETAIL, (_number(v, THOUSANDS, 100_000),), "", note) for i, label, v, note in told)
    title, note = swedish("Nyckeltal"), swedish("Så är den räknad")
    return Table("defined", title, THOUSANDS, (Column("c1", "2024"),), rows, note_label=note, notes_last=True)


def months() -> Table:
    """Return a figure month by month, beside the year before; one month is not known."""
    pairs = zip(_MONTHS, THIS_YEAR, LAST_YEAR, strict=True)
    rows = tuple(
        Row(f"m{i}", label, _DETAIL, tuple(_month(value) for value in values))
        for i, (label, *values) in enumerate(pairs, 1)
    )
    columns = (Column("c1", "2024", emphasis=True), Column("c2", "2023"))
    return Table("months", swedish("Övriga kostnader per månad"), THOUSANDS, columns, rows, stub=swedish("Månad"))


def chart() -> Chart:
    """Return a chart of two series, with its table."""
    table, title = months(), swedish("Kostnad per månad")
    table = Table("cost-table", title, THOUSANDS, table.columns, table.rows, stub=swedish("Månad"))
    description = swedish("Februari kostade mest både 2024 och 2023; uppgiften för mars 2024 saknas.")
    return Chart("cost", title, description, ChartKind.BARS, table)


def walk() -> Chart:
    """Return a walk from one level to another, with its table."""
    rows = tuple(
        Row(f"s{i}", label, kind, (_number(shown, THOUSANDS, 100_000),))
        for i, (label, kind, shown) in enumerate(_WALK, 1)
    )
    title, columns = swedish("Vägen till årets slut"), (Column("c1", swedish("Prognos 2024")),)
    table = Table("walk-table", title, THOUSANDS, columns, rows, stub=swedish("Steg"))
    description = swedish("Bidragen höjer kapitalet till 21 060 tkr och kostnaderna sänker det till 1 875 tkr.")
    return Chart("walk", title, description, ChartKind.WALK, table)
