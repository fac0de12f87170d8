"""Which measures are made of two counts, or of answers: shares, means, full-time equivalents, reported of agreed?"""

from fractions import Fraction
from typing import Final

from samordna.domain.activities.agreed import Counted as AgreedOf
from samordna.domain.measures.measure import Form, Measure, Tally
from samordna.domain.participation.code_lists import EXTENT, MAIN_INCOME_AT_START
from samordna.domain.participation.tables import TABLES
from samordna.domain.values.language import swedish
from samordna.domain.values.unit import PERCENT, Unit

MEAN: Final = Unit("steps", swedish("steg"), "", Fraction(1), 2)
"""What a mean of answers is shown in."""
EQUIVALENTS: Final = Unit("equivalents", swedish("heltider"), "", Fraction(1), 1)
"""What full-time equivalents are shown in."""
_WORK: Final = ("unsubsidised_work", "subsidised_work")
_EXTENTS: Final = tuple(code.key for code in EXTENT.codes)


def _rows(*codes: str) -> tuple[tuple[str, ...], ...]:
    return tuple((code,) for code in codes)


def _at_work(*occupations: str) -> tuple[tuple[str, ...], ...]:
    """Return the rows of those who have an occupation, whatever its extent."""
    return tuple((occupation, extent) for occupation in occupations for extent in _EXTENTS)


def _share(key: str, name: str, part: Tally, whole: Tally, definition: str) -> Measure:
    population = swedish("{whole}: {definition}").format(whole=whole.counted.name, definition=whole.counted.definition)
    return Measure(key, name, definition, population, Form.SHARE, part, whole, unit=PERCENT)


def _of_exits(key: str, name: str, definition: str, *destinations: str) -> Measure:
    return _share(key, name, Tally("exits_by_destination", _rows(*destinations)), Tally("exits"), definition)


def _income(key: str, name: str, table: str, code: str) -> Measure:
    whole = TABLES[table].adds_up_to
    definition = swedish("Den som har flera slags försörjning räknas i flera andelar, så de blir mer än 100 procent.")
    return _share(key, name, Tally(table, _rows(code)), Tally(whole), definition)


def _work(key: str, name: str, table: str, *occupations: str) -> Measure:
    rows = _at_work(*occupations)
    definition = swedish("Andel av de avslutade, oavsett hur mycket de arbetar eller studerar.")
    return _share(key, name, Tally(table, rows), Tally("exits"), definition)


def _equivalents(key: str, name: str, table: str) -> Measure:
    rows = _at_work(*_WORK)
    weights = tuple(Fraction(_EXTENTS.index(extent), len(_EXTENTS) - 1) for _, extent in rows)
    definition = swedish("Omfattningen av arbetet hos de avslutade, i heltider om 40 timmar i veckan.")
    population = TABLES["exits"].definition
    return Measure(key, name, definition, population, Form.EQUIVALENTS, Tally(table, rows, weights), unit=EQUIVALENTS)


def _to_none(key: str, name: str, *incomes: str) -> Measure:
    """Return the share of those who had some main incomes at the start that has none from the public at the end."""
    base = tuple((start, end) for start in incomes for end in _MAIN)
    definition = swedish("Andel som vid avslut huvudsakligen inte levde på någon offentlig försörjning.")
    part = Tally(_TRANSITIONS, tuple((start, "no_public") for start in incomes))
    population = swedish("{whole}: {definition}").format(
        whole=TABLES["exits"].name, definition=swedish("de som vid start hade den som sin huvudsakliga försörjning.")
    )
    return Measure(key, name, definition, population, Form.SHARE, part, Tally(_TRANSITIONS, base), unit=PERCENT)


