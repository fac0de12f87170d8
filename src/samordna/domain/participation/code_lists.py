"""Which answers are there to each question that a count is divided by?

The lists are those of the field (förbundens kodlistor); keys are stable, names may be mended. Municipalities,
the questions of an instrument and the occasions that heads are counted at are an association's own: they are given to
``CodeLists``.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from samordna.domain.values.language import swedish


@dataclass(frozen=True, slots=True)
class Code:
    """An answer: its key, and what people read."""

    key: str
    name: str


@dataclass(frozen=True, slots=True)
class CodeList:
    """A question that a count is divided by, and its answers in the order they are read."""

    key: str
    name: str
    codes: tuple[Code, ...] = ()


def _of(key: str, name: str, **codes: str) -> CodeList:
    return CodeList(key, name, tuple(Code(*one) for one in codes.items()))


REFERRAL_SOURCE: Final = _of(
    "referral_source",
    swedish("Remittent"),
    insurance_agency=swedish("Försäkringskassan"),
    employment_service=swedish("Arbetsförmedlingen"),
    psychiatry=swedish("Psykiatrin"),
    health_centre=swedish("Vårdcentral"),
    region_other=swedish("Regionen övrigt"),
    social_services=swedish("Stöd och försörjning"),
    school=swedish("Skola"),
    municipality_other=swedish("Kommun övrigt"),
    self_referral=swedish("Egen ansökan"),
)
NOT_STARTED_REASON: Final = _of(
    "not_started_reason",
    swedish("Orsak"),
    illness=swedish("Sjukdom"),
    moved=swedish("Flytt"),
    other_planning=swedish("Annan planering"),
    other=swedish("Övrigt"),
)
EXIT_DESTINATION: Final = _of(
    "exit_destination",
    swedish("Avslut till"),
    work=swedish("Arbete"),
    studies=swedish("Studier"),
    other_activity=swedish("Annan insats"),
    back_to_referrer=swedish("Åter till remittent"),
    broken_off=swedish("Avbrott"),
)
AGE_BAND: Final = _of(
    "age_band",
    swedish("Ålder"),
    age_16_19=swedish("16–19 år"),
    age_20_24=swedish("20–24 år"),
    age_25_29=swedish("25–29 år"),
    age_30_39=swedish("30–39 år"),
    age_40_49=swedish("40–49 år"),
    age_50_59=swedish("50–59 år"),
    age_60_66=swedish("60–66 år"),
    age_unknown=swedish("Okänd ålder"),
)
EDUCATION: Final = _of(
    "education",
    swedish("Utbildning"),
    unfinished_compulsory=swedish("Ej fullföljd grundskola"),
    compulsory=swedish("Grundskola"),
    upper_secondary=swedish("Gymnasium"),
    post_secondary=swedish("Eftergymnasial"),
    unknown=swedish("Okänd"),
)
INCOME_SOURCE: Final = _of(
    "income_source",
    swedish("Försörjning"),
    sickness_benefit=swedish("Sjukpenning/rehabpenning"),
    permanent_sickness_compensation=swedish("Sjukersättning"),
    activity_compensation=swedish("Aktivitetsersättning"),
    unemployment_benefit=swedish("A-kassa"),
    activity_support=swedish("Aktivitetsstöd"),
    student_aid=swedish("Studiestöd/studiemedel"),
    social_assistance=swedish("Försörjningsstöd"),
    other_public=swedish("Annan offentlig försörjning"),
    no_public=swedish("Ingen offentlig försörjning"),
    unknown=swedish("Okänt"),
)
_MAIN_INCOMES: Final = (
    ("sickness", swedish("Sjukpenning eller rehabpenning"), ("sickness_benefit",)),
    ("compensation", swedish("Sjuk- eller aktivitetsersättning"),
     ("permanent_sickness_compensation", "activity_compensation")),
    ("unemployment", swedish("A-kassa eller aktivitetsstöd"), ("unemployment_benefit", "activity_support")),
    ("social_assistance", swedish("Försörjningsstöd"), ("social_assistance",)),
    ("other_public", swedish("Annan offentlig eller studiemedel"), ("student_aid", "other_public")),
    ("no_public", swedish("Ingen offentlig försörjning"), ("no_public",)),
    ("unknown", swedish("Okänt"), ("unknown",)),
)  # fmt: skip
MAIN_INCOME_AT_START: Final = CodeList(
    "main_income_at_start",
    swedish("Huvudsaklig försörjning vid start"),
    tuple(Code(key, name) for key, name, _ in _MAIN_INCOMES),
)
MAIN_INCOME_AT_END: Final = CodeList(
    "main_income_at_end",
    swedish("Huvudsaklig försörjning vid avslut"),
    tuple(Code(key, swedish("till {income}").format(income=name.lower())) for key, name, _ in _MAIN_INCOMES),
)
INCOMES_OF: Final[Mapping[str, tuple[str, ...]]] = {key: incomes for key, _, incomes in _MAIN_INCOMES}
"""Which income sources each main one is: somebody has one main one, and may have several sources."""

OCCUPATION: Final = _of(
    "occupation",
    swedish("Sysselsättning"),
    unsubsidised_work=swedish("Arbete utan subvention"),
    subsidised_work=swedish("Arbete med subvention"),
    studies=swedish("Studier"),
    seeking_work=swedish("Arbetssökande"),
    other=swedish("Övrigt"),
)
EXTENT: Final = _of(
    "extent",
    swedish("Omfattning"),
    extent_0=swedish("0 %"),
    extent_25=swedish("25 %"),
    extent_50=swedish("50 %"),
    extent_75=swedish("75 %"),
    extent_100=swedish("100 %"),
)
"""The nearest quarter of 40 hours a week."""

WAITING_BAND: Final = _of(
    "waiting_band",
    swedish("Väntetid"),
    within_2_weeks=swedish("Högst 2 veckor"),
    weeks_3_4=swedish("3–4 veckor"),
    weeks_5_8=swedish("5–8 veckor"),
    weeks_9_12=swedish("9–12 veckor"),
    more_than_12_weeks=swedish("Mer än 12 veckor"),
)
MUNICIPALITY: Final = CodeList("municipality", swedish("Kommun"))
PROGRESSION_QUESTION: Final = CodeList("progression_question", swedish("Fråga"))
SURVEY_QUESTION: Final = CodeList("survey_question", swedish("Fråga"))
OCCASION: Final = CodeList("occasion", swedish("Tillfälle"))

OTHER_MUNICIPALITY: Final = Code("other_municipality", swedish("Annan kommun"))

_SHARED: Final = (
    REFERRAL_SOURCE, NOT_STARTED_REASON, EXIT_DESTINATION, AGE_BAND, EDUCATION, INCOME_SOURCE, MAIN_INCOME_AT_START,
    MAIN_INCOME_AT_END, OCCUPATION, EXTENT, WAITING_BAND, MUNICIPALITY, PROGRESSION_QUESTION, SURVEY_QUESTION, OCCASION,
)  # fmt: skip


@dataclass(frozen=True)
class CodeLists:
    """The lists that an association's counts are divided by: the shared ones, and ``own`` in the place of some."""

    own: tuple[CodeList, ...] = ()

    @cached_property
    def by_key(self) -> Mapping[str, CodeList]:
        """Every list by its key."""
        return {one.key: one for one in (*_SHARED, *self.own)}

    def codes(self, key: str) -> tuple[Code, ...]:
        """Return the answers of a list."""
        return self.by_key[key].codes

    def name(self, key: str, code: str) -> str:
        """Return what people read for an answer; an unknown one is read as it is."""
        return next((one.name for one in self.codes(key) if one.key == code), code)


def municipalities(named: Iterable[tuple[str, str]]) -> CodeList:
    """Return the list of an association's municipalities, from code and name, with one for all others last."""
    return CodeList(MUNICIPALITY.key, MUNICIPALITY.name, (*(Code(*one) for one in named), OTHER_MUNICIPALITY))
