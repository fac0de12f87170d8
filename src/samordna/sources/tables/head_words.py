"""What do programs call their columns?

A head is compared by its words: capitals, signs, currencies, days and years are left out, so that
``UB 2024-08-31`` and ``ub`` are the same.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Final, NamedTuple

from samordna.domain.values.spelling import folded
from samordna.sources.tables.fields import Field, Side
from samordna.sources.tables.values import month_named

_WORD: Final = re.compile(r"[^\W_]+")
THOUSANDS: Final = frozenset({"tkr", "ksek", "tusental", "mkr"})
"""Words of a head whose amounts are not in kronor."""
_EMPTY: Final = frozenset({"kr", "sek", "kronor", "per", "den", "tom", "i", "belopp", *THOUSANDS})
"""Words that tell nothing beside others."""
_SIDES: Final[Mapping[str, Side]] = {
    "debet": Side.DEBIT, "deb": Side.DEBIT, "debit": Side.DEBIT,
    "kredit": Side.CREDIT, "kre": Side.CREDIT, "kred": Side.CREDIT, "credit": Side.CREDIT,
}  # fmt: skip
_PERIOD_NUMBER: Final = re.compile(r"p(?:er(?:iod)?)?\.? ?0?([1-9]|1[0-2])")
_DIGITS_OF_MONTH: Final = re.compile(r"(?:19|20)[0-9]{2}[-/ ]?(0[1-9]|1[0-2])")
_YEAR: Final = re.compile(r"(?:19|20)[0-9]{2}")
_WORDS: Final[Mapping[Field, str]] = {
    Field.ACCOUNT: "konto, kontonr, kontonummer, konto nr, kontokod, konto id, kto, account",
    Field.ACCOUNT_NAME: "kontonamn, kontobenämning, kontots namn, kontotext, konto t, konto namn, konto benämning, "
    "konto text, konto beskrivning, account name",
    Field.OPENING: "ib, ing balans, ingående balans, ing bal, ingbalans, ingående, årets ib, ingående balanser, "
    "balans ib, opening balance",
    Field.BEFORE: "ing saldo, ingående saldo, ingsaldo, saldo före, föregående saldo, is",
    Field.AMOUNT: "belopp, förändring, periodens förändring, periodens belopp, periodbelopp, rörelse, utfall, "
    "periodutfall, utfall period, utfall perioden, netto, transaktionsbelopp, periodsaldo, saldo period, "
    "omsättning, årets förändring, perioden, bokfört, bokfört belopp, amount",
    Field.CLOSING: "ub, utg balans, utgående balans, utg bal, utgbalans, utg saldo, utgående saldo, utgsaldo, saldo, "
    "saldon, ack saldo, saldo ack, ackumulerat, ackumulerat saldo, utfall ack, ack utfall, ackumulerat utfall, "
    "utgående, balans, aktuellt saldo, us, closing balance, balance",
    Field.PERIOD: "period, månad, mån, bokföringsperiod, redovisningsperiod, årmånad",
    Field.DATE: "datum, bokföringsdatum, bokf datum, bokfdatum, bokfört datum, ver datum, verdatum, verdat, ver dat, "
    "verifikationsdatum, vdatum, transdatum, trans datum, transaktionsdatum, dat, date",
    Field.SERIES: "serie, verserie, ver serie, verifikationsserie, verifikatserie, vertyp, ver typ, series",
    Field.NUMBER: "vernr, ver nr, ver, verifikation, verifikationsnr, verifikationsnummer, verifikations nr, "
    "verifikat, verifikatnr, verifikatnummer, verifnr, verif nr, vernummer, ver nummer, vnr, v nr, voucher, nr, nummer",
    Field.VOUCHER_TEXT: "vertext, ver text, verifikationstext, verifikattext, verifikationens text",
    Field.TEXT: "text, transaktionstext, transtext, trans text, radtext, rad text, beskrivning, kommentar, "
    "specifikation, transaktionsinfo, transinfo, notering",
    Field.COST_CENTRE: "kostnadsställe, kst, ks, k ställe, kställe, kostn ställe, kostnadsst, ansvar, ansv, enhet, "
    "resultatenhet, re, avdelning, kostnadsställenr, kostnadsställe nr, kst nr, kstnr, cost centre, cost center",
    Field.COST_CENTRE_NAME: "kostnadsställenamn, kostnadsställe namn, kostnadsställets namn, kstnamn, kst namn, "
    "kst benämning, kostnadsställe benämning, kostnadsställe t, kst t, ansvar t, ansvar namn, ansvarsnamn, "
    "ansvar benämning, enhet namn, enhetsnamn, enhet t, kostnadsställe text",
    Field.PROJECT: "projekt, proj, projektnr, projekt nr, projektnummer, projnr, proj nr, projektkod, project",
    Field.PROJECT_NAME: "projektnamn, projekt namn, projektets namn, projekt benämning, projektbenämning, projekt t, "
    "proj t, proj namn, projekt text",
}
_KNOWN: Final = {words: field for field, text in _WORDS.items() for words in text.split(", ")}
_NAMES: Final = frozenset({"namn", "benämning", "t", "klartext", "name"})
"""Heads that name what the column before them numbers."""
_PERHAPS_NAMES: Final = frozenset({"text", "beskrivning"})
"""Heads that do so in a list of balances, where nothing else has a text."""


class Meaning(NamedTuple):
    """What the head of a column means."""

    field: Field
    side: Side = Side.BOTH
    month: int = 0


def words_of(text: str) -> str:
    """Return the words of a head as they are compared: without what changes from one file to the next.

    A month's name goes too where other words stand beside it.
    """
    words = [word for word in _WORD.findall(folded(text)) if not word.isdecimal()]
    telling = [word for word in words if word not in _EMPTY and not _is_month(word)]
    return " ".join(telling or [word for word in words if word not in _EMPTY or word == "belopp"])


@lru_cache(maxsize=4096)
def meaning_of(text: str) -> Meaning | None:
    """Return what a head means, None when its words are not known."""
    words = words_of(text)
    if field := _KNOWN.get(words):
        return Meaning(field)
    if month := month_of_head(text):
        return Meaning(Field.MONTH, month=month)
    return _sided(words)


def names_the_one_before(text: str, *, of_balances: bool) -> bool:
    """Tell whether a head names what the column before it numbers, in a list of balances or of vouchers."""
    words = words_of(text)
    return words in _NAMES or (of_balances and words in _PERHAPS_NAMES)


def month_of_head(text: str) -> int:
    """Return the month that a column is for, 1–12; 0 for a head that is no month. ``Period 3`` is the third one."""
    plain = folded(text).strip()
    if found := _PERIOD_NUMBER.fullmatch(plain) or _DIGITS_OF_MONTH.fullmatch(plain):
        return int(found[1])
    numbered = _WORD.findall(plain)
    named = [word for word in numbered if not word.isdecimal()]
    if len(named) != 1 or any(len(word) not in {2, 4} for word in numbered if word.isdecimal()):
        return 0
    return _month(named[0])


def month_in_head(text: str) -> int:
    """Return the one month that a head speaks of among other words, as in ``Utfall jan 2024``; 0 for none or more."""
    named = {month for word in _WORD.findall(folded(text)) if (month := _month(word))}
    digits = {int(number) for number in _DIGITS_OF_MONTH.findall(text)}
    return (named | digits).pop() if len(named | digits) == 1 else 0


def year_of_head(text: str) -> int:
    """Return the latest year that a head speaks of, 0 for none: of two balances the later one is meant."""
    return max((int(year) for year in _YEAR.findall(text)), default=0)


def in_thousands(text: str) -> bool:
    """Tell whether a head says that amounts are not in kronor."""
    return not THOUSANDS.isdisjoint(_WORD.findall(folded(text)))


def signature_words(heads: Iterable[str]) -> Iterator[str]:
    """Yield the words that a row of heads is known by; months come and go, and are left out."""
    yield from (words_of(head) for head in heads if not month_of_head(head) and words_of(head))


def _sided(words: str) -> Meaning | None:
    """Return the meaning of ``debet``, ``ib debet`` or ``kredit period``."""
    parts = words.split()
    sides = [_SIDES[part] for part in parts if part in _SIDES]
    if len(sides) != 1:
        return None
    rest = " ".join(part for part in parts if part not in _SIDES)
    field = _KNOWN.get(rest, Field.AMOUNT if rest in {"", "period", "perioden", "summa", "omslutning"} else None)
    field = Field.AMOUNT if field is Field.PERIOD else field
    return Meaning(field, sides[0]) if field else None


def _month(word: str) -> int:
    try:
        return month_named(word)
    except ValueError:
        return 0


def _is_month(word: str) -> bool:
    return bool(_month(word))
