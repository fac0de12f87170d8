"""What can be wrong with an external project or a claim of it? One table."""

from typing import Final

from samordna.domain.values.language import swedish
from samordna.domain.values.problem_table import ProblemTable

TABLE: Final = ProblemTable()
"""The kinds of this subject by their codes, in the order of this file."""

NOT_IN_THAT_STATE: Final = TABLE.refuse(
    "project-not-in-that-state",
    swedish("Projektet är {state}: det går inte att {step}."),
    swedish("Det som går att göra nu: {possible}."),
)
OUT_OF_ORDER: Final = TABLE.refuse(
    "project-out-of-order",
    swedish("Projektet är {state} efter att ha varit {before}."),
    swedish("Rätta läget: ett projekt är först sökt, sedan beviljat, avslaget eller återtaget."),
)
DECISION_BEFORE_APPLICATION: Final = TABLE.refuse(
    "project-decision-before-application",
    swedish("Dagen, {day}, är före steget innan, {before}."),
    swedish("Rätta dagen: ett beslut kommer efter sin ansökan, och en ändring efter beslutet."),
)
WITHOUT_NAME: Final = TABLE.refuse(
    "project-without-name",
    swedish("Projektet saknar namn eller finansiär."),
    swedish("Skriv båda."),
)
EXISTS: Final = TABLE.refuse(
    "project-exists",
    swedish("Det finns redan ett projekt som heter så."),
    swedish("Öppna det, eller ge det nya ett namn som skiljer dem åt."),
)
NEGATIVE_AMOUNT: Final = TABLE.refuse(
    "project-negative-amount",
    swedish("{what} är {amount}, mindre än noll."),
    swedish("Skriv ett belopp som är noll eller mer."),
)
NO_GRANT: Final = TABLE.refuse(
    "project-no-grant",
    swedish("Det framgår inte hur mycket finansiären ska betala."),
    swedish("Skriv ett belopp som är mer än noll."),
)
SHARE_OVER_ALL: Final = TABLE.refuse(
    "project-share-over-all",
    swedish("Finansiärens andel är {share} procent."),
    swedish("Skriv en andel som är mer än 0 och högst 100 procent."),
)
FLAT_RATE_OVER_ALL: Final = TABLE.refuse(
    "project-flat-rate-over-all",
    swedish("Schablonen ”{label}” är {rate} procent."),
    swedish("Skriv en schablon som är mer än 0 och högst 100 procent av kostnaderna den räknas på."),
)
FLAT_RATE_OF_NOTHING: Final = TABLE.refuse(
    "project-flat-rate-of-nothing",
    swedish("Schablonen ”{label}” räknas på {base}, som inte finns bland årets kostnader."),
    swedish("Lägg in kostnaden med ett belopp för samma år, eller räkna schablonen på något som finns."),
)
ACTUAL_BY_RATE: Final = TABLE.refuse(
    "project-actual-by-rate",
    swedish("”{label}” är en faktisk kostnad och kan inte räknas som procent av andra."),
    swedish("Skriv ett belopp, eller säg att det är en schablonkostnad."),
)
COST_TWICE: Final = TABLE.refuse(
    "project-cost-twice",
    swedish("”{label}” står mer än en gång för {year}."),
    swedish("Behåll en av raderna, eller ge dem olika namn."),
)
OUTSIDE_THE_PROJECT: Final = TABLE.refuse(
    "project-outside-its-months",
    swedish("{what} gäller {period}, men projektet pågår {project}."),
    swedish("Rätta månaderna, eller projektets start och slut."),
)
UNKNOWN_ROW: Final = TABLE.refuse(
    "project-unknown-row",
    swedish("”{row}” finns inte i registret."),
    swedish("Lägg till kostnadsstället i registret först, eller rätta koden."),
)
ROW_TWICE: Final = TABLE.refuse(
    "project-row-twice",
    swedish("”{row}” räknas redan till {project} under samma månader."),
    swedish("Välj en annan rad. En rad för bidrag kan delas om varje projekt har egna konton."),
)
MOVE_TO_ITSELF: Final = TABLE.refuse(
    "project-move-to-itself",
    swedish("Personalen flyttas från ”{row}” till samma rad."),
    swedish("Välj raden som projektet bokför personalen på."),
)
FINANCING_FALLS_SHORT: Final = TABLE.warn(
    "project-financing-falls-short",
    swedish("Medfinansieringen är {told}, men {needed} behövs utöver finansiärens del: {missing} saknas."),
    swedish("Lägg till medfinansiering i pengar, tid eller egna medel, eller sänk kostnaderna."),
)
GRANT_OVER_SHARE: Final = TABLE.warn(
    "project-grant-over-share",
    swedish("Bidraget {grant} är mer än {share} procent av kostnaderna, {most}."),
    swedish("Räkna med det lägre beloppet, eller rätta andelen eller kostnaderna."),
)
BOOKED_AHEAD: Final = TABLE.warn(
    "project-booked-ahead",
    swedish("{booked} är bokfört som intäkt, men bara {earned} är intjänat {period}."),
    swedish("Det som inte är intjänat är en skuld till finansiären: se efter om det är ett förskott som ska bokas om."),
)
CLAIM_NOT_IN_THAT_STATE: Final = TABLE.refuse(
    "claim-not-in-that-state",
    swedish("Ansökan är {state}: det går inte att {step}."),
    swedish("Det som går att göra nu: {possible}."),
)
CLAIM_BEFORE_GRANT: Final = TABLE.refuse(
    "claim-before-grant",
    swedish("Projektet är {state}: inget kan sökas av bidraget."),
    swedish("Lägg in finansiärens beslut först."),
)
CLAIM_ABOVE_GRANT: Final = TABLE.refuse(
    "claim-above-grant",
    swedish("Ansökan är på {amount}, men {left} är kvar av bidraget."),
    swedish("Sänk beloppet till det som är kvar, eller lägg in ett ändrat beslut."),
)
CLAIM_ABOVE_SHARE: Final = TABLE.warn(
    "claim-above-share",
    swedish("Ansökan är på {amount}, mer än {share} procent av kostnaderna, {most}."),
    swedish("Kontrollera beloppet mot finansiärens blankett."),
)
CLAIM_OVERLAPS: Final = TABLE.refuse(
    "claim-overlaps",
    swedish("{period} har månader gemensamma med {other}."),
    swedish("Välj månader efter den, eller ta tillbaka den andra ansökan först."),
)
CLAIM_OF_NOTHING: Final = TABLE.refuse(
    "claim-of-nothing",
    swedish("Ansökan är på {amount}."),
    swedish("Skriv kostnaderna och det belopp som söks, mer än noll."),
)
APPROVED_ABOVE_CLAIM: Final = TABLE.refuse(
    "claim-approved-above",
    swedish("{amount} är mer än {before}, som är {state}."),
    swedish("Skriv ett belopp som är högst så stort."),
)
CLAIM_DAY_BEFORE: Final = TABLE.refuse(
    "claim-day-before",
    swedish("Dagen, {day}, är före steget innan, {before}."),
    swedish("Rätta dagen: en ansökan söks, godkänns och betalas i den ordningen."),
)
GRANT_BELOW_CLAIMS: Final = TABLE.refuse(
    "project-grant-below-claims",
    swedish("Bidraget {grant} är mindre än det som redan är sökt, {claimed}."),
    swedish("Ta tillbaka ansökningar som inte är godkända först, eller rätta beloppet."),
)
