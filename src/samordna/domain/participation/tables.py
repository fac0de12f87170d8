"""Which tables of counts are there, and what exactly does each of them count?

A table is asked for when an association asks for it; a new one is an entry here and no more. Only tables of one or two
divisions are here: who is alike in three ways is soon alone.
"""

from collections.abc import Iterable, Mapping
from typing import Final

from samordna.domain.participation import code_lists as lists
from samordna.domain.participation.count_table import CountKind, CountTable, GenderAsked, Holds, Joining, Sensitive
from samordna.domain.values.language import swedish

REFERRALS: Final = CountTable(
    "referrals",
    swedish("Inkomna remisser"),
    swedish("Remisser och intresseanmälningar som kom in under perioden, var och en räknad en gång."),
    CountKind.REFERRALS,
)
CARRIED_OVER: Final = CountTable(
    "carried_over",
    swedish("Väntade vid periodens början"),
    swedish("Remisser från tidigare perioder där personen varken startat eller avböjt när perioden började."),
    CountKind.WAITING,
    over_periods=Joining.FIRST,
)
WAITING: Final = CountTable(
    "waiting",
    swedish("Väntar vid periodens slut"),
    swedish("Remisser där personen varken startat eller avböjt när perioden slutade."),
    CountKind.WAITING,
    over_periods=Joining.LAST,
)
NOT_STARTED: Final = CountTable(
    "not_started",
    swedish("Inte aktuella för start"),
    swedish("Remisser som under perioden blev klara utan start, när de än kom in."),
    CountKind.NOT_STARTED,
)
STARTS: Final = CountTable(
    "starts",
    swedish("Startade"),
    swedish("Deltaganden som började under perioden. Den som slutar och börjar igen räknas två gånger."),
    CountKind.STARTS,
)
ONGOING_AT_START: Final = CountTable(
    "ongoing_at_start",
    swedish("Pågående vid periodens början"),
    swedish("Deltaganden som hade börjat före perioden och inte var avslutade när den började."),
    CountKind.ONGOING,
    over_periods=Joining.FIRST,
)
ONGOING: Final = CountTable(
    "ongoing",
    swedish("Pågående vid periodens slut"),
    swedish("Deltaganden som hade börjat och inte var avslutade på periodens sista dag."),
    CountKind.ONGOING,
    over_periods=Joining.LAST,
)
EXITS: Final = CountTable(
    "exits",
    swedish("Avslutade"),
    swedish("Deltaganden som slutade under perioden, oavsett skäl."),
    CountKind.EXITS,
)
PARTICIPANTS: Final = CountTable(
    "participants",
    swedish("Deltaganden under perioden"),
    swedish("Pågående när perioden började och de som startade under den: det som planens antal deltagare avser."),
    CountKind.PARTICIPANTS,
    over_periods=Joining.WITH_NEW,
    new_in="starts",
)
UNIQUE: Final = CountTable(
    "unique",
    swedish("Unika deltagare i enheten"),
    swedish("Olika personer bland deltagandena: den som börjat två gånger i enheten räknas en gång."),
    CountKind.UNIQUE,
    over_units=Joining.INTERVAL,
    over_periods=Joining.INTERVAL,
    at_most="participants",
)
ANONYMOUS: Final = CountTable(
    "anonymous",
    swedish("Nya anonyma deltagare"),
    swedish("Personer som började under perioden utan att registreras. Bara antal, och kön om det är känt."),
    CountKind.ANONYMOUS,
    gender=GenderAsked.IF_KNOWN,
)
HEAD_COUNT: Final = CountTable(
    "head_count",
    swedish("Volym"),
    swedish("Räknade huvuden vid utbildningar, möten och öppna aktiviteter. Samma person kan räknas flera gånger."),
    CountKind.HEAD_COUNT,
    gender=GenderAsked.NEVER,
)
MEASURED_ONCE: Final = CountTable(
    "measured_once",
    swedish("Mätta minst en gång"),
    swedish("Deltaganden under perioden med minst en progressionsmätning."),
    CountKind.MEASURED,
    over_periods=Joining.INTERVAL,
    at_most="participants",
)
MEASURED_TWICE: Final = CountTable(
    "measured_twice",
    swedish("Mätta minst två gånger"),
    swedish("Deltaganden under perioden med minst två progressionsmätningar, så att en förändring kan räknas."),
    CountKind.MEASURED,
    over_periods=Joining.INTERVAL,
    at_most="measured_once",
)
CHANGE: Final = CountTable(
    "progression_change",
    swedish("Förändring per fråga"),
    swedish("För dem som mätts minst två gånger: svaret vid den senaste mätningen minus svaret vid den första."),
    CountKind.CHANGE,
    (lists.PROGRESSION_QUESTION.key,),
    over_periods=Joining.APART,
    at_most="measured_twice",
    holds=Holds.SUMS,
)
SURVEY: Final = CountTable(
    "survey",
    swedish("Enkätsvar"),
    swedish("Svar på enkäten under perioden: antal svar och summan av dem, fråga för fråga."),
    CountKind.SURVEY,
    (lists.SURVEY_QUESTION.key,),
    holds=Holds.SUMS,
)
VIOLENCE_ASKED: Final = CountTable(
    "violence_asked",
    swedish("Har fått frågorna om våld"),
    swedish("Deltaganden där frågorna om våld ställdes under perioden. Bara antal."),
    CountKind.VIOLENCE,
    sensitive=Sensitive.ALWAYS,
    explained=False,
)
VIOLENCE_DISCLOSED: Final = CountTable(
    "violence_disclosed",
    swedish("Har berättat om våld"),
    swedish("De av dem som svarade ja på minst en fråga. Bara antal."),
    CountKind.VIOLENCE,
    at_most="violence_asked",
    sensitive=Sensitive.ALWAYS,
    explained=False,
)


