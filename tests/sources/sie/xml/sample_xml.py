"""The small ledger of ``sample_ledger``, and a fuller one, as a program writes them in SIE 5."""

SMALL = """\
<?xml version="1.0" encoding="utf-8"?>
<Sie xmlns="http://www.sie.se/sie5">
  <FileInfo>
    <SoftwareProduct name="Påhittat program" version="1.0"/>
    <FileCreation time="2024-09-10T08:15:00Z" by="AN"/>
    <Company organizationId="222000-0000" name="Samordningsförbundet Exempel"/>
    <FiscalYears>
      <FiscalYear start="2023-01" end="2023-12" closed="true"/>
      <FiscalYear start="2024-01" end="2024-12" primary="true" lastCoveredDate="2024-08-31"/>
    </FiscalYears>
    <AccountingCurrency currency="SEK"/>
  </FileInfo>
  <Accounts>
    <Account id="1510" name="Kundfordringar" type="asset"/>
    <Account id="1930" name="Bank" type="asset">
      <OpeningBalance month="2024-01" amount="1000.00"/>
      <ClosingBalance month="2024-08" amount="1289.50"/>
      <ClosingBalance month="2023-12" amount="1000.00"/>
    </Account>
    <Account id="2010" name="Eget kapital" type="equity">
      <OpeningBalance month="2024-01" amount="-1000"/>
      <ClosingBalance month="2024-08" amount="-1000"/>
      <ClosingBalance month="2023-12" amount="-1000"/>
    </Account>
    <Account id="3010" name="Bidrag från kommuner" type="income">
      <ClosingBalance month="2024-08" amount="-500.00"/>
    </Account>
    <Account id="5010" name="Lokalhyra" type="cost">
      <ClosingBalance month="2024-08" amount="210.5"/>
    </Account>
  </Accounts>
  <Dimensions>
    <Dimension id="1" name="Kostnadsställe">
      <Object id="3001" name="Öppna dörren"/>
    </Dimension>
    <Dimension id="6" name="Projekt">
      <Object id="P1" name="Vägen in"/>
    </Dimension>
  </Dimensions>
  <Journal id="A" name="Bank">
    <JournalEntry id="1" journalDate="2024-01-31" text="Bidrag januari">
      <LedgerEntry accountId="1930" amount="500.00"/>
      <LedgerEntry accountId="3010" amount="-500.00">
        <ObjectReference dimId="1" objectId="3001"/>
      </LedgerEntry>
    </JournalEntry>
  </Journal>
  <Journal id="B" name="Leverantörer">
    <JournalEntry id="1" journalDate="2024-02-29" text="Hyra">
      <LedgerEntry accountId="5010" amount="210.5" text="Lokal &quot;Ankaret&quot;" ledgerDate="2024-02-01">
        <ObjectReference dimId="1" objectId="3001"/>
        <ObjectReference dimId="6" objectId="P1"/>
      </LedgerEntry>
      <LedgerEntry accountId="1930" amount="-210.50"/>
    </JournalEntry>
  </Journal>
</Sie>
"""

