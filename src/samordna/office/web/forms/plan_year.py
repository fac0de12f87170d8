"""Which fiscal year to plan for does an address name, and which can be chosen instead?"""

from collections.abc import Callable, Iterable

from django.http import Http404

from samordna.domain.values.language import swedish
from samordna.domain.values.period import Period
from samordna.look.parts import Choice, Picker
from samordna.office import questions


def ends(year: Period) -> int:
    """Return the calendar year that a fiscal year ends in: how an address names it."""
    return year.last // 100


def year_named(year: int) -> Period:
    """Return the fiscal year that an address names. Raises ``Http404`` where there is none to plan for."""
    found = questions.plan_year(year)
    if found is None:
        raise Http404(swedish("Det finns inget sådant år att planera."))
    return found


def year_picker(year: Period, address: Callable[[Period], str], others: Iterable[Period] = ()) -> Picker:
    """Return the years that can be chosen, in the order of time; ``address`` gives where each is shown.

    ``others`` are years that something is known of besides those there is to plan for.
    """
    known = sorted({*questions.plan_years(), *others, year})
    choices = (Choice(str(ends(one)), str(ends(one)), current=one == year, href=address(one)) for one in known)
    return Picker("ar", swedish("År"), tuple(choices))
