"""What can be wrong with a deed about members, their key, or how a year is financed? One table."""

from typing import Final

from samordna.domain.values.language import swedish
from samordna.domain.values.problem import ProblemKind, Severity


def _refusal(code: str, found: str, remedy: str) -> ProblemKind:
    return ProblemKind(code, Severity.REFUSE, found, remedy)


NO_SUCH_PAYING_GROUP: Final = _refusal(
    "financing-no-such-group",
    swedish("Gruppen ”{group}” finns inte."),
    swedish("Se vilka grupper som finns under Medlemmar, och välj bland dem."),
)
PAYING_GROUP_WITHOUT_NAME: Final = _refusal(
    "financing-group-without-name",
    swedish("Gruppen har inget namn."),
    swedish("Skriv det namn som ska stå i finansieringsplanen, till exempel Kommunerna."),
)
PAYING_GROUP_IN_USE: Final = _refusal(
    "financing-group-in-use",
    swedish("”{group}” har medlemmar: {members}."),
    swedish("Flytta eller ta bort medlemmarna först."),
)
LAWFUL_GROUPS_THERE: Final = _refusal(
    "financing-lawful-groups-there",
    swedish("Grupperna enligt lagen finns redan."),
    swedish("Ändra dem var för sig om något inte stämmer."),
)
MEMBER_ASKED: Final = ProblemKind(
    "financing-member-asked",
    Severity.REFUSE,
    swedish("{member} har rekvisitioner för {years}: de hade stått utan betalare."),
    swedish("Ange medlemmens sista dag i stället, eller ta först tillbaka rekvisitionerna."),
)
NO_SUCH_MEMBER: Final = _refusal(
    "financing-no-such-member",
    swedish("Det finns ingen medlem med koden ”{code}”."),
    swedish("Se vilka medlemmar som finns nu. Någon kan ha tagit bort den."),
)
MEMBER_THERE: Final = _refusal(
    "financing-member-there",
    swedish("Koden ”{code}” har redan {member}."),
    swedish("Ge den nya medlemmen en egen kod. En medlem som kommer tillbaka får en ny."),
)
NO_SUCH_KEY: Final = _refusal(
    "financing-no-such-key",
    swedish("Ingen fördelningsnyckel börjar gälla {day}."),
    swedish("Se vilka nycklar som finns nu."),
)
NOT_ENTERED: Final = _refusal(
    "financing-not-entered",
    swedish("Det finns inget att ta bort: det har aldrig lagts in, eller är redan borttaget."),
    swedish("Se i listan vad som gäller nu."),
)
WITHOUT_SOURCE: Final = _refusal(
    "financing-without-source",
    swedish("Det framgår inte var uppgiften står."),
    swedish("Ange källan: ett beslut, ett brev, en publicerad tabell."),
)
NEVER_CHANGED: Final = _refusal(
    "financing-never-changed",
    swedish("Här finns ingen ändring att ångra."),
    swedish("Inget behöver göras."),
)
STATE_NOT_FOR_FIRST: Final = _refusal(
    "financing-not-a-first-step",
    swedish("Det finns ingen tilldelning för {year} från {group}, så den kan inte {step}."),
    swedish("Börja med att äska, meddela eller besluta den."),
)
NO_SUCH_SCENARIO: Final = _refusal(
    "financing-no-such-scenario",
    swedish("Det finns inget sparat scenario som heter ”{name}” för {year}."),
    swedish("Se vilka som är sparade, och välj bland dem."),
)
SCENARIO_WITHOUT_NAME: Final = _refusal(
    "financing-scenario-without-name",
    swedish("Scenariot har inget namn."),
    swedish("Skriv ett namn att känna igen det på, till exempel Tio procent mindre."),
)
SCENARIO_IS_THE_PLAN: Final = _refusal(
    "financing-scenario-is-the-plan",
    swedish("Scenariot ändrar ingenting: det är planen själv."),
    swedish("Lägg till minst en ändring innan det sparas."),
)
NO_MUNICIPALITIES: Final = _refusal(
    "population-no-municipalities",
    swedish("Ingen medlem {year} fördelas efter folkmängd och har en kommunkod med fyra siffror."),
    swedish("Ge kommunerna sin kommunkod som kod, till exempel 1490, och låt nyckeln fördela dem efter folkmängd."),
)
NO_COUNTS_TAKEN: Final = _refusal(
    "population-nothing-taken",
    swedish("Filen innehåller ingen folkmängd."),
    swedish("Filen ska heta folkmangd.csv, med rubrikerna Medlem;Folkmängd;Dag;Källa och en rad per medlem och dag."),
)
