"""Which form does a unit fill in for its counts, away from the site?

A row for each row of each table that it is asked, women, men, unknown and total beside each other. The form goes out
without counts and comes back with them; what is left blank is no figure, and nobody at all is written 0.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Final

from samordna.domain.document import Entry, Form, FormColumn, FormValue
from samordna.domain.participation.asked import Asked, rows_of
from samordna.domain.participation.count_table import CountTable, Gender, GenderAsked, Holds
from samordna.domain.participation.counts_report import FORMAT_VERSION, VouchedBy
from samordna.domain.values.language import swedish

FORM, ASSOCIATION, ORGANISATION_NUMBER = swedish("Blankett"), swedish("Förbund"), swedish("Organisationsnummer")
UNIT, ACTIVITY, PERIOD = swedish("Enhet"), swedish("Insats"), swedish("Period")
"""What the facts above the table are called."""

TABLE, ROW, TEXT = swedish("Tabell"), swedish("Svar"), swedish("Text")
TOTAL: Final = swedish("Totalt")
GENDER_HEADINGS: Final[Mapping[Gender, str]] = {
    Gender.WOMEN: swedish("Kvinnor"),
    Gender.MEN: swedish("Män"),
    Gender.UNKNOWN: swedish("Okänt kön"),
}
HEADINGS: Final = (TABLE, ROW, *GENDER_HEADINGS.values(), TOTAL, TEXT)

COMPLETE_ROW, VOUCHED_ROW = "report:complete", "report:vouched_by"
"""The keys of the two rows that are answered with a word in the column for texts."""
_COMPLETE_ASKED: Final = swedish("Uppgifterna är kompletta: ja eller nej")
_VOUCHED_ASKED: Final = swedish("Vem intygar? Skriv rollen, inget namn")
YES, NO = swedish("ja"), swedish("nej")


_NOTHING: Final[tuple[FormValue, ...]] = (None,) * (len(HEADINGS) - 2)


class Part(Enum):
    """Which number of a cell a row of the form is for."""

    COUNT = ""
    N = "n"
    TOTAL = "sum"
    SQUARES = "squares"


_PARTS: Final = {Holds.COUNTS: (Part.COUNT,), Holds.SUMS: (Part.N, Part.TOTAL, Part.SQUARES)}
_PART_NAMES: Final = {
    Part.COUNT: "",
    Part.N: swedish("antal svar"),
    Part.TOTAL: swedish("summa"),
    Part.SQUARES: swedish("summa av kvadrater"),
}


@dataclass(frozen=True, slots=True)
class FormRow:
    """A row of the form: the cells of a table that it is for, and the number of them that it asks."""

    table: CountTable
    codes: tuple[str, ...]
    part: Part = Part.COUNT

    @property
    def key(self) -> str:
        """What it is known by where nobody reads it: ``starts_by_age/age_16_19``, and ``#n`` for one of sums."""
        key = "/".join((self.table.key, *self.codes))
        return f"{key}#{self.part.value}" if self.part.value else key


def mark_of(version: int = FORMAT_VERSION) -> str:
    """Return the mark that the form is known by: ``Siffror, version 1``."""
    return swedish("Siffror, version {version}").format(version=version)


def form_rows(asked: Asked) -> Iterator[FormRow]:
    """Yield the rows of the form, in order."""
    lists = asked.lists
    for table in asked.count_tables:
        for codes in rows_of(table, lists):
            yield from (FormRow(table, codes, part) for part in _PARTS[table.holds])


def row_names(asked: Asked) -> Mapping[str, tuple[str, str]]:
    """Return what stands in the two first columns of each row, by its key: two rows never have the same."""
    words = {COMPLETE_ROW: (_COMPLETE_ASKED, ""), VOUCHED_ROW: (_VOUCHED_ASKED, "")}
    return {**words, **{row.key: (row.table.name, _answer(row, asked)) for row in form_rows(asked)}}


def count_form(asked: Asked) -> Form:
    """Return the form of what a unit is asked for a period, ready to be filled in."""
    facts = (
        (FORM, mark_of()),
        (ASSOCIATION, asked.association.name),
        (ORGANISATION_NUMBER, asked.association.key),
        (UNIT, asked.unit.name),
        (ACTIVITY, asked.activity.name),
        (PERIOD, str(asked.period)),
    )
    told = (
        swedish("Skriv hela antal i de ljusa cellerna. Ingen alls skrivs 0. En siffra som inte finns lämnas tom."),
        swedish("Svara ja på den första raden när allt är ifyllt: då är tomma celler menade."),
        swedish("Den som intygar är {roles}.").format(roles=in_choice(role.value for role in VouchedBy)),
        swedish("Skriv inga namn, personnummer eller annat om enskilda."),
    )
    title = swedish("Siffror {unit}, {period}").format(unit=asked.unit.name, period=asked.period.in_short)
    rows = tuple((table, answer or None, *_NOTHING) for table, answer in row_names(asked).values())
    return Form(title, asked.association.name, facts, told, _columns(), rows)


def _columns() -> tuple[FormColumn, ...]:
    genders = tuple(GENDER_HEADINGS.values())
    help_ = swedish("Ett heltal. Tom cell: siffran finns inte.")
    total = swedish("Behövs bara där kön inte är känt, eller för att stämma av.")
    return (
        FormColumn(TABLE, width=40),
        FormColumn(ROW, width=40),
        *(FormColumn(heading, Entry.COUNT, fill_in=True, help=help_, width=11) for heading in genders),
        FormColumn(TOTAL, Entry.COUNT, fill_in=True, help=total, width=11, sum_of=genders),
        FormColumn(TEXT, fill_in=True, width=44),
    )


def _answer(row: FormRow, asked: Asked) -> str:
    """Return what a row is called in its table: the answers that it counts, and the number of them that it asks."""
    lists = asked.lists
    codes = [lists.name(dimension, code) for dimension, code in zip(row.table.dimensions, row.codes, strict=True)]
    part = _PART_NAMES[row.part]
    answer = ", ".join((*codes, part) if part else codes)
    return answer or (swedish("bara totalt") if row.table.gender is GenderAsked.NEVER else "")


def in_choice(words: Iterable[str]) -> str:
    """Return words as a choice among them: ``a, b eller c``."""
    *first, last = words
    return swedish("{first} eller {last}").format(first=", ".join(first), last=last) if first else last