_TRANSITIONS: Final = "exits_by_income_transition"
_MAIN: Final = tuple(code.key for code in MAIN_INCOME_AT_START.codes)
_PUBLIC: Final = tuple(code for code in _MAIN if code not in ("no_public", "unknown"))
_OCCUPIED: Final = (*_WORK, "studies")
SHARES: Final = (
    _share(
        "started_share",
        swedish("Andel som startade"),
        Tally("starts"),
        Tally("referrals"),
        swedish("Startade under perioden i förhållande till inkomna remisser. De som väntade sedan tidigare är med."),
    ),
    _share(
        "not_started_share",
        swedish("Andel som inte blev aktuella"),
        Tally("not_started"),
        Tally("referrals"),
        swedish("Remisser som blev klara utan start i förhållande till inkomna remisser."),
    ),
    _of_exits("exits_to_work", swedish("Avslut till arbete"), swedish("Andel av de avslutade som gick till arbete."),
              "work"),
    _of_exits("exits_to_studies", swedish("Avslut till studier"),
              swedish("Andel av de avslutade som gick till studier."), "studies"),
    _of_exits("exits_to_work_or_studies", swedish("Avslut till arbete eller studier"),
              swedish("Andel av de avslutade som gick till arbete eller studier."), "work", "studies"),
    _of_exits("broken_off_share", swedish("Avbrott"), swedish("Andel av de avslutade som avbröt."), "broken_off"),
    _share(
        "progression_coverage",
        swedish("Täckning av progressionsmätning"),
        Tally("measured_once"),
        Tally("participants"),
        swedish("Andel av deltagandena med minst en mätning."),
    ),
    _share(
        "progression_repeated",
        swedish("Mätta minst två gånger, andel"),
        Tally("measured_twice"),
        Tally("participants"),
        swedish("Andel av deltagandena där en förändring kan räknas. Om de övriga säger mätningen inget."),
    ),
    _income("social_assistance_at_start", swedish("Försörjningsstöd vid start"), "exits_by_income_at_start",
            "social_assistance"),
    _income("social_assistance_at_end", swedish("Försörjningsstöd vid avslut"), "exits_by_income_at_end",
            "social_assistance"),
    _income("sickness_benefit_at_start", swedish("Sjukpenning vid start"), "exits_by_income_at_start",
            "sickness_benefit"),
    _income("sickness_benefit_at_end", swedish("Sjukpenning vid avslut"), "exits_by_income_at_end",
            "sickness_benefit"),
    _income("no_public_at_start", swedish("Ingen offentlig försörjning vid start"), "exits_by_income_at_start",
            "no_public"),
    _income("no_public_at_end", swedish("Ingen offentlig försörjning vid avslut"), "exits_by_income_at_end",
            "no_public"),
    _to_none("public_to_no_public", swedish("Från offentlig till ingen offentlig försörjning"), *_PUBLIC),
    _to_none("social_assistance_to_no_public", swedish("Från försörjningsstöd till ingen offentlig försörjning"),
             "social_assistance"),
    _to_none("sickness_to_no_public", swedish("Från sjukpenning till ingen offentlig försörjning"), "sickness"),
    _share("main_income_changed", swedish("Bytte huvudsaklig försörjning"),
           Tally(_TRANSITIONS, tuple((one, other) for one in _MAIN for other in _MAIN
                                     if one != other and "unknown" not in (one, other))),
           Tally("exits"), swedish("Andel av de avslutade där både den vid start och den vid avslut är känd.")),
    _work("at_work_at_start", swedish("I arbete eller studier vid start"), "exits_by_occupation_at_start",
          *_OCCUPIED),
    _work("at_work_at_end", swedish("I arbete eller studier vid avslut"), "exits_by_occupation_at_end", *_OCCUPIED),
    _equivalents("equivalents_at_start", swedish("Heltider arbete vid start"), "exits_by_occupation_at_start"),
    _equivalents("equivalents_at_end", swedish("Heltider arbete vid avslut"), "exits_by_occupation_at_end"),
    _share(
        "started_within_4_weeks",
        swedish("Startade inom fyra veckor"),
        Tally("starts_by_waiting_time", _rows("within_2_weeks", "weeks_3_4")),
        Tally("starts"),
        swedish("Andel av de startade som väntade högst fyra veckor."),
    ),
    _share(
        "started_after_12_weeks",
        swedish("Startade efter mer än tolv veckor"),
        Tally("starts_by_waiting_time", _rows("more_than_12_weeks")),
        Tally("starts"),
        swedish("Andel av de startade som väntade mer än tolv veckor."),
    ),
    _share(
        "violence_asked_share",
        swedish("Har fått frågorna om våld, andel"),
        Tally("violence_asked"),
        Tally("participants"),
        swedish("Andel av deltagandena där frågorna ställdes."),
    ),
)  # fmt: skip
"""What is told in per cent, or by what it weighs."""

MEANS: Final = (
    Measure(
        "progression_change",
        TABLES["progression_change"].name,
        swedish("Medel av den senaste mätningen minus den första, med 95 procents intervall för medelvärdet."),
        swedish("Deltaganden med minst två mätningar. De som inte mätts två gånger är inte med."),
        Form.MEAN,
        Tally("progression_change"),
        unit=MEAN,
    ),
    Measure(
        "survey_answers",
        TABLES["survey"].name,
        swedish("Medel av svaren på varje fråga."),
        swedish("De som har svarat. Hur de andra skulle ha svarat vet ingen."),
        Form.MEAN,
        Tally("survey"),
        unit=MEAN,
    ),
)

_AGREED: Final = {
    AgreedOf.REFERRALS: ("referrals", swedish("Avtalade intresseanmälningar")),
    AgreedOf.STARTS: ("starts", swedish("Avtalade starter")),
    AgreedOf.PARTICIPANTS: ("participants", swedish("Avtalade deltagare under året")),
    AgreedOf.HEADS: ("head_count", swedish("Avtalad volym")),
}
_AS_AGREED: Final = swedish("Antalet i avtalet för hela året.")
_NO_PERSONS: Final = swedish("Det som är avtalat eller budgeterat: inga personer är räknade.")
_BUDGETED: Final = {
    AgreedOf.PARTICIPANTS: swedish("Budgeterat antal"),
    AgreedOf.HEADS: swedish("Budgeterad volym"),
}
AGREED: Final = (
    *(
        Measure(f"agreed_{table}", name, _AS_AGREED, _NO_PERSONS, Form.AGREED, Tally(table), agreed=agreed)
        for agreed, (table, name) in _AGREED.items()
    ),
    *(
        Measure(
            f"budgeted_{_AGREED[agreed][0]}",
            name,
            swedish("Antalet i budgeten för hela året; det avtalade där inget annat är budgeterat."),
            _NO_PERSONS,
            Form.BUDGETED,
            Tally(_AGREED[agreed][0]),
            agreed=agreed,
        )
        for agreed, name in _BUDGETED.items()
    ),
    *(
        Measure(
            f"{table}_of_agreed",
            swedish("{name}, andel av det avtalade").format(name=TABLES[table].name),
            swedish("Redovisat till och med perioden, av det som är avtalat för hela året."),
            swedish("De utförare som har ett avtalat antal för året."),
            Form.OF_AGREED,
            Tally(table),
            agreed=agreed,
            unit=PERCENT,
        )
        for agreed, (table, _) in _AGREED.items()
    ),
)
"""What was agreed, and how much of it is reported."""
