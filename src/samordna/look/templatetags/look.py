"""What do the components ask for that a template cannot say itself?"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from django.template import Library
from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from samordna.domain.values.language import swedish
from samordna.domain.values.problem import Problem, Severity
from samordna.look import assets
from samordna.look.grid_cells import cells_html
from samordna.look.grid_parts import GridLine
from samordna.look.parts import Tone
from samordna.renderers.html.markup import Markup

register: Final = Library()

_WORDS: Final[Mapping[Tone, str]] = {
    Tone.DONE: swedish("Klart"),
    Tone.INFORM: swedish("Upplysning"),
    Tone.WARN: swedish("Varning"),
    Tone.REFUSE: swedish("Stopp"),
    Tone.QUIET: "",
}
_COUNTED: Final[Mapping[Severity, tuple[str, str]]] = {
    Severity.REFUSE: (swedish("stopp"), swedish("stopp")),
    Severity.WARN: (swedish("varning"), swedish("varningar")),
    Severity.INFORM: (swedish("upplysning"), swedish("upplysningar")),
}
_LEVELS: Final = {"success": Tone.DONE, "error": Tone.REFUSE, "warning": Tone.WARN}


@dataclass(frozen=True, slots=True)
class ProblemGroup:
    """The problems that lead to the same, with its word and how many they are."""

    tone: str
    word: str
    count: str
    problems: tuple[Problem, ...]


@register.simple_tag
def asset(name: str) -> str:
    """Return the address of one of the look's files: ``{% asset "look/site.css" %}``."""
    return assets.address(name)


@register.simple_tag
def scripts() -> SafeString:
    """Return the script elements of a page: htmx, and the small modules."""
    htmx = format_html_join("", '<script src="{}" defer></script>\n', [(assets.address(assets.HTMX),)])
    modules = ((assets.address(name),) for name in assets.modules())
    return htmx + format_html_join("\n", '<script type="module" src="{}"></script>', modules)


@register.filter
def grid_cells(line: GridLine) -> Markup:
    """Return the cells of a row of a table to write in: ``{{ line|grid_cells }}``."""
    return cells_html(line)


@register.filter
def by_severity(problems: Iterable[Problem]) -> tuple[ProblemGroup, ...]:
    """Return the problems grouped by what they lead to, the gravest first; a group nobody is in is left out."""
    known = tuple(problems)
    groups = ((severity, tuple(p for p in known if p.severity is severity)) for severity in Severity)
    return tuple(_group(severity, found) for severity, found in groups if found)


def _group(severity: Severity, problems: tuple[Problem, ...]) -> ProblemGroup:
    tone, count = Tone(severity.value), len(problems)
    return ProblemGroup(tone.value, _WORDS[tone], f"{count} {_COUNTED[severity][count != 1]}", problems)


@register.filter
def tone_name(said: Tone | str) -> str:
    """Return the name of a tone: of a ``Tone``, its name, or a level of Django's messages."""
    return _tone(said).value


@register.filter
def tone_word(said: Tone | str) -> str:
    """Return the word that stands for a tone where no colour is seen."""
    return _WORDS[_tone(said)]


def _tone(said: Tone | str) -> Tone:
    if isinstance(said, Tone):
        return said
    known = {tone.value for tone in Tone}
    return Tone(said) if said in known else _LEVELS.get(said, Tone.INFORM)
