"""What can be wrong with what somebody says of the plan?"""

from typing import Final

from samordna.domain.values.language import swedish
from samordna.domain.values.problem import ProblemKind, Severity


def _refusal(code: str, found: str, remedy: str) -> ProblemKind:
    return ProblemKind(code, Severity.REFUSE, found, remedy)


SAID_MEANWHILE: Final = _refusal(
    "plan-said-meanwhile",
    swedish("{by} ändrade detta {when}, efter att du såg det."),
    swedish("Se vad som står nu, och gör ändringen på nytt om den fortfarande behövs."),
)
CHANGED_SINCE_FORM: Final = _refusal(
    "plan-changed-since-form",
    swedish("{by} ändrade {row} {when}, efter att blanketten hämtades, och blanketten ändrar samma rad."),
    swedish("Se vad som står nu. Hämta blanketten på nytt, för över det du har fyllt i och lämna in den."),
)
FORM_OF_UNKNOWN_PLAN: Final = _refusal(
    "plan-form-of-unknown-plan",
    swedish("Det framgår inte vad som gällde när blanketten hämtades: cellen ”{label}” är ändrad eller borttagen."),
    swedish("Hämta blanketten på nytt, för över det du har fyllt i och lämna in den."),
)
NOTHING_TO_WITHDRAW: Final = _refusal(
    "plan-nothing-to-withdraw",
    swedish("Det finns inget att ta bort: det har aldrig lagts in, eller är redan borttaget."),
    swedish("Se i listan vad som gäller nu."),
)
PARTY_EXISTS: Final = _refusal(
    "plan-party-exists",
    swedish("”{party}” har redan ett bidrag för året, inlagt av {by} {when}."),
    swedish("Ändra det på partens egen rad i listan."),
)
NO_SUCH_ROW: Final = _refusal(
    "plan-no-such-row",
    swedish("Raden ”{row}” finns inte bland förbundets kostnadsställen."),
    swedish("Lägg till den under Plan, Register, eller rätta koden."),
)
NO_SUCH_PROPOSAL: Final = _refusal(
    "plan-no-such-proposal",
    swedish("Det förslaget finns inte längre för raden: bokföringen eller planen har ändrats sedan du såg det."),
    swedish("Se vilka förslag som finns nu, och välj bland dem."),
)
NO_SUCH_GROUP: Final = _refusal(
    "plan-no-such-group",
    swedish("Gruppen ”{group}” finns inte."),
    swedish("Välj bland grupperna som de står nu."),
)
GROUP_WITHOUT_NAME: Final = _refusal(
    "plan-group-without-name",
    swedish("Gruppen har inget namn."),
    swedish("Skriv det namn som ska stå som rubrik i uppföljningen."),
)
GROUP_IN_USE: Final = _refusal(
    "plan-group-in-use",
    swedish("Gruppen {group} har rader: {rows}."),
    swedish("Flytta raderna till en annan grupp först."),
)
NO_SUCH_MERGE: Final = _refusal(
    "plan-no-such-merge",
    swedish("Raderna {rows} redovisas inte tillsammans för {year}."),
    swedish("Se vilka som redovisas tillsammans nu."),
)
NOTHING_TO_PLACE: Final = _refusal(
    "plan-nothing-to-place",
    swedish("Alla kostnadsställen i bokföringen har redan en rad."),
    swedish("Lägg till en rad för hand om något saknas."),
)
NOTHING_TO_UNDO: Final = _refusal(
    "plan-nothing-to-undo",
    swedish("Registret har inte ändrats, så det finns inget att ångra."),
    swedish("Inget behöver göras."),
)
CODE_MALFORMED: Final = _refusal(
    "plan-code-malformed",
    swedish("Koden ”{code}” börjar eller slutar med mellanslag, eller går över flera rader."),
    swedish("Skriv koden så som bokföringen har den."),
)
NOT_UNPLACED: Final = _refusal(
    "plan-not-unplaced",
    swedish("”{row}” är inget oplacerat kostnadsställe i bokföringen."),
    swedish("Välj bland dem som står överst i registret nu. En rad som bokföringen inte har läggs till med Ny rad."),
)
ALREADY_PLACED: Final = _refusal(
    "plan-already-placed",
    swedish("”{row}” finns redan i registret."),
    swedish("Ändra på radens egen sida, eller välj en annan kod."),
)
NOT_A_FORECAST: Final = _refusal(
    "plan-not-a-forecast",
    swedish("”{text}” är inget belopp."),
    swedish("Skriv ett tal i {unit}, till exempel 1 234 eller −1 234; töm cellen för att gå tillbaka till förslaget."),
)
NO_PROPOSAL: Final = _refusal(
    "plan-no-proposal",
    swedish("Raden har inget förslag att gå tillbaka till, och kommentaren skulle stå utan belopp."),
    swedish("Töm kommentaren först, eller skriv ett annat belopp."),
)
NOTHING_TO_COMMENT: Final = _refusal(
    "plan-nothing-to-comment",
    swedish("Raden har ingen prognos att kommentera, och inget föreslås."),
    swedish("Skriv prognosen först, och sedan kommentaren."),
)
NOTHING_TO_FREEZE: Final = _refusal(
    "plan-nothing-to-freeze",
    swedish("Det finns ingen prognos för {year} att frysa."),
    swedish("Läs in bokföring för året och lägg upp kostnadsställena; då föreslås en prognos."),
)
UNEXPLAINED: Final = _refusal(
    "plan-unexplained",
    swedish("Prognosen skiljer sig från förslaget utan kommentar på: {rows}."),
    swedish("Skriv kort varför på de raderna, eller gå tillbaka till förslaget."),
)
WITHOUT_OCCASION: Final = _refusal(
    "plan-without-occasion",
    swedish("Det framgår inte för vilket möte eller vilken rapport prognosen fryses."),
    swedish("Skriv till exempel ”Styrelsen 12 september” eller ”Delårsrapporten”."),
)
NOTHING_TO_BUDGET: Final = _refusal(
    "plan-nothing-to-budget",
    swedish("Beslutet säger inget om någon rad."),
    swedish("Fyll i minst ett belopp som ska gälla."),
)
NO_BUDGET_TO_ROLL: Final = _refusal(
    "plan-no-budget-to-roll",
    swedish("Det finns ingen budget för {year} att utgå från."),
    swedish("Lägg in budgeten för {year} först, eller börja från ett tomt formulär."),
)
BUDGET_EXISTS: Final = _refusal(
    "plan-budget-exists",
    swedish("Det finns redan en budget för {year}."),
    swedish("Ändra den med ett nytt beslut i stället."),
)
TEXT_TOO_LONG: Final = _refusal(
    "plan-text-too-long",
    swedish("Texten är {count} tecken; högst {most} får plats."),
    swedish("Korta texten, och lägg det utförliga i en bilaga."),
)
NOT_OWED: Final = _refusal(
    "plan-not-owed",
    swedish("Det som skulle bokas finns inte längre, eller är redan beställt."),
    swedish("Se på sidan Ej bokfört vad som saknas nu."),
)
NOTHING_TO_ORDER: Final = _refusal(
    "plan-nothing-to-order",
    swedish("Det finns inget att beställa bokning av."),
    swedish("Välj minst en post. Är listan tom är allt upparbetat bokfört eller beställt."),
)
BOOKING_RECOGNISED: Final = ProblemKind(
    "plan-booking-recognised",
    Severity.INFORM,
    swedish("{what} har kommit i bokföringen: {amount} för {period}."),
    swedish("Inget behöver göras; posten räknas inte längre som ej bokförd."),
)
NOTHING_CLAIMED: Final = _refusal(
    "plan-nothing-claimed",
    swedish("Fordran är noll eller mindre."),
    swedish("Skriv det belopp som finansiären ska betala, utan minus."),
)
NO_SUCH_PROJECT: Final = _refusal(
    "plan-no-such-project",
    swedish("Det finns inget sådant projekt."),
    swedish("Se vilka som finns under Plan, Projekt."),
)
NO_SUCH_CLAIM: Final = _refusal(
    "plan-no-such-claim",
    swedish("Projektet har ingen ansökan nummer {number}."),
    swedish("Öppna projektet på nytt och välj bland ansökningarna där."),
)
NO_SUCH_ACCOUNT: Final = _refusal(
    "plan-no-such-account",
    swedish("Kontot finns inte i bokföringen."),
    swedish("Öppna avslutet på nytt och välj bland kontona där."),
)
NO_SUCH_ITEM: Final = _refusal(
    "plan-no-such-item",
    swedish("Punkten finns inte längre i avslutets lista."),
    swedish("Öppna avslutet på nytt: något kan ha lästs in eller rättats."),
)
NO_SUCH_AGREEMENT: Final = _refusal(
    "plan-no-such-agreement",
    swedish("Avtalet finns inte."),
    swedish("Välj bland avtalen i listan."),
)
NOTHING_CHANGED: Final = _refusal(
    "plan-nothing-changed",
    swedish("Inget av villkoren är ändrat."),
    swedish("Ändra det som ska ändras, eller gå tillbaka."),
)
NOTHING_TO_REQUEST: Final = _refusal(
    "plan-nothing-to-request",
    swedish("Ingen rekvisition är vald."),
    swedish("Markera minst en rekvisition i listan."),
)
