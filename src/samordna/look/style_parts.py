"""Which smaller parts does the style page show: problems, states, facts, changes, ways onward?"""

from typing import Any, Final

from samordna.domain.values.language import swedish
from samordna.domain.values.problem import Problem, ProblemKind, Severity
from samordna.look.parts import Change, Fact, Link, Mark, Tone

HERE: Final = "/stil/"

_UNBALANCED: Final = ProblemKind(
    "example-unbalanced",
    Severity.REFUSE,
    swedish("Verifikation A 17 går inte jämnt upp: 0,50 kr saknas."),
    swedish("Rätta i ekonomisystemet och ta ut filen på nytt."),
)
_NEW_ACCOUNT: Final = ProblemKind(
    "example-new-account",
    Severity.WARN,
    swedish("Kontot finns inte i förra filen."),
    swedish("Se efter vilken rad det hör till."),
)
_NO_VOUCHERS: Final = ProblemKind(
    "example-no-vouchers",
    Severity.WARN,
    swedish("Augusti saknar verifikationer."),
    swedish("Läs in igen när månaden är bokförd."),
)
_LETTERS: Final = ProblemKind(
    "example-letters",
    Severity.INFORM,
    swedish("Filen är skriven med Windows teckentabell."),
    swedish("Inget att göra."),
)


def context() -> dict[str, Any]:
    """Return the part of the style page's context that only tells."""
    return {
        "tones": tuple(Tone),
        "marks": (
            Mark(Tone.DONE, swedish("Aktuell")),
            Mark(Tone.INFORM, swedish("Ny")),
            Mark(Tone.WARN, swedish("Att se över")),
            Mark(Tone.REFUSE, swedish("Stoppad")),
            Mark(Tone.QUIET, swedish("Ersatt")),
        ),
        "problems": _problems(),
        "facts": _facts(),
        "changes": (
            Change(swedish("Rad för konto 5538"), swedish("Övriga kostnader"), swedish("Köp av verksamhet")),
            Change(swedish("Skäl"), "", swedish("Beslut 2024-09-12")),
            Change(swedish("Roll"), swedish("styrelse"), ""),
        ),
        **_ways(),
    }


def _problems() -> tuple[Problem, ...]:
    line = swedish("bokföring.se, rad 214")
    return (
        _UNBALANCED.at(line),
        _NEW_ACCOUNT.at(swedish("konto 5538")),
        _NO_VOUCHERS.at(swedish("hela filen")),
        _LETTERS.at(line),
    )


def _facts() -> tuple[Fact, ...]:
    return (
        Fact(swedish("Program"), "Exempelekonomi 12.4"),
        Fact(swedish("Period"), swedish("januari–augusti 2024")),
        Fact(swedish("Verifikationer"), "1 204", Link("", f"{HERE}?siffra=r1", panel=True)),
        Fact(swedish("Inläst av"), swedish("ekonomen, 12 september 2024")),
    )


def _ways() -> dict[str, Any]:
    income = swedish("Resultaträkning")
    return {
        "back": Link(swedish("Räkenskaper"), HERE),
        "crumbs": (Link(income, HERE), Link(swedish("Konto 5538"), HERE), Link("A 17", HERE, current=True)),
        "tabs": (
            Link(income, HERE, current=True),
            Link(swedish("Balansräkning"), HERE),
            Link(swedish("Noter"), HERE, note="7"),
        ),
        "go": Link(swedish("Lämna in en fil"), HERE),
    }
