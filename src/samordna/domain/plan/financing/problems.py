"""What can be wrong with an allotment, with what a year is financed by, or with a scenario? One table."""

from typing import Final

from samordna.domain.values.language import swedish
from samordna.domain.values.problem import ProblemKind, Severity

ALLOTMENT_NOT_IN_THAT_STATE: Final = ProblemKind(
    "financing-allotment-not-in-that-state",
    Severity.REFUSE,
    swedish("Tilldelningen är {state} och kan inte {step}."),
    swedish("Det som går att göra nu: {possible}."),
)
ALLOTMENT_OUT_OF_ORDER: Final = ProblemKind(
    "financing-allotment-out-of-order",
    Severity.REFUSE,
    swedish("Tilldelningen är {state}, efter att ha varit {before}."),
    swedish("Rätta läget eller dagen: en tilldelning är äskad, sedan preliminär, sedan beslutad."),
)
ALLOTMENT_TWICE: Final = ProblemKind(
    "financing-allotment-twice",
    Severity.REFUSE,
    swedish("”{group}” har mer än en tilldelning för {year}."),
    swedish("Skriv dem som steg i en och samma tilldelning."),
)
ALLOTMENT_OF_UNKNOWN: Final = ProblemKind(
    "financing-allotment-of-unknown",
    Severity.REFUSE,
    swedish("Nyckeln har ingen andel för gruppen ”{group}”."),
    swedish("Välj en grupp som nyckeln nämner: {known}."),
)
ANOTHER_STATE: Final = ProblemKind(
    "financing-another-state",
    Severity.INFORM,
    swedish("Tilldelningen är {used}, inte {wanted}: den används ändå."),
    swedish("Säg vilket läge siffrorna vilar på när de används."),
)
NOTHING_TO_SHARE: Final = ProblemKind(
    "financing-nothing-to-share",
    Severity.REFUSE,
    swedish("Det finns varken en ram eller en tilldelning för {year}."),
    swedish("Ange vad som är äskat, preliminärt eller beslutat, eller en ram att fördela."),
)
NEGATIVE_AMOUNT: Final = ProblemKind(
    "financing-negative-amount",
    Severity.REFUSE,
    swedish("Beloppet {amount} kr är mindre än noll."),
    swedish("Skriv ett belopp som är noll eller mer."),
)
AGREED_WITH_UNKNOWN: Final = ProblemKind(
    "financing-agreed-with-unknown",
    Severity.REFUSE,
    swedish("”{member}” är inte medlem {year} i någon grupp som betalar."),
    swedish("Ta bort det avtalade beloppet, eller rätta medlemmens dagar."),
)
AGREED_TWICE: Final = ProblemKind(
    "financing-agreed-twice",
    Severity.REFUSE,
    swedish("”{member}” har mer än ett avtalat belopp för {year}."),
    swedish("Behåll ett av dem."),
)
AGREED_IS_MORE: Final = ProblemKind(
    "financing-agreed-is-more",
    Severity.REFUSE,
    swedish("Det avtalade, {agreed} kr, är mer än {whole} kr, som är det hela."),
    swedish("Sänk de avtalade beloppen, eller höj det som ska fördelas."),
)
AGREED_DOES_NOT_ADD_UP: Final = ProblemKind(
    "financing-agreed-does-not-add-up",
    Severity.REFUSE,
    swedish("Det avtalade, {agreed} kr, är inte {whole} kr, och ingen annan kan betala skillnaden."),
    swedish("Rätta beloppen, eller låt någon betala enligt nyckeln."),
)
NOT_BY_KEY: Final = ProblemKind(
    "financing-not-by-key",
    Severity.WARN,
    swedish("Beloppet är {amount} kr. Enligt nyckeln hade det varit {by_key} kr."),
    swedish("Är det meningen behöver inget göras; redovisa skillnaden när planen beslutas."),
)
NOT_WHOLE_UNITS: Final = ProblemKind(
    "financing-not-whole-units",
    Severity.INFORM,
    swedish("{amount} kr går inte att dela i hela {unit}: det delas i {used}."),
    swedish("Avrunda det som ska fördelas om delarna ska vara hela {unit}."),
)
SCENARIO_OF_UNKNOWN: Final = ProblemKind(
    "financing-scenario-of-unknown",
    Severity.REFUSE,
    swedish("”{who}” finns inte."),
    swedish("Välj en grupp eller medlem som finns."),
)
SCENARIO_MEMBER_EXISTS: Final = ProblemKind(
    "financing-scenario-member-exists",
    Severity.REFUSE,
    swedish("”{who}” är redan medlem."),
    swedish("Ge den nya medlemmen en egen kod."),
)
