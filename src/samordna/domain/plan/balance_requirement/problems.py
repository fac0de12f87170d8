"""What can be wrong with a balance requirement, or follow from it? One table."""

from typing import Final

from samordna.domain.values.language import swedish
from samordna.domain.values.problem import ProblemKind, Severity

NOT_THE_WHOLE_YEAR: Final = ProblemKind(
    "balance-requirement-not-the-whole-year",
    Severity.REFUSE,
    swedish("Resultatet är utfallet för {months}, inte för hela året."),
    swedish("Bedöm balanskravet på helårets prognos; i en delårsrapport är det den som gäller."),
)
RESULT_UNKNOWN: Final = ProblemKind(
    "balance-requirement-result-unknown",
    Severity.WARN,
    swedish("Resultatet enligt {judged} är inte känt: {reason}."),
    swedish("Lägg in det som saknas: prognosen rad för rad, budgeten, eller bidragen för året."),
)
YEAR_TWICE: Final = ProblemKind(
    "balance-requirement-year-twice",
    Severity.REFUSE,
    swedish("Året står mer än en gång."),
    swedish("Behåll det resultat som balanskravet ska bedömas på."),
)
NEGATIVE_ADJUSTMENT: Final = ProblemKind(
    "balance-requirement-negative-adjustment",
    Severity.REFUSE,
    swedish("”{what}” är mindre än noll."),
    swedish("Skriv beloppet utan tecken: utredningen lägger till eller drar av det."),
)
ADJUSTMENT_WITHOUT_SOURCE: Final = ProblemKind(
    "balance-requirement-adjustment-without-source",
    Severity.REFUSE,
    swedish("Det framgår inte var beloppet för ”{what}” kommer ifrån."),
    swedish("Ange konto, not eller handling."),
)
GROUNDS_WITHOUT_DECISION: Final = ProblemKind(
    "balance-requirement-grounds-without-decision",
    Severity.REFUSE,
    swedish("Synnerliga skäl åberopas utan skäl eller beslut."),
    swedish("Skriv skälet, och paragraf eller handling: styrelsen ska ha beslutat det (KL 11 kap. 13 §)."),
)
BUDGET_DEFICIT: Final = ProblemKind(
    "balance-requirement-budget-deficit",
    Severity.WARN,
    swedish("Budgeten är {amount} kr i underskott, och inga synnerliga skäl är angivna."),
    swedish("Ändra budgeten så att den går jämnt ut, eller ange skälen i budgetbeslutet (KL 11 kap. 5 §)."),
)
DEFICIT_WITHOUT_PLAN: Final = ProblemKind(
    "balance-requirement-deficit-without-plan",
    Severity.WARN,
    swedish("{amount} kr är inte återställt, och det finns varken åtgärdsplan eller synnerliga skäl."),
    swedish("Besluta en åtgärdsplan som återställer det senast {deadline}, eller ange skälen (KL 11 kap. 12–13 §§)."),
)
DEADLINE_PASSED: Final = ProblemKind(
    "balance-requirement-deadline-passed",
    Severity.WARN,
    swedish("{amount} kr skulle ha återställts senast {deadline}."),
    swedish("Redovisa varför, och vad styrelsen har beslutat."),
)
EARLIER_IS_NOTHING: Final = ProblemKind(
    "balance-requirement-earlier-is-nothing",
    Severity.REFUSE,
    swedish("Underskottet från {year} är inget belopp att återställa."),
    swedish("Skriv det som återstår, utan tecken; ta bort uppgiften när inget återstår."),
)
EARLIER_WITHOUT_SOURCE: Final = ProblemKind(
    "balance-requirement-earlier-without-source",
    Severity.REFUSE,
    swedish("Det framgår inte var underskottet från {year} är redovisat."),
    swedish("Ange årsredovisning eller beslut."),
)
PLAN_WITHOUT_STEPS: Final = ProblemKind(
    "balance-requirement-plan-without-steps",
    Severity.REFUSE,
    swedish("Åtgärdsplanen återställer inget."),
    swedish("Skriv vad som ska återställas något av de tre åren."),
)
PLAN_STEP_NEGATIVE: Final = ProblemKind(
    "balance-requirement-plan-step-negative",
    Severity.REFUSE,
    swedish("Beloppet för {year} är mindre än noll."),
    swedish("Skriv vad som ska återställas det året, utan tecken."),
)
PLAN_OF_NO_DEFICIT: Final = ProblemKind(
    "balance-requirement-plan-of-no-deficit",
    Severity.REFUSE,
    swedish("Åtgärdsplanen gäller ett år som inte har något att återställa."),
    swedish("Ta bort planen, eller rätta året."),
)
PLAN_WITHOUT_DECISION: Final = ProblemKind(
    "balance-requirement-plan-without-decision",
    Severity.REFUSE,
    swedish("Åtgärdsplanen säger inte vilket beslut den vilar på."),
    swedish("Skriv paragraf eller handling."),
)
PLAN_OUTSIDE_ITS_YEARS: Final = ProblemKind(
    "balance-requirement-plan-outside-its-years",
    Severity.REFUSE,
    swedish("Åtgärdsplanen återställer något {year}. Det ska ske de tre åren närmast efter, senast {deadline}."),
    swedish("Flytta beloppet till något av de tre åren."),
)
PLAN_IS_NOT_ENOUGH: Final = ProblemKind(
    "balance-requirement-plan-is-not-enough",
    Severity.WARN,
    swedish("Åtgärdsplanen återställer {planned} kr av {amount} kr."),
    swedish("Höj planens belopp, eller ange synnerliga skäl för resten."),
)
