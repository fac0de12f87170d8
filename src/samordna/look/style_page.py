"""What does the living style page show? Every component in every state, with values of an association that does not exist."""

from typing import Any, Final

from django import forms

from samordna.domain.document import Column, Row
from samordna.domain.values.language import swedish
from samordna.domain.values.problem import Problem, Severity
from samordna.look import style_figures
from samordna.look.parts import (
    Act,
    Cell,
    Change,
    Choice,
    Confirm,
    Drop,
    Fact,
    Heading,
    KeyFigure,
    Link,
    Mark,
    Node,
    Pager,
    Picker,
    Things,
    Tone,
)
from samordna.renderers.html import chart_html, table_html
from samordna.renderers.sparkline import sparkline_svg

_HERE: Final = "/stil/"


class ExampleForm(forms.Form):
    """A field of every kind."""

    name = forms.CharField(label=swedish("Förbundets namn"), help_text=swedish("Som det står i förbundsordningen."))
    email = forms.EmailField(label=swedish("E-post"), required=False)
    day = forms.DateField(label=swedish("Beslutsdag"), widget=forms.DateInput(attrs={"type": "date"}))
    role = forms.ChoiceField(label=swedish("Roll"), choices=(("e", swedish("ekonom")), ("r", swedish("revisor"))))
    reason = forms.CharField(label=swedish("Skäl"), widget=forms.Textarea(attrs={"rows": 3}), required=False)
    paper = forms.FileField(label=swedish("Underlag"), help_text=swedish("PDF eller bild, högst 10 MB."))
    unit = forms.ChoiceField(
        label=swedish("Enhet"),
        choices=(("kr", swedish("kronor")), ("tkr", swedish("tusental kronor"))),
        widget=forms.RadioSelect,
    )
    sure = forms.BooleanField(label=swedish("Jag har läst varningarna"))


def style_context() -> dict[str, Any]:
    """Return the context of ``look/style.html``."""
    return {**_figures(), **_forms(), **_parts(), **_lists()}


def _address(row: Row, column: Column) -> str:
    return f"{_HERE}?siffra={row.id}.{column.id}"


def _figures() -> dict[str, Any]:
    months = style_figures.months()
    title = swedish("Övriga kostnader per månad, tkr; strecken visar 2023")
    return {
        "statement": table_html(style_figures.statement(), address=_address),
        "follow_up": table_html(style_figures.follow_up(), address=_address),
        "chart": chart_html(style_figures.chart()),
        "sparkline": sparkline_svg(style_figures.THIS_YEAR, style_figures.LAST_YEAR, title=title),
        "months": table_html(months, title_shown=False),
        "key_figures": (
            KeyFigure(
                swedish("Periodens resultat"), "1 619 tkr", f"{_HERE}?siffra=r12.c1", swedish("Budget: 900 tkr.")
            ),
            KeyFigure(
                swedish("Eget kapital"), "8 099 tkr", f"{_HERE}?siffra=r13.c1", "", _mark("warn", swedish("Över taket"))
            ),
            KeyFigure(swedish("Likvida medel"), "9 208 tkr", f"{_HERE}?siffra=r14.c1", swedish("Den 31 augusti 2024.")),
            KeyFigure(swedish("Prognos"), "saknas", "", swedish("Beslutas av styrelsen i oktober.")),
        ),
    }


def _forms() -> dict[str, Any]:
    wrong = ExampleForm({"name": "", "email": "inte en adress", "unit": "kr"}, auto_id="fel_%s")
    return {
        "form": ExampleForm(auto_id="prov_%s"),
        "wrong_form": wrong,
        "drop": Drop(
            _HERE,
            swedish("Släpp SIE-filer här"),
            swedish("Typ 4 eller 1. Inget ändras förrän du har sett vad filerna innehåller."),
            swedish("Lämna in"),
            accept=".se,.si,.sie",
        ),
        "wrong_drop": Drop(
            _HERE,
            swedish("Lägg till underlag"),
            swedish("PDF, PNG eller JPEG, högst 10 MB."),
            swedish("Lägg till"),
            name="paper",
            many=False,
            errors=(swedish("Filen är 14 MB. Högst 10 MB kan tas emot: spara den med lägre upplösning."),),
        ),
        "confirm": Confirm(
            swedish("Ta ur bruk"),
            swedish("Ska inläsning 3 tas ur bruk? Inläsning 2 gäller då i stället. Inget raderas."),
            _HERE,
            swedish("Ta ur bruk"),
            reason_label=swedish("Skäl"),
        ),
        "pickers": (
            Picker("period", swedish("Period"), _choices(swedish("jan–aug 2024"), swedish("jan–juli 2024"))),
            Picker("jamfor", swedish("Jämför med"), _choices(swedish("samma period 2023"), swedish("inget"))),
        ),
        "segments": Picker("enhet", swedish("Enhet"), (Choice("kr", "kr", True, _HERE), Choice("tkr", "tkr", href=_HERE))),
        "acts": (
            Act(swedish("Ångra"), _HERE),
            Act(swedish("Flytta"), _HERE, choices=_choices(swedish("Övriga kostnader"), swedish("Arvoden")), choose=swedish("Till rad")),
        ),
    }  # fmt: skip