# What SMALL does not have, as type 4 and as type 5. Vouchers are in another order, as are balances.
FULL_4 = """\
#FLAGGA 0
#PROGRAM "Påhittat program" "1.0"
#FORMAT PC8
#GEN 20240910 "AN"
#SIETYP 4
#FNR "KLIENT 7"
#ORGNR 222000-2071 2
#FNAMN "Samordningsförbundet Exempel"
#RAR 0 20230701 20240630
#RAR -1 20220701 20230630
#RAR -2 20210701 20220630
#OMFATTN 20240430
#VALUTA SEK
#KONTO 1930 "Bank"
#KTYP 1930 T
#ENHET 1930 "st"
#SRU 1930 7281
#SRU 1930 7282
#KONTO 2010 "Eget kapital"
#KTYP 2010 S
#SRU 2010 7301
#KONTO 5010 "Lokalhyra"
#KTYP 5010 K
#SRU 5010 7281
#DIM 1 "Kostnadsställe"
#DIM 20 "Motpart"
#OBJEKT 1 "01" "Öppna dörren"
#OBJEKT 20 "R {1}" "Regionen & staten"
#IB 0 2010 -1000.00
#IB 0 1930 1000.00 2.5
#IB -1 1930 700.00
#UB 0 1930 790.00
#UB 0 2010 -1000.00
#UB -1 1930 1000.00
#RES 0 5010 210.00
#RES -1 5010 99.00
#OIB 0 1930 {1 "01"} 400.00
#OUB 0 1930 {1 "01"} 300.00 1.25
#OUB 0 5010 {1 "01" 20 "R {1}"} 10.00
#PBUDGET 0 202307 5010 {} 100.00
#PBUDGET 0 202308 5010 {1 "01"} 50.00 3
#PBUDGET -1 202207 5010 {1 "01" 20 "R {1}"} 25.00
#VER A 1 20230731 "Hyra" 20230802 "AN"
{
#TRANS 5010 {1 "01"} 110.00 20230701 "Juli" 1.5
#BTRANS 1930 {} -120.00 20230803 "" "" "BO"
#RTRANS 1930 {} -110.00 20230804 "Rätt" 2 "BO"
#TRANS 1930 {} -110.00 "" "Rätt" 2
}
#VER B 1 20230831 ""
{
}
#VER A 2 20230831 "Mer hyra"
{
#TRANS 5010 {20 "R {1}"} 100.00
#TRANS 1930 {} -100.00
}
"""

