"""What can be wrong with an association's members, keys, weights and populations? One table."""

from typing import Final

from samordna.domain.values.language import swedish
from samordna.domain.values.problem import ProblemKind, Severity

GROUP_TWICE: Final = ProblemKind(
    "association-group-twice",
    Severity.REFUSE,
    swedish("Gruppen ”{group}” står mer än en gång."),
    swedish("Behåll en av dem."),
)
MEMBER_TWICE: Final = ProblemKind(
    "association-member-twice",
    Severity.REFUSE,
    swedish("”{code}” står mer än en gång bland medlemmarna."),
    swedish("Behåll en av raderna. En medlem som kommer tillbaka får en egen kod."),
)
MEMBER_WITHOUT_NAME: Final = ProblemKind(
    "association-member-without-name",
    Severity.REFUSE,
    swedish("Medlemmen ”{code}” saknar kod eller namn."),
    swedish("Skriv båda."),
)
MEMBER_OF_UNKNOWN_GROUP: Final = ProblemKind(
    "association-member-of-unknown-group",
    Severity.REFUSE,
    swedish("”{member}” betalar i gruppen ”{group}”, som inte finns."),
    swedish("Välj bland {known}, eller lägg till gruppen."),
)
LEFT_BEFORE_JOINED: Final = ProblemKind(
    "association-left-before-joined",
    Severity.REFUSE,
    swedish("”{member}” blir medlem {joined} men lämnar {left}."),
    swedish("Rätta någon av dagarna."),
)
KEY_TWICE: Final = ProblemKind(
    "association-key-twice",
    Severity.REFUSE,
    swedish("Två fördelningsnycklar börjar gälla {day}."),
    swedish("Behåll den som är beslutad."),
)
KEY_OF_UNKNOWN_GROUP: Final = ProblemKind(
    "association-key-of-unknown-group",
    Severity.REFUSE,
    swedish("Nyckeln har en andel för ”{group}”, som inte finns."),
    swedish("Välj bland {known}, eller lägg till gruppen."),
)
GROUP_TWICE_IN_KEY: Final = ProblemKind(
    "association-group-twice-in-key",
    Severity.REFUSE,
    swedish("Nyckeln har mer än en andel för ”{group}”."),
    swedish("Behåll en av dem."),
)
GROUP_WITHOUT_PART: Final = ProblemKind(
    "association-group-without-part",
    Severity.WARN,
    swedish("Nyckeln säger inte vad ”{group}” ska betala."),
    swedish("Ange gruppens andel; en grupp som inte betalar har andelen 0."),
)
NEGATIVE_WEIGHT: Final = ProblemKind(
    "association-negative-weight",
    Severity.REFUSE,
    swedish("Vikten {weight} är mindre än noll."),
    swedish("Skriv en vikt som är noll eller mer."),
)
WEIGHTS_ALL_ZERO: Final = ProblemKind(
    "association-weights-all-zero",
    Severity.REFUSE,
    swedish("Alla vikter är noll: det finns inget att fördela efter."),
    swedish("Ange minst en vikt som är större än noll."),
)
STATE_IS_NOT_HALF: Final = ProblemKind(
    "association-state-is-not-half",
    Severity.WARN,
    swedish("Statens andel är {share} procent av det hela. Enligt lagen är den hälften."),
    swedish("Kontrollera andelarna mot förbundsordningen (lag 2003:1210, 5 §)."),
)
NO_SUCH_DAY: Final = ProblemKind(
    "association-no-such-day",
    Severity.REFUSE,
    swedish("Nyckeln räknar folkmängden den {day}/{month}, en dag som inte finns varje år."),
    swedish("Ange till exempel 06-30 eller 12-31."),
)
WEIGHT_OF_UNKNOWN: Final = ProblemKind(
    "association-weight-of-unknown",
    Severity.REFUSE,
    swedish("”{member}” är ingen medlem."),
    swedish("Lägg till medlemmen först, eller rätta koden."),
)
WEIGHT_TWICE: Final = ProblemKind(
    "association-weight-twice",
    Severity.REFUSE,
    swedish("”{member}” har två vikter från {day}."),
    swedish("Behåll en av dem."),
)
POPULATION_TWICE: Final = ProblemKind(
    "association-population-twice",
    Severity.REFUSE,
    swedish("”{member}” har två olika folkmängder {day}."),
    swedish("Behåll den som SCB har publicerat."),
)
NOBODY_LIVES_THERE: Final = ProblemKind(
    "association-population-nobody",
    Severity.REFUSE,
    swedish("Folkmängden är {count}: i en kommun eller region bor det någon."),
    swedish("Ange hur många som bor där enligt SCB."),
)
MEMBER_WITHOUT_WEIGHT: Final = ProblemKind(
    "association-member-without-weight",
    Severity.REFUSE,
    swedish("Det finns ingen avtalad vikt som gäller {year}."),
    swedish("Ange medlemmens vikt; den som inte betalar har vikten 0."),
)
POPULATION_MISSING: Final = ProblemKind(
    "association-population-missing",
    Severity.REFUSE,
    swedish("Det finns ingen folkmängd för {day} eller tidigare."),
    swedish("Ange folkmängden enligt SCB, med dag och källa."),
)
POPULATION_OLDER: Final = ProblemKind(
    "association-population-older",
    Severity.WARN,
    swedish("Folkmängden för {day} är inte angiven: den för {used} används."),
    swedish("Ange den nya folkmängden när SCB har publicerat den."),
)
NO_KEY: Final = ProblemKind(
    "association-no-key",
    Severity.REFUSE,
    swedish("Ingen fördelningsnyckel gäller {day}."),
    swedish("Ange nyckeln ur förbundsordningen, och från vilken dag den gäller."),
)
GROUP_WITHOUT_MEMBERS: Final = ProblemKind(
    "association-group-without-members",
    Severity.REFUSE,
    swedish("”{group}” har en andel men ingen medlem {year}."),
    swedish("Lägg till en medlem, eller ändra nyckeln så att de övriga betalar."),
)