def _divided(whole: CountTable, suffix: str, name: str, *dimensions: str) -> CountTable:
    """Return the table of the same figure divided by something: its rows add up to it. Only flows are divided."""
    told = swedish("{whole} Fördelat så att raderna tillsammans blir {name}.")
    definition = told.format(whole=whole.definition, name=f"”{whole.name}”")
    return CountTable(
        f"{whole.key}_{suffix}", name, definition, whole.kind, dimensions, whole.gender, adds_up_to=whole.key
    )


def _by_income(whole: CountTable, suffix: str, name: str) -> CountTable:
    """Return the table of income sources: somebody may have several."""
    told = swedish("{whole} Den som har flera slags försörjning räknas på flera rader.")
    definition = told.format(whole=whole.definition)
    dimensions = (lists.INCOME_SOURCE.key,)
    return CountTable(
        f"{whole.key}_{suffix}", name, definition, whole.kind, dimensions,
        adds_up_to=whole.key, several=True, sensitive=Sensitive.CROSSED,
    )  # fmt: skip


TRANSITIONS: Final = CountTable(
    "exits_by_income_transition",
    swedish("Avslutade: huvudsaklig försörjning från start till avslut"),
    swedish(
        "{whole} Vart och ett räknas en gång: på raden för den huvudsakliga försörjningen vid start och vid avslut."
    ).format(whole=EXITS.definition),
    CountKind.EXITS,
    (lists.MAIN_INCOME_AT_START.key, lists.MAIN_INCOME_AT_END.key),
    adds_up_to="exits",
    margins=("exits_by_income_at_start", "exits_by_income_at_end"),
    sensitive=Sensitive.CROSSED,
)
_WORK: Final = (lists.OCCUPATION.key, lists.EXTENT.key)

DIVIDED: Final = (
    _divided(REFERRALS, "by_source", swedish("Remisser efter remittent"), lists.REFERRAL_SOURCE.key),
    _divided(REFERRALS, "by_municipality", swedish("Remisser efter kommun"), lists.MUNICIPALITY.key),
    _divided(NOT_STARTED, "by_reason", swedish("Inte aktuella efter orsak"), lists.NOT_STARTED_REASON.key),
    _divided(STARTS, "by_age", swedish("Startade efter ålder"), lists.AGE_BAND.key),
    _divided(STARTS, "by_municipality", swedish("Startade efter kommun"), lists.MUNICIPALITY.key),
    _divided(STARTS, "by_education", swedish("Startade efter utbildning"), lists.EDUCATION.key),
    _by_income(STARTS, "by_income", swedish("Försörjning vid start")),
    _divided(STARTS, "by_occupation", swedish("Sysselsättning vid start"), *_WORK),
    _divided(STARTS, "by_waiting_time", swedish("Väntetid till start"), lists.WAITING_BAND.key),
    _divided(HEAD_COUNT, "by_occasion", swedish("Volym efter tillfälle"), lists.OCCASION.key),
    _divided(EXITS, "by_destination", swedish("Avslutade efter vad som följde"), lists.EXIT_DESTINATION.key),
    _by_income(EXITS, "by_income_at_start", swedish("Avslutade: försörjning vid start")),
    _by_income(EXITS, "by_income_at_end", swedish("Avslutade: försörjning vid avslut")),
    TRANSITIONS,
    _divided(EXITS, "by_occupation_at_start", swedish("Avslutade: sysselsättning vid start"), *_WORK),
    _divided(EXITS, "by_occupation_at_end", swedish("Avslutade: sysselsättning vid avslut"), *_WORK),
)
"""The figures that are divided by something, after the figures themselves."""


def _in_order(wholes: Iterable[CountTable]) -> dict[str, CountTable]:
    """Return every table by key, what divides a figure right after it."""
    tables: dict[str, CountTable] = {}
    for whole in wholes:
        tables[whole.key] = whole
        tables |= {one.key: one for one in DIVIDED if one.adds_up_to == whole.key}
    return tables


TABLES: Final[Mapping[str, CountTable]] = _in_order((
    REFERRALS, CARRIED_OVER, WAITING, NOT_STARTED, STARTS, ONGOING_AT_START, ONGOING, EXITS, PARTICIPANTS, UNIQUE,
    ANONYMOUS, HEAD_COUNT, MEASURED_ONCE, MEASURED_TWICE, CHANGE, SURVEY, VIOLENCE_ASKED, VIOLENCE_DISCLOSED,
))  # fmt: skip
"""Every table by its key, in the order they are asked for."""

_OTHERS: Final = {HEAD_COUNT.key, "head_count_by_occasion", SURVEY.key}
FOR_INDIVIDUALS: Final = tuple(key for key in TABLES if key not in _OTHERS)
"""What an activity for individuals (individinriktad insats) may be asked."""
INDIVIDUAL: Final = tuple(key for key in FOR_INDIVIDUALS if key != TRANSITIONS.key)
"""What it is asked unless somebody chooses otherwise: not what has very many rows."""
STRUCTURAL: Final = (HEAD_COUNT.key, "head_count_by_occasion")
"""What a structural activity (strukturövergripande insats) is asked."""
