"""The books of an association that exists nowhere else: its own chart of accounts, two small years.

Contributions on accounts of 60, costs on 70 to 79, interest on 80; two units as cost centres, and one
project that belongs to the southern unit.
"""

HEAD = """\
#FLAGGA 0
#PROGRAM "Kassaboken" 3.1
#FORMAT PC8
#GEN {year}0710
#SIETYP 4
#FNAMN "Samordningsförbundet Exempel"
#ORGNR 222000-0000
#RAR 0 {year}0101 {year}1231
#OMFATTN {year}{covered}
#KONTO 1510 "Fordran på parterna"
#KTYP 1510 T
#KONTO 1910 "Bankkonto"
#KTYP 1910 T
#KONTO 2010 "Sparat kapital"
#KTYP 2010 S
#KONTO 2410 "Leverantörsskulder"
#KTYP 2410 S
#KONTO 6010 "Bidrag från staten"
#KTYP 6010 I
#KONTO 6020 "Bidrag från kommunerna"
#KTYP 6020 I
#KONTO 7010 "Köpta insatser"
#KTYP 7010 K
#KONTO 7110 "Handledning"
#KTYP 7110 K
#KONTO 7210 "Lokaler"
#KTYP 7210 K
#KONTO 8010 "Ränta på banken"
#KTYP 8010 I
#DIM 1 "Enhet"
#DIM 6 "Projekt"
#OBJEKT 1 "10" "Norr"
#OBJEKT 1 "20" "Söder"
#OBJEKT 6 "P1" "Vägen in"
"""

BOOKS_2023 = """\
#IB 0 1910 40000.00
#IB 0 2010 -40000.00
#VER A 1 20230115 "Bidrag"
{
#TRANS 1910 {} 90000.00
#TRANS 6010 {} -90000.00
}
#VER A 2 20230310 "Insats i norr"
{
#TRANS 7010 {1 "10"} 60000.50
#TRANS 1910 {} -60000.50
}
#VER A 3 20231120 "Lokaler efter jämförelseperioden"
{
#TRANS 7210 {1 "10"} 9999.50
#TRANS 1910 {} -9999.50
}
"""

BOOKS_2024 = """\
#IB 0 1910 60000.00
#IB 0 2010 -60000.00
#VER A 1 20240115 "Bidrag"
{
#TRANS 1910 {} 50000.00
#TRANS 1510 {} 45000.00
#TRANS 6010 {} -50000.00
#TRANS 6020 {} -45000.00
}
#VER A 2 20240205 "Insats i norr och söder"
{
#TRANS 7010 {1 "10"} 20499.50
#TRANS 7010 {1 "20"} 30000.00
#TRANS 1910 {} -50499.50
}
#VER A 3 20240320 "Handledning i projektet"
{
#TRANS 7110 {1 "20" 6 "P1"} 12500.00
#TRANS 2410 {} -12500.00
}
#VER A 4 20240630 "Lokaler och ränta"
{
#TRANS 7210 {1 "20"} 8000.00
#TRANS 1910 {} -7750.25
#TRANS 8010 {} -249.75
}
"""


def sie(books: str, year: int, covered: str, *, also: str = "") -> bytes:
    """Return one of the years as an SIE file; ``also`` is more records."""
    return (HEAD.format(year=year, covered=covered) + books + also).replace("\n", "\r\n").encode("cp437")
