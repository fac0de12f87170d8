"""What can be wrong with letting somebody in, or with shutting somebody out?"""

from typing import Final

from samordna.domain.values.language import swedish
from samordna.domain.values.problem import ProblemKind, Severity


def _refusal(code: str, found: str, remedy: str) -> ProblemKind:
    return ProblemKind(code, Severity.REFUSE, found, remedy)


EMAIL_MALFORMED: Final = _refusal(
    "email-malformed",
    swedish("Det är ingen e-postadress."),
    swedish("Skriv den så här: fornamn.efternamn@exempel.se."),
)
EMAIL_TAKEN: Final = _refusal(
    "email-taken",
    swedish("Det finns redan en användare med e-postadressen: {name}."),
    swedish("Gör en länk till nytt lösenord för den användaren i stället."),
)
EMAIL_SHUT_OUT: Final = _refusal(
    "email-shut-out",
    swedish("Användaren med e-postadressen är avstängd: {name}."),
    swedish("Släpp in användaren igen i stället för att bjuda in en ny."),
)
NAME_MISSING: Final = _refusal(
    "name-missing",
    swedish("Namnet saknas."),
    swedish("Skriv namnet: det visas i spåret."),
)
NAME_TOO_LONG: Final = _refusal(
    "name-too-long",
    swedish("Namnet är längre än {longest} tecken."),
    swedish("Korta det."),
)
HIDDEN_CHARACTERS: Final = _refusal(
    "hidden-characters",
    swedish("Texten innehåller tecken som inte syns."),
    swedish("Skriv den för hand i stället för att klistra in den."),
)
NO_SUCH_USER: Final = _refusal(
    "no-such-user",
    swedish("Det finns ingen sådan användare."),
    swedish("Gå tillbaka till listan över användare och välj där."),
)
OWN_ROLE: Final = _refusal(
    "own-role",
    swedish("Du kan inte ändra din egen roll."),
    swedish("Be en annan administratör."),
)
OWN_ACCESS: Final = _refusal(
    "own-access",
    swedish("Du kan inte stänga av dig själv."),
    swedish("Be en annan administratör."),
)
LAST_ADMINISTRATOR: Final = _refusal(
    "last-administrator",
    swedish("Användaren är förbundets enda administratör."),
    swedish("Gör en annan användare till administratör först."),
)
NO_OPEN_INVITATION: Final = _refusal(
    "no-open-invitation",
    swedish("Det finns ingen sådan länk som väntar: den är redan använd eller tillbakadragen."),
    swedish("Gå tillbaka till listan över användare och se efter."),
)
WEAK_PASSWORD: Final = _refusal(
    "weak-password",
    swedish("Lösenordet duger inte. {why}"),
    swedish("Flera ord efter varandra är lätta att minnas och svåra att gissa."),
)
ORGANISATION_NUMBER_MALFORMED: Final = _refusal(
    "organisation-number-malformed",
    swedish("Det är inget organisationsnummer."),
    swedish("Skriv sex siffror, bindestreck och fyra siffror, till exempel 222000-0000, eller inget alls."),
)
