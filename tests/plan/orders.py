"""A ledger with accounts to accrue on, and amounts that it lacks."""

from tests.plan.rows import REGISTER, SPRING
from tests.statements.ledger import books

from samordna.domain.plan.owed import CONTRIBUTIONS, Owed, OwedKind

CHART = books(
    """
account                          2023-01  2023-06
1790 T Interimsfordringar              .        .
1930 T Bank                         -700        .
5010 K Insatser                      500        .
5010 K Insatser 1:3011               500        .
6010 K Konsulter                     200        .
6010 K Konsulter 1:3011              200        .
""",
    """
account                          opening  2024-01  2024-04
1510 T Kundfordringar                  .        .        .
1790 T Interimsfordringar              .        .        .
1930 T Bank                          900     -120     -300
2920 S Upplupna_löner               -200        .        .
2990 S Upplupna_kostnader           -700        .        .
3010 I Bidrag                          .     -700        .
3990 I Projektmedel                    .     -110        .
3990 I Projektmedel 1:4001             .     -110        .
5010 K Insatser                        .      130      200
5010 K Insatser 1:1010                 .      100      100
5010 K Insatser 1:1010 6:10            .       60       10
5010 K Insatser 1:3001                 .       30      100
6010 K Konsulter                       .        .      100
6010 K Konsulter 1:1010                .        .      100
6010 K Konsulter 1:1010 6:10           .        .       90
""",
    covers_to=202404,
)
ALMBY = Owed("3011", OwedKind.AGREEMENT, SPRING, 203_33, "Avtalat 610 kr för året, upparbetat 203 kr, bokfört 0 kr.")
PART = Owed("1010:10", OwedKind.AGREEMENT, SPRING, 50_00, "Avtalat 300 kr för året, upparbetat 100 kr, bokfört 50 kr.")
CLAIM = Owed("4001", OwedKind.CLAIM, SPRING, -80_00, "Fordran på finansiären för januari–april 2024: ansökan 3.")
PARTIES = Owed(CONTRIBUTIONS, OwedKind.CONTRIBUTION, SPRING, -150_00, "Bidragen är 400 kr, fakturerat är 250 kr.")
ALL = (ALMBY, PART, CLAIM, PARTIES)
"""One of each kind."""

__all__ = ["ALL", "ALMBY", "CHART", "CLAIM", "PART", "PARTIES", "REGISTER", "SPRING"]
