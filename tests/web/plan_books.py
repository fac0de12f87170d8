"""Which small ledger and register do tests of the plan's screens stand on?"""

from tests.visiting import everything

from samordna.domain.plan.budget import BudgetNumber, Decision, Revision
from samordna.domain.plan.register import CostCentre, Group, Kind, Register
from samordna.domain.values.period import Period
from samordna.office.actions import TERMINAL, LedgerFile, revise_budget, set_register, take_ledgers

YEAR, NEXT = Period(202401, 202412), Period(202501, 202512)
REGISTER = Register(
    (Group("verksamhet", "Verksamhet"), Group("projekt", "Projekt")),
    (
        CostCentre("1010", "Kansli", "verksamhet", responsible="Förbundschef"),
        CostCentre("3001", "Arbetssteget", "verksamhet", performer="Exempelkommun"),
        CostCentre("3040", "Utsikten", "projekt", kind=Kind.PROJECT),
    ),
)

_LEDGER = """#FLAGGA 0
#PROGRAM "prov" 1
#FORMAT PC8
#GEN 20240901
#SIETYP 4
#FNAMN "Samordningsforbundet Exempel"
#RAR 0 20240101 20241231
#OMFATTN 20240831
#DIM 1 "Kostnadsstalle"
#DIM 6 "Projekt"
#OBJEKT 1 1010 "Kansli"
#OBJEKT 1 3001 "Arbetssteget"
#OBJEKT 1 3040 "Utsikten"
#OBJEKT 1 9000 "Finansiering"
#OBJEKT 6 10 "Ledning"
#KONTO 1930 "Bank"
#KTYP 1930 T
#KONTO 3010 "Bidrag"
#KTYP 3010 I
#KONTO 5010 "Hyra"
#KTYP 5010 K
#UB 0 1930 400.00
#RES 0 3010 -1000.00
#RES 0 5010 600.00
#VER A 1 20240105 "Start"
{
#TRANS 1930 {} 400.00
#TRANS 3010 {"1" "9000"} -1000.00
#TRANS 5010 {"1" "1010"} 200.00
#TRANS 5010 {"1" "1010" "6" "10"} 100.00
#TRANS 5010 {"1" "3001"} 250.00
#TRANS 5010 {"1" "3040"} 50.00
}
"""


def read_in(rent: str = "5010") -> None:
    """Read in a ledger with four cost centres: one with a project, one with nothing but income."""
    ledger = _LEDGER.replace("5010", rent)
    take_ledgers([LedgerFile("2024.se", ledger.replace("\n", "\r\n").encode())], by=TERMINAL)


def with_register() -> None:
    """Read in the ledger and say which rows there are; 9000 has none."""
    read_in()
    set_register(REGISTER, by=TERMINAL)


def with_budget() -> None:
    """Adopt a budget too: 1 200 000 for the office and 600 000 for the other."""
    with_register()
    numbers = (BudgetNumber("1010", 1_200_000_00), BudgetNumber("3001", 600_000_00))
    revise_budget(YEAR, Revision(Decision("Styrelsen § 40", "Årets budget"), numbers), by=TERMINAL)


def kept() -> dict[str, list[tuple[object, ...]]]:
    """Return every row there is, but for the trail and who is logged in."""
    return {name: rows for name, rows in everything().items() if name != "User"}