FULL_5 = """\
<?xml version="1.0" encoding="ISO-8859-1"?>
<sie:Sie xmlns:sie="http://www.sie.se/sie5" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
    xsi:schemaLocation="http://www.sie.se/sie5 sie5.xsd">
  <sie:FileInfo>
    <sie:SoftwareProduct name="Påhittat program" version="1.0"/>
    <sie:FileCreation time="2024-09-10T23:59:59.1234567+02:00" by="AN"/>
    <sie:Company organizationId="2220002071" multiple="2" name="Samordningsförbundet Exempel" clientId="KLIENT 7"/>
    <sie:FiscalYears>
      <sie:FiscalYear start="2021-07" end="2022-06"/>
      <sie:FiscalYear start="2022-07" end="2023-06" primary="false"/>
      <sie:FiscalYear start="2023-07" end="2024-06" primary="1" lastCoveredDate="2024-04-30"/>
    </sie:FiscalYears>
    <sie:AccountingCurrency currency="SEK"/>
  </sie:FileInfo>
  <sie:Accounts>
    <sie:Account id="1930" name="Bank" type="asset" unit="st">
      <sie:OpeningBalance month="2022-07" amount="700"/>
      <sie:ClosingBalance month="2023-06" amount="1000.00"/>
      <sie:OpeningBalance month="2023-07" amount="+1000.00" quantity="2.5"/>
      <sie:OpeningBalance month="2023-07" amount="400">
        <sie:ObjectReference dimId="1" objectId="01"/>
      </sie:OpeningBalance>
      <sie:ClosingBalance month="2024-04" amount="790.000"/>
      <sie:ClosingBalance month="2024-04" amount="300." quantity="1.250">
        <sie:ObjectReference dimId="01" objectId="01"/>
      </sie:ClosingBalance>
    </sie:Account>
    <sie:Account id="2010" name="Eget kapital" type="equity">
      <sie:OpeningBalance month="2023-07" amount="-1000.00"/>
      <sie:ClosingBalance month="2024-04" amount="-1000.00"/>
    </sie:Account>
    <sie:Account id="5010" name="Lokalhyra" type="cost">
      <sie:ClosingBalance month="2023-06" amount="99"/>
      <sie:ClosingBalance month="2024-04" amount="210"/>
      <sie:ClosingBalanceMultidim month="2024-04" amount="10">
        <sie:ObjectReference dimId="1" objectId="01"/>
        <sie:ObjectReference dimId="20" objectId="R {1}"/>
      </sie:ClosingBalanceMultidim>
      <sie:Budget month="2023-07" amount="100"/>
      <sie:Budget month="2023-08" amount="50" quantity="3"><sie:ObjectReference dimId="1" objectId="01"/></sie:Budget>
      <sie:BudgetMultidim month="2022-07" amount="25">
        <sie:ObjectReference dimId="1" objectId="01"/>
        <sie:ObjectReference dimId="20" objectId="R {1}"/>
      </sie:BudgetMultidim>
    </sie:Account>
  </sie:Accounts>
  <sie:Dimensions>
    <sie:Dimension id="1" name="Kostnadsställe"><sie:Object id="01" name="Öppna dörren"/></sie:Dimension>
    <sie:Dimension id="20" name="Motpart"><sie:Object id="R {1}" name="Regionen &amp; staten"/></sie:Dimension>
  </sie:Dimensions>
  <sie:AccountAggregations>
    <sie:AccountAggregation id="1" name="Skatt" taxonomy="http://exempel.se/SRU/2024">
      <sie:Tag name="7281"><sie:AccountRef accountId="1930"/><sie:AccountRef accountId="5010"/></sie:Tag>
      <sie:Tag name="7282"><sie:AccountRef accountId="1930"/></sie:Tag>
      <sie:Tag name="7301"><sie:AccountRef accountId="2010"/></sie:Tag>
    </sie:AccountAggregation>
  </sie:AccountAggregations>
  <sie:Journal id="A" name="A">
    <sie:JournalEntry id="1" journalDate="2023-07-31" text="Hyra">
      <sie:EntryInfo date="2023-08-02" by="AN"/>
      <sie:LedgerEntry accountId="5010" amount="110.00" quantity="1.5" text="Juli" ledgerDate="2023-07-01">
        <sie:ObjectReference dimId="1" objectId="01"/>
      </sie:LedgerEntry>
      <sie:LedgerEntry accountId="1930" amount="-120.00"><sie:Overstrike date="2023-08-03" by="BO"/></sie:LedgerEntry>
      <sie:LedgerEntry accountId="1930" amount="-110.00" quantity="2" text="Rätt">
        <sie:EntryInfo date="2023-08-04" by="BO"/>
      </sie:LedgerEntry>
    </sie:JournalEntry>
    <sie:JournalEntry id="2" journalDate="2023-08-31" text="Mer hyra">
      <sie:LedgerEntry accountId="5010" amount="100">
        <sie:ObjectReference dimId="20" objectId="R {1}"/>
      </sie:LedgerEntry>
      <sie:LedgerEntry accountId="1930" amount="-100"/>
    </sie:JournalEntry>
  </sie:Journal>
  <sie:Journal id="B" name="B"><sie:JournalEntry id="1" journalDate="2023-08-31"/></sie:Journal>
</sie:Sie>
"""

ENTRIES = """\
<SieEntry xmlns="http://www.sie.se/sie5">
  <FileInfo>
    <SoftwareProduct name="Lön" version="2"/>
    <FileCreation time="2024-02-01T08:00:00Z" by="AN"/>
    <Company organizationId="222000-2071"/>
  </FileInfo>
  <Journal>
    <JournalEntry journalDate="2024-01-31" text="Löner">
      <OriginalEntryInfo date="2024-01-25" by="Lön"/>
      <LedgerEntry accountId="5010" amount="10"/>
      <LedgerEntry accountId="1930" amount="-10"/>
    </JournalEntry>
  </Journal>
</SieEntry>
"""


def changed(text: str, *changes: tuple[str, str]) -> bytes:
    """Return ``text`` with each change (old, new) made once, as bytes."""
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text.encode("iso-8859-1" if "ISO-8859-1" in text else "utf-8")


def small(*changes: tuple[str, str]) -> bytes:
    """Return the small ledger with each change made."""
    return changed(SMALL, *changes)


def line_of(text: str, words: str) -> int:
    """Return the line where ``words`` stand first."""
    return text[: text.index(words)].count("\n") + 1
