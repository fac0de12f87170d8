"""Among what does a person choose, above a statement?"""

from collections.abc import Iterable, Iterator
from typing import Final

from samordna.domain.statements.layout import StatementKind
from samordna.domain.statements.shipped import layout_names, shipped_layout
from samordna.domain.statements.span import Asked
from samordna.domain.values.language import swedish
from samordna.domain.values.period import Period
from samordna.domain.values.unit import Unit
from samordna.look.parts import Choice, Link, Picker
from samordna.office import questions
from samordna.office.questions import Periods, TakenImport
from samordna.office.web.forms.wanted import UNITS, Wanted, address_period
from samordna.office.web.forms.when import day_and_time

KINDS: Final = {
    "resultat": StatementKind.INCOME,
    "balans": StatementKind.BALANCE,
    "kassaflode": StatementKind.CASHFLOW,
    "noter": StatementKind.NOTE,
    "nyckeltal": StatementKind.KEY_FIGURES,
    "uppfoljning": StatementKind.FOLLOW_UP,
    "driftredovisning": StatementKind.OPERATING,
    "sammanfattning": StatementKind.SUMMARY,
}
"""The statements by what they are called in an address."""

SLUGS: Final = {kind: slug for slug, kind in KINDS.items()}

NAMES: Final = {
    StatementKind.INCOME: swedish("Resultat"),
    StatementKind.BALANCE: swedish("Balans"),
    StatementKind.CASHFLOW: swedish("Kassaflöde"),
    StatementKind.NOTE: swedish("Noter"),
    StatementKind.KEY_FIGURES: swedish("Nyckeltal"),
    StatementKind.FOLLOW_UP: swedish("Uppföljning"),
    StatementKind.OPERATING: swedish("Driftredovisning"),
    StatementKind.SUMMARY: swedish("Sammanfattning"),
}
"""What a person calls them."""

_LATEST: Final = 9999
"""A year after every version of a layout: the latest holds."""

_UNIT_NAMES: Final = {"kr": swedish("kronor"), "tkr": swedish("tusental kronor"), "ore": swedish("kronor och öre")}


def statement_address(kind: StatementKind, wanted: Wanted) -> str:
    """Return the address of a kind of statements, showing what is wanted."""
    return f"/rakenskaper/{SLUGS[kind]}/{wanted.query}"


def tabs(kinds: Iterable[StatementKind], current: StatementKind, wanted: Wanted) -> tuple[Link, ...]:
    """Return the ways between the kinds of statements; the one that is shown is there even if it is empty."""
    there = {*kinds, current}
    return tuple(
        Link(name, statement_address(kind, wanted), current=kind is current)
        for kind, name in NAMES.items()
        if kind in there
    )


def pickers(wanted: Wanted, known: Periods, history: tuple[TakenImport, ...], own_layout: str) -> tuple[Picker, ...]:
    """Return what can be chosen; the choices that are in the address are marked."""
    if known.default is None:
        return ()
    asked = wanted.asked(known.default)
    return (
        Picker("period", swedish("Period"), tuple(period_choices(asked.period, known))),
        Picker("jamfor", swedish("Jämför med"), tuple(_comparisons(asked, known))),
        Picker("enhet", swedish("Enhet"), tuple(_units(wanted))),
        Picker("uppstallning", swedish("Uppställning"), tuple(_layouts(wanted, own_layout))),
        *_imports(wanted, history),
    )


def walk_pickers(wanted: Wanted, known: Periods, history: tuple[TakenImport, ...], usual: Unit) -> tuple[Picker, ...]:
    """Return what can be chosen above a walk, which is shown in a usual unit of its own and compares nothing."""
    if known.default is None:
        return ()
    units = tuple(
        Choice("" if unit == usual else word, _UNIT_NAMES[word].capitalize(), current=(wanted.unit or usual) == unit)
        for word, unit in UNITS.items()
    )
    return (
        Picker("period", swedish("Period"), tuple(period_choices(wanted.period or known.default, known))),
        Picker("enhet", swedish("Enhet"), units),
        *_imports(wanted, history),
    )


def period_choices(current: Period, known: Periods) -> Iterator[Choice]:
    """Yield the periods that can be chosen, the one that is shown among them whatever it is."""
    listed = [(choice.period, choice.label) for year in known.years for choice in year.choices]
    if current not in dict(listed):
        listed.insert(0, (current, current.in_words.capitalize()))
    for period, label in listed:
        yield Choice(address_period(period), label, current=period == current)


def _comparisons(asked: Asked, known: Periods) -> Iterator[Choice]:
    usual = asked.period.years_before(1)
    yield Choice("", swedish("Året före ({period})").format(period=usual.in_words), current=asked.compare == usual)
    listed = [(choice.period, choice.label) for choice in questions.comparisons(asked.period, known)]
    if asked.compare != usual and asked.compare not in dict(listed):
        listed.append((asked.compare, asked.compare.in_words.capitalize()))
    for period, label in listed:
        yield Choice(address_period(period), label, current=period == asked.compare)


def _units(wanted: Wanted) -> Iterator[Choice]:
    yield Choice("", swedish("Som i uppställningen"), current=wanted.unit is None)
    for word, unit in UNITS.items():
        yield Choice(word, _UNIT_NAMES[word], current=wanted.unit == unit)


def _layouts(wanted: Wanted, own: str) -> Iterator[Choice]:
    yield Choice("", swedish("Förbundets egen"), current=not wanted.layout)
    if wanted.layout.isdecimal():
        as_it_was = swedish("Förbundets egen, efter ändring {number}").format(number=wanted.layout)
        yield Choice(wanted.layout, as_it_was, current=True)
    for name in layout_names():
        said = swedish("{title}, som den levereras") if name == own else swedish("På prov: {title}")
        title = shipped_layout(name, _LATEST).title
        yield Choice(name, said.format(title=title), current=name == wanted.layout)


def _imports(wanted: Wanted, history: tuple[TakenImport, ...]) -> Iterator[Picker]:
    """Yield a choice of import for each fiscal year, as soon as any year has more than one: as known then."""
    years = dict.fromkeys(taken.year for taken in sorted(history, key=lambda taken: taken.year.start, reverse=True))
    by_year = {year: [taken for taken in history if taken.year == year] for year in years}
    if all(len(taken) < 2 for taken in by_year.values()):
        return
    for year, taken in by_year.items():
        yield Picker(
            "inlasningar",
            swedish("Inläsning {year}").format(year=year.in_words),
            tuple(_versions(wanted, taken)),
        )


def _versions(wanted: Wanted, of_year: list[TakenImport]) -> Iterator[Choice]:
    for taken in reversed(of_year):
        chosen = taken.version in wanted.versions if wanted.versions else taken.current
        told = swedish("{version}, {when}").format(version=taken.version, when=day_and_time(taken.taken_at))
        yield Choice(str(taken.version), f"{told} {swedish('(gäller)')}" if taken.current else told, current=chosen)
    if not any(taken.current for taken in of_year) or (
        wanted.versions and not any(taken.version in wanted.versions for taken in of_year)
    ):
        none = not any(taken.version in wanted.versions for taken in of_year)
        yield Choice("", swedish("ingen"), current=none)
