"""What can be wrong with an activity, with what is agreed for it, or with what is reported of it? One table."""

from typing import Final

from samordna.domain.values.language import swedish
from samordna.domain.values.problem_table import ProblemTable

TABLE: Final = ProblemTable("activity-")
"""The kinds of this subject by their codes, in the order of this file."""

WITHOUT_NAME: Final = TABLE.refuse(
    "without-name",
    swedish("Insatsen har inget namn."),
    swedish("Skriv namnet så som det ska stå i planer och rapporter."),
)
WITHOUT_SOURCE: Final = TABLE.refuse(
    "without-source",
    swedish("Det framgår inte vad uppgiften vilar på."),
    swedish("Skriv till exempel vilket beslut, vilket avtal eller vilken plan den står i."),
)
NAME_TAKEN: Final = TABLE.refuse(
    "name-taken",
    swedish("Det finns redan en insats som heter ”{name}”."),
    swedish("Ändra den som finns, eller ge den nya ett namn som skiljer dem åt."),
)
UNKNOWN_ACTIVITY: Final = TABLE.refuse(
    "unknown",
    swedish("Insatsen ”{activity}” finns inte i registret."),
    swedish("Lägg upp insatsen först, eller rätta namnet."),
)
ENDS_BEFORE_IT_BEGINS: Final = TABLE.refuse(
    "ends-before-it-begins",
    swedish("{what} slutar {last}, innan den börjar {first}."),
    swedish("Rätta en av månaderna."),
)
UNKNOWN_CATEGORY: Final = TABLE.refuse(
    "unknown-category",
    swedish("Kategorin ”{category}” finns inte för en {direction} insats."),
    swedish("Välj bland {known}. En insats som är båda delarna läggs upp som två."),
)
WITHOUT_CATEGORY: Final = TABLE.warn(
    "without-category",
    swedish("Insatsen har ingen kategori."),
    swedish("Välj bland {known}. Den behövs när insatsen registreras i Uppföljning Finsam."),
)
UNKNOWN_MARK: Final = TABLE.refuse(
    "unknown-mark",
    swedish("Märkningen ”{mark}” finns inte."),
    swedish("Välj bland {known}."),
)
ESF_DISAGREES: Final = TABLE.warn(
    "esf-disagrees",
    swedish("Märkningen {mark} säger {marked} om ESF-finansieringen, men den är satt till {esf}."),
    swedish("Rätta märkningen eller ESF-finansieringen."),
)
REVERSED: Final = TABLE.refuse(
    "reversed",
    swedish("{what}: {low} är mer än {high}."),
    swedish("Byt plats på talen, eller rätta ett av dem."),
)
IMPOSSIBLE: Final = TABLE.refuse(
    "impossible",
    swedish("{what} kan inte vara {number}."),
    swedish("Skriv ett tal från {least} till {most}."),
)
UNIT_WITHOUT_NAME: Final = TABLE.refuse(
    "unit-without-name",
    swedish("En utförare har inget namn."),
    swedish("Skriv enhetens namn, eller töm hela raden."),
)
UNIT_TWICE: Final = TABLE.refuse(
    "unit-twice",
    swedish("Utföraren ”{unit}” står mer än en gång."),
    swedish("Behåll en av raderna, med den första och den sista månaden."),
)
UNKNOWN_UNIT: Final = TABLE.refuse(
    "unknown-unit",
    swedish("”{unit}” är ingen utförare av insatsen."),
    swedish("Välj bland {known}, eller lägg till utföraren i insatsen."),
)
UNIT_LEFT_BEHIND: Final = TABLE.warn(
    "unit-left-behind",
    swedish("”{unit}” har avtalade antal eller kapacitet i insatsen men är inte längre utförare."),
    swedish(
        "Lägg tillbaka utföraren med den sista månaden den utförde insatsen. Har enheten bytt namn: lägg in "
        "talen för det nya namnet."
    ),
)
UNIT_OUTSIDE: Final = TABLE.warn(
    "unit-outside",
    swedish("{unit} utför insatsen utanför de månader som insatsen pågår."),
    swedish("Rätta utförarens månader eller insatsens."),
)
UNKNOWN_ROW: Final = TABLE.warn(
    "unknown-row",
    swedish("Raden ”{row}” finns inte bland förbundets kostnadsställen."),
    swedish("Rätta koden, eller lägg till raden i registret över kostnadsställen."),
)
ONE_PARTY: Final = TABLE.warn(
    "one-party",
    swedish("Insatsen är för {count} part. En insats är för behov som minst två parter har ({rule})."),
    swedish("Ange vilka parter den är för. Är det bara en är det den partens egen uppgift."),
)
NOT_A_MEMBER: Final = TABLE.warn(
    "not-a-member",
    swedish("{unit} utför insatsen för ”{member}”, som inte är medlem. Bara medlemmar utför insatser ({rule})."),
    swedish("Ange den medlem som ansvarar för enheten, med kod eller namn."),
)
NO_MUNICIPALITY: Final = TABLE.warn(
    "no-municipality",
    swedish("{unit} tar bara emot från ”{told}”, som inte är en av medlemskommunerna."),
    swedish("Ange kommunen med kod eller namn. Till dess fördelas inte enhetens antal på kommun."),
)
CHOICES_BECOME_FIXED: Final = TABLE.refuse(
    "choices-become-fixed",
    swedish(
        "När insatsen är registrerad i Uppföljning Finsam går tre val inte att ändra: inriktning ({direction}), "
        "uppföljningsmetod ({follow_up}) och ESF-finansiering ({esf})."
    ),
    swedish("Kontrollera de tre valen och bekräfta att de är rätt."),
)
CHOICE_IS_FIXED: Final = TABLE.refuse(
    "choice-is-fixed",
    swedish("{choices} kan inte ändras: insatsen är registrerad {day} ({rule})."),
    swedish(
        "Låt den här insatsen sluta, och lägg upp en ny med det som ska gälla. Är registreringsdagen fel: ta bort den "
        "först."
    ),
)
NEGATIVE: Final = TABLE.refuse(
    "negative",
    swedish("{number} är mindre än noll."),
    swedish("Skriv ett tal som är noll eller mer."),
)
COUNTS_ANOTHER_DIRECTION: Final = TABLE.warn(
    "counts-another-direction",
    swedish("Talet räknar {counts}, men insatsen är {direction}."),
    swedish("Välj det som talet räknar. En insats som är båda delarna läggs upp som två."),
)
OUTSIDE_ACTIVITY: Final = TABLE.warn(
    "outside",
    swedish("{when} ligger utanför de månader som insatsen pågår."),
    swedish("Rätta tiden, eller insatsens första och sista månad."),
)
NOTHING_REPORTED: Final = TABLE.refuse(
    "nothing-reported",
    swedish("Varken platser, kö eller väntetid är ifyllt."),
    swedish("Fyll i minst en av dem."),
)
EVENT_WITHOUT_NAME: Final = TABLE.refuse(
    "event-without-name",
    swedish("Det framgår inte vad som hölls."),
    swedish("Skriv till exempel ”Utbildning i ACT”."),
)
EVENT_OF_INDIVIDUAL: Final = TABLE.refuse(
    "event-of-individual",
    swedish(
        "Insatsen är individinriktad. Tillfällen för personal och organisationer hör till en strukturövergripande."
    ),
    swedish("Välj en strukturövergripande insats. En insats som är båda delarna läggs upp som två."),
)
WITHOUT_ORGANISATIONS: Final = TABLE.warn(
    "without-organisations",
    swedish("Det framgår inte vilka organisationer tillfället var för."),
    swedish("Skriv till exempel kommunerna, Försäkringskassan eller regionen."),
)
NOT_COUNTED: Final = TABLE.warn(
    "not-counted",
    swedish("Det framgår inte hur många som var med."),
    swedish("Skriv antalet när det är känt."),
)
WITHOUT_INSTRUMENT: Final = TABLE.refuse(
    "without-instrument",
    swedish("Det framgår inte vilken enkät och vilken fråga resultatet hör till."),
    swedish("Skriv enkätens namn, och frågans beteckning i den."),
)
QUESTION_IS_TEXT: Final = TABLE.refuse(
    "question-is-text",
    swedish("Frågans beteckning ska vara högst {most} tecken, utan mellanslag."),
    swedish("Skriv till exempel F3. Frågans ordalydelse hör hemma i enkäten, som kan vara någon annans."),
)
MORE_ANSWERED: Final = TABLE.refuse(
    "more-answered",
    swedish("Fler har svarat ({answered}) än som fick frågan ({asked})."),
    swedish("Rätta ett av talen."),
)
NO_RESULT: Final = TABLE.refuse(
    "no-result",
    swedish("Resultatet har varken medelvärde eller andelar."),
    swedish("Skriv medelvärdet med sin skala, eller andelen för varje svar."),
)
OUTSIDE_SCALE: Final = TABLE.refuse(
    "outside-scale",
    swedish("Medelvärdet {mean} ligger inte på skalan {low} till {high}."),
    swedish("Rätta medelvärdet, eller skriv skalans båda ändar."),
)
SHARES_ARE_NOT_THE_WHOLE: Final = TABLE.warn(
    "shares-are-not-the-whole",
    swedish("Andelarna är {sum} procent tillsammans."),
    swedish("Rätta dem, om inte varje svarande kunde ge flera svar."),
)
FEW_ANSWERED: Final = TABLE.warn(
    "few-answered",
    swedish("Färre än {least} har svarat: resultatet kan säga vad en enskild svarade."),
    swedish("Visa det inte för andra. Lägg ihop flera enheter eller flera mätningar."),
)
NO_SUCH_PERFORMER: Final = TABLE.refuse(
    "no-such-performer",
    swedish("Ingen insats har utföraren ”{unit}”."),
    swedish("Ange utföraren i insatsen först, eller rätta namnet."),
)
NOTHING_AGREED: Final = TABLE.refuse(
    "nothing-agreed",
    swedish("Det framgår inte vad som bestämdes."),
    swedish("Skriv vad som ska göras, utan något om enskilda deltagare."),
)
BEFORE_THE_MEETING: Final = TABLE.refuse(
    "before-the-meeting",
    swedish("Dagen för {what}, {day}, är före mötet."),
    swedish("Rätta mötesdagen eller den andra dagen."),
)
