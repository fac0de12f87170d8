"""What can be unsafe with a site, and what should a person do about it?"""

from typing import Final

from samordna.domain.values.language import swedish
from samordna.domain.values.problem import ProblemKind, Severity


def _refusal(code: str, found: str, remedy: str) -> ProblemKind:
    return ProblemKind(code, Severity.REFUSE, found, remedy)


def _warning(code: str, found: str, remedy: str) -> ProblemKind:
    return ProblemKind(code, Severity.WARN, found, remedy)


READABLE_BY_OTHERS: Final = _refusal(
    "readable-by-others",
    swedish("Alla på datorn kan läsa eller skriva här."),
    swedish("Stäng ute andra: chmod {mode} {path}."),
)
READABLE_BY_GROUP: Final = _warning(
    "readable-by-group",
    swedish("Andra i samma grupp på datorn kan läsa eller skriva här."),
    swedish("Är det inte meningen, stäng ute dem: chmod {mode} {path}."),
)
NO_ADMINISTRATOR: Final = _refusal(
    "no-administrator",
    swedish("Ingen kan logga in som administratör: ingen kan bjuda in eller stänga av användare."),
    swedish("Bjud in en: samordna invite --data {folder} --email E-POST --name NAMN --role administrator."),
)
ONE_ADMINISTRATOR: Final = ProblemKind(
    "one-administrator",
    Severity.INFORM,
    swedish("Det finns en enda administratör."),
    swedish("Bjud in en till, så att någon kan släppa in den som har glömt sitt lösenord."),
)
DEMO_USERS: Final = _refusal(
    "demo-users",
    swedish("Alla kan logga in som {emails}: demons lösenord är kända."),
    swedish("Lägg inget eget i ett demoförbund. Skapa ett nytt med samordna new, eller stäng av användarna."),
)
WITHOUT_HTTPS: Final = _refusal(
    "without-https",
    swedish("Webbplatsen nås från andra datorer utan kryptering: lösenord och siffror kan läsas på vägen."),
    swedish("Ställ en server som talar HTTPS framför och ange --https, eller lyssna bara här: --address 127.0.0.1."),
)
AROUND_THE_FRONT: Final = _warning(
    "around-the-front",
    swedish("Andra datorer når webbplatsen också förbi servern som krypterar."),
    swedish("Står den servern på samma dator: --address 127.0.0.1. Annars: stäng porten för alla andra i brandväggen."),
)
WILDCARD_HOST: Final = _refusal(
    "wildcard-host",
    swedish("Webbplatsen svarar under vilket namn som helst."),
    swedish("Ange de namn som gäller, ett i taget: --host samordna.example.se."),
)
NO_HOST: Final = _warning(
    "no-host",
    swedish("Inget namn är angivet: webbläsare på andra datorer får inget svar."),
    swedish("Ange namnet som webbplatsen nås under: --host samordna.example.se."),
)
SHORT_SECRET: Final = _refusal(
    "short-secret",
    swedish("Hemligheten som inloggningar signeras med är för kort eller för enkel."),
    swedish("Ta bort SAMORDNA_SECRET_KEY, så används datamappens egen, eller ange minst 50 slumpade tecken."),
)
UNENCRYPTED_DATABASE: Final = _refusal(
    "unencrypted-database",
    swedish("Databasservern {host} nås över nätverket, och inget kräver att det krypteras."),
    swedish("Lägg till ?sslmode=verify-full sist i DATABASE_URL."),
)
UNVERIFIED_DATABASE: Final = _warning(
    "unverified-database",
    swedish("Databasservern {host} nås krypterat, men ingen kontrollerar att det är rätt server."),
    swedish("Skriv ?sslmode=verify-full sist i DATABASE_URL."),
)
OLDER_DATABASE: Final = _warning(
    "older-database",
    swedish("Databasen är skriven av en äldre version av Samordna och byggs om när den öppnas."),
    swedish("Ta en säkerhetskopia, öppna den sedan med samordna users --data {folder} och granska igen."),
)
LINK_WAITS: Final = _warning(
    "link-waits",
    swedish("En länk in har väntat i {days} dagar på {email}."),
    swedish("Fråga om den kom fram, eller dra tillbaka den under Inställningar › Användare."),
)
NEVER_LOGGED_IN: Final = _warning(
    "never-logged-in",
    swedish("Användaren har aldrig loggat in."),
    swedish("Behövs den inte, stäng av den under Inställningar › Användare."),
)
DISK_FULL: Final = _refusal(
    "disk-full",
    swedish("Det finns {free} MB ledigt på disken: nästa inläsning kan misslyckas."),
    swedish("Gör plats, eller flytta datamappen till en större disk."),
)
DISK_LOW: Final = _warning(
    "disk-low",
    swedish("Det finns {free} MB ledigt på disken."),
    swedish("Gör plats innan fler bokföringsfiler läses in."),
)
RUNS_AS_ROOT: Final = _warning(
    "runs-as-root",
    swedish("Programmet körs som root: ett fel i det får ändra allt på datorn."),
    swedish("Kör det som en egen användare som bara äger datamappen."),
)