def _choices(*labels: str) -> tuple[Choice, ...]:
    return tuple(Choice(label, label, current=i == 0) for i, label in enumerate(labels))


def _mark(tone: str, label: str) -> Mark:
    return Mark(Tone(tone), label)


def _parts() -> dict[str, Any]:
    line, account = swedish("delar.se, rad 214"), swedish("konto 5538")
    return {
        "tones": tuple(Tone),
        "marks": tuple(_mark(tone, label) for tone, label in _STATES),
        "problems": (
            Problem("a", Severity.REFUSE, line, swedish("Verifikation A 17 går inte jämnt upp: 0,50 kr saknas."), swedish("Rätta i ekonomisystemet och ta ut filen på nytt.")),
            Problem("b", Severity.WARN, account, swedish("Kontot finns inte i förra filen."), swedish("Se efter vilken rad det hör till.")),
            Problem("c", Severity.WARN, swedish("hela filen"), swedish("Augusti saknar verifikationer."), swedish("Läs in igen när månaden är bokförd.")),
            Problem("d", Severity.INFORM, line, swedish("Filen är skriven med Windows teckentabell."), swedish("Inget att göra.")),
        ),
        "facts": (
            Fact(swedish("Program"), "Exempelekonomi 12.4"),
            Fact(swedish("Period"), swedish("januari–augusti 2024")),
            Fact(swedish("Verifikationer"), "1 204", Link("", f"{_HERE}?siffra=r1.c1", panel=True)),
            Fact(swedish("Inläst av"), swedish("ekonomen, 12 september 2024")),
        ),
        "changes": (
            Change(swedish("Rad för konto 5538"), swedish("Övriga kostnader"), swedish("Köp av verksamhet")),
            Change(swedish("Skäl"), "", swedish("Beslut 2024-09-12")),
            Change(swedish("Roll"), swedish("styrelse"), ""),
        ),
        "back": Link(swedish("Räkenskaper"), _HERE),
        "crumbs": (Link(swedish("Resultaträkning"), _HERE), Link(swedish("Konto 5538"), _HERE), Link("A 17", _HERE, current=True)),
        "tabs": (
            Link(swedish("Resultaträkning"), _HERE, current=True),
            Link(swedish("Balansräkning"), _HERE),
            Link(swedish("Noter"), _HERE, note="7"),
        ),
        "go": Link(swedish("Lämna in en fil"), _HERE),
    }  # fmt: skip


_STATES: Final = (
    ("done", swedish("Aktuell")), ("inform", swedish("Ny")), ("warn", swedish("Att se över")),
    ("refuse", swedish("Stoppad")), ("quiet", swedish("Ersatt")),
)  # fmt: skip


def _lists() -> dict[str, Any]:
    heads = (
        Heading(swedish("Inläsning"), href=_HERE, sorted="descending"),
        Heading(swedish("Läge"), href=_HERE),
        Heading(swedish("Period")),
        Heading(swedish("Verifikationer"), numbers=True),
    )
    rows = tuple(
        (Cell(name, _HERE, note=file), Cell(mark=mark), Cell(period), Cell(count))
        for name, file, mark, period, count in (
            ("3", "bokföring-2024-09.se", _mark("done", swedish("Aktuell")), swedish("jan–aug 2024"), "1 204"),
            ("2", "bokföring-2024-08.se", _mark("quiet", swedish("Ersatt")), swedish("jan–juli 2024"), "1 066"),
        )
    )
    moves = (Choice("a", swedish("Köp av verksamhet")), Choice("b", swedish("Övriga kostnader")))
    account = Node("k5538", swedish("IT-kostnader"), "5538", "497,50", mark=_mark("warn", swedish("Ej fördelat")),
        acts=(Act(swedish("Flytta"), _HERE, choices=moves, choose=swedish("Flytta 5538 till")),))  # fmt: skip
    known = Node("k5540", swedish("Övriga kostnader"), "5540", "212 768,50", href=f"{_HERE}?siffra=r10.c1")
    line = Node(
        "rad-kostnader", swedish("Övriga kostnader"), note="−313 371,70", strong=True, children=(known, account)
    )
    return {
        "things": Things(swedish("Inläsningar"), heads, rows, ids=("inlasning-3", "inlasning-2")),
        "pager": Pager("51–100 av 1 204", newer=_HERE, older=_HERE),
        "nodes": (Node("rad-summa", swedish("Kostnader"), strong=True, children=(line,)),),
    }
