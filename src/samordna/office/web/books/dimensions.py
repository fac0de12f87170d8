"""Where does somebody say what a dimension is: at a file that was handed in, and among the settings?"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render

from samordna.access.deeds import Deed
from samordna.access.guard import actor_of
from samordna.domain.values.language import swedish
from samordna.domain.values.numerals import swedish_number
from samordna.domain.values.problem import Refused
from samordna.look.parts import Cell, Heading, Things
from samordna.office import actions, questions
from samordna.office.questions import DimensionFound, KnownDimension
from samordna.office.web.association.association import tabs
from samordna.office.web.forms.when import day_and_time
from samordna.office.web.routing import Route

_UNPROCESSABLE: Final = 422
_FIELD: Final = "dimension-"
_UNSAID: Final = ("", swedish("inte sagt: läses in under sitt eget nummer"))


@dataclass(frozen=True, slots=True)
class _Asked:
    """A dimension that is asked about: its number, what it is called, what is told of it and what it is now."""

    number: str
    label: str
    help: str
    role: str


class DimensionsForm(forms.Form):
    """What each of some dimensions is."""

    def __init__(self, asked: Iterator[_Asked], data: QueryDict | None = None) -> None:
        super().__init__(data, auto_id="%s", label_suffix="")
        for one in asked:
            choices = questions.role_choices() if one.role else (_UNSAID, *questions.role_choices())
            self.fields[f"{_FIELD}{one.number}"] = forms.ChoiceField(
                label=one.label, help_text=one.help, choices=choices, initial=one.role, required=bool(one.role)
            )

    @property
    def roles(self) -> dict[str, str]:
        """What was chosen, by the numbers of the dimensions."""
        return {name.removeprefix(_FIELD): role for name, role in self.cleaned_data.items()}


def form_of_draft(dimensions: tuple[DimensionFound, ...], data: QueryDict | None = None) -> DimensionsForm:
    """Return the form that asks what the dimensions of a file are."""
    return DimensionsForm(map(_of_file, dimensions), data)


def _of_file(found: DimensionFound) -> _Asked:
    return _Asked(
        found.number, _label(found.number, found.name), _objects(found), found.role.value if found.said else ""
    )


def _label(number: str, name: str) -> str:
    return f"{number} {name}" if name != number else number


def _objects(found: DimensionFound) -> str:
    """Return how many objects there are and the first of them."""
    if not found.objects:
        return swedish("Inga objekt.")
    codes = ", ".join(found.codes) + (" …" if found.objects > len(found.codes) else "")
    return swedish("{count} objekt: {codes}").format(count=swedish_number(found.objects), codes=codes)


def in_words(dimensions: tuple[DimensionFound, ...]) -> str:
    """Return what the dimensions of a file are, in a sentence; empty when somebody must say so of one of them."""
    if not all(found.said for found in dimensions):
        return ""
    return ", ".join(
        swedish("{label} är {role}").format(label=_label(found.number, found.name), role=found.role.in_words)
        for found in dimensions
    )


def dimensions_table(dimensions: tuple[DimensionFound, ...]) -> Things | None:
    """Return the dimensions of a file with the roles they have, to be looked at; None for a file without."""
    if not dimensions:
        return None
    headings = (Heading(swedish("Dimension")), Heading(swedish("Är")), Heading(swedish("Objekt"), numbers=True))
    rows = (
        (
            Cell(_label(found.number, found.name), note=", ".join(found.codes)),
            Cell(found.role.in_words if found.said else swedish("inte sagt")),
            Cell(swedish_number(found.objects)),
        )
        for found in dimensions
    )
    return Things(swedish("Dimensioner"), headings, tuple(rows))


def dimensions(request: HttpRequest) -> HttpResponse:
    """Show what the association has said of its dimensions, and change it."""
    known, actor = questions.known_dimensions(), actor_of(request)
    form = DimensionsForm(map(_of_association, known), request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            changed = actions.set_dimension_roles(form.roles, by=actor)
        except Refused as refusal:
            told_of_dimensions(form, refusal)
        else:
            said = swedish("Sparat. Det gäller de filer som lämnas in härefter.")
            messages.success(request, said if changed else swedish("Inget var ändrat."))
            return redirect("dimensions")
    told = {
        "form": form,
        "tabs": tabs("dimensions"),
        "may_change": actor.may(Deed.SET_DIMENSION_ROLES),
        "known": _known(known),
    }
    return render(request, "settings/dimensions.html", told, status=_UNPROCESSABLE if form.errors else 200)


def told_of_dimensions(form: DimensionsForm, refusal: Refused) -> None:
    """Put each problem of a refusal on top of the form."""
    for problem in refusal.problems:
        form.add_error(None, f"{problem.found} {problem.remedy}")


def _of_association(known: KnownDimension) -> _Asked:
    role = known.role.value if known.role else ""
    return _Asked(known.number, _label(known.number, known.name), _who(known), role)


def _who(known: KnownDimension) -> str:
    if known.said:
        return swedish("{name} sa det {at}.").format(name=known.said.by, at=day_and_time(known.said.at))
    if known.role:
        return swedish("Enligt SIE, så länge ingen annan dimension i filen är satt som det.")
    return swedish("Ingen har sagt vad den är.")


def _known(known: tuple[KnownDimension, ...]) -> Things:
    headings = (Heading(swedish("Dimension")), Heading(swedish("Är")), Heading(swedish("Varifrån")))
    rows = (
        (Cell(_label(one.number, one.name)), Cell(one.role.in_words if one.role else "–"), Cell(_who(one)))
        for one in known
    )
    return Things(swedish("Dimensioner"), headings, tuple(rows))


ROUTES: Final = (
    Route(
        "installningar/dimensioner/",
        "dimensions",
        dimensions,
        reads=Deed.READ_USERS,
        does=Deed.SET_DIMENSION_ROLES,
    ),
)
