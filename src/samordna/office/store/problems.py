"""What can be wrong with a data folder or its database, and what should a person do about it?"""

from typing import Final

from samordna.domain.values.language import swedish
from samordna.domain.values.problem import ProblemKind, Severity


def _refusal(code: str, found: str, remedy: str) -> ProblemKind:
    return ProblemKind(code, Severity.REFUSE, found, remedy)


FOLDER_MISSING: Final = _refusal(
    "folder-missing",
    swedish("Mappen finns inte."),
    swedish("Kontrollera sökvägen, eller skapa ett nytt förbund med samordna new."),
)
NOT_A_DATA_FOLDER: Final = _refusal(
    "not-a-data-folder",
    swedish("Mappen är ingen datamapp: filen association.toml saknas i den."),
    swedish("Ange mappen som samordna new eller samordna demo skapade."),
)
FOLDER_UNREADABLE: Final = _refusal(
    "folder-unreadable",
    swedish("Det går inte att läsa eller skriva här: {why}."),
    swedish("Kontrollera att du har rätt att läsa och skriva i mappen och att disken inte är full."),
)
FOLDER_DAMAGED: Final = _refusal(
    "folder-damaged",
    swedish("Filen association.toml går inte att förstå: {why}."),
    swedish("Återställ filen från en säkerhetskopia."),
)
DATABASE_MISSING: Final = _refusal(
    "database-missing",
    swedish("Databasen {database} som mappen pekar på finns inte."),
    swedish("Återställ databasen från en säkerhetskopia, eller ange rätt mapp."),
)
DATABASE_DAMAGED: Final = _refusal(
    "database-damaged",
    swedish("Databasen går inte att läsa: {why}."),
    swedish("Återställ databasen från en säkerhetskopia."),
)
FOLDER_NEWER: Final = _refusal(
    "folder-newer",
    swedish("Mappen är skriven av en nyare version av Samordna än den som körs."),
    swedish("Uppgradera Samordna och försök igen."),
)
FOLDER_TAKEN: Final = _refusal(
    "folder-taken",
    swedish("Här finns redan ett förbund."),
    swedish("Välj en annan mapp för det nya förbundet."),
)
FOLDER_NOT_EMPTY: Final = _refusal(
    "folder-not-empty",
    swedish("Mappen innehåller redan annat: {names}."),
    swedish("Välj en tom mapp, eller en som inte finns ännu."),
)
SERVER_UNNAMED: Final = _refusal(
    "server-unnamed",
    swedish("Förbundet har sin databas {database} på en PostgreSQL-server, men DATABASE_URL är inte satt."),
    swedish("Sätt DATABASE_URL till serverns adress: postgresql://användare:lösenord@värd:5432/postgres."),
)
SERVER_MISNAMED: Final = _refusal(
    "server-misnamed",
    swedish("DATABASE_URL är ingen adress till en PostgreSQL-server."),
    swedish("Skriv den så här: postgresql://användare:lösenord@värd:5432/postgres."),
)
SERVER_UNREACHABLE: Final = _refusal(
    "server-unreachable",
    swedish("PostgreSQL-servern i DATABASE_URL svarar inte eller nekar: {why}"),
    swedish("Kontrollera att servern är igång, och att adressen, användaren och lösenordet stämmer."),
)
WRITE_FAILED: Final = _refusal(
    "write-failed",
    swedish("Databasen svarar inte som den ska: {why}. Inget har ändrats."),
    swedish(
        "Vänta en stund och försök igen. Hjälper det inte: be den som sköter servern se till att disken inte är full, "
        "att datamappen går att skriva i och att databasservern är igång."
    ),
)
BUSY: Final = _refusal(
    "busy",
    swedish("Någon annan skriver i förbundets databas just nu, och blev inte klar i tid."),
    swedish("Vänta en stund och försök igen. Inget har ändrats."),
)

OF_THE_DATABASE: Final = frozenset({WRITE_FAILED.code, BUSY.code})
"""Problems of the database itself: nothing can be written of them there, and the same may well work a little later."""
MAIL_PORT: Final = _refusal(
    "mail-port",
    swedish("”{text}” är ingen port."),
    swedish("Ange ett heltal från 1 till {most}, eller ta bort variabeln: då används 587, eller 465 med tls."),
)
MAIL_SECURITY: Final = _refusal(
    "mail-security",
    swedish("”{text}” är inget sätt att kryptera e-post."),
    swedish("Ange starttls, tls eller none, eller ta bort variabeln: då används starttls."),
)
