"""A small ledger as a program writes it, to change one line of at a time."""

LEDGER = """\
#FLAGGA 0
#PROGRAM "Påhittat program" 1.0
#FORMAT PC8
#GEN 20240910 "AN"
#SIETYP 4
#FNAMN "Samordningsförbundet Exempel"
#ORGNR 222000-0000
#RAR 0 20240101 20241231
#RAR -1 20230101 20231231
#OMFATTN 20240831
#KONTO 1510 "Kundfordringar"
#KTYP 1510 T
#KONTO 1930 "Bank"
#KTYP 1930 T
#KONTO 2010 "Eget kapital"
#KTYP 2010 S
#KONTO 3010 "Bidrag från kommuner"
#KTYP 3010 I
#KONTO 5010 "Lokalhyra"
#KTYP 5010 K
#DIM 1 "Kostnadsställe"
#DIM 6 "Projekt"
#OBJEKT 1 "3001" "Öppna dörren"
#OBJEKT 6 "P1" "Vägen in"
#IB 0 1930 1000.00
#IB 0 2010 -1000.00
#UB 0 1930 1289.50
#UB 0 2010 -1000.00
#UB -1 1930 1000.00
#UB -1 2010 -1000.00
#RES 0 3010 -500.00
#RES 0 5010 210.50
#VER A 1 20240131 "Bidrag januari"
{
#TRANS 1930 {} 500.00
#TRANS 3010 {1 "3001"} -500.00
}
#VER B 1 20240229 "Hyra"
{
#TRANS 5010 {1 "3001" 6 "P1"} 210.5 20240201 "Lokal \\"Ankaret\\""
#TRANS 1930 {} -210.50
}
"""


def ledger(*changes: tuple[str, str], encoding: str = "cp437") -> bytes:
    """Return the ledger with each change (old text, new text) made, as bytes with CRLF."""
    text = LEDGER
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text.replace("\n", "\r\n").encode(encoding)
