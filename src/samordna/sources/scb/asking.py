"""How is Statistics Sweden asked for the population of municipalities, and what did it answer?

Asked through PxWebApi 2 with ``pxweb``, which keeps to the limits of the service and waits when it is told to. Loaded
only by who asks: the client brings what nothing else needs.
"""

import datetime as dt
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from queue import Empty, Queue
from threading import Thread
from typing import Any, Final

from pxweb import PxApi

from samordna.domain.association.counts_problems import ANOTHER_SHAPE, NO_ANSWER, NO_TABLE_FOR_DAY, NOT_PUBLISHED
from samordna.domain.association.population import PublishedCounts
from samordna.domain.values.language import swedish
from samordna.domain.values.period import swedish_date
from samordna.domain.values.problem import Refused
from samordna.sources.scb.tables import PopulationTable, table_for

ADDRESS: Final = "https://statistikdatabasen.scb.se/api/v2"
_PLACE: Final = swedish("folkmängd från SCB")
_REGION, _YEAR, _CONTENTS = "Region", "Tid", "ContentsCode"
_SECONDS: Final = 30.0
_LONGEST_REASON: Final = 200


def ask_population(codes: Sequence[str], day: dt.date, *, today: dt.date, address: str = "") -> PublishedCounts:
    """Return what Statistics Sweden says of the population of some municipalities on a day.

    A municipality that the table does not have is left out. Raises ``Refused`` when there is no such table, no network,
    no such day yet, or when the table has another shape than it is known to have.
    """
    table = table_for(day)
    if table is None:
        raise Refused([NO_TABLE_FOR_DAY.at(_PLACE, day=swedish_date(day))])
    where = address or ADDRESS
    try:
        return _within(_SECONDS, lambda: _Asked(PxApi(where, language="sv"), table, day).answer(codes, today))
    except OSError as error:  # what the client raises of the network, and of an answer that is none
        raise Refused([NO_ANSWER.at(_PLACE, address=where, reason=_in_short(error))]) from error
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        what = swedish("svaret går inte att läsa ({error})").format(error=_in_short(error))
        raise Refused([ANOTHER_SHAPE.at(_PLACE, table=table.name, what=what)]) from error


def _within(seconds: float, ask: Callable[[], PublishedCounts]) -> PublishedCounts:
    """Return what is answered within some seconds, or raise what it raised; the client itself would wait for ever."""
    answers: Queue[PublishedCounts | Exception] = Queue()

    def wait() -> None:
        try:
            answers.put(ask())
        except Exception as error:  # noqa: BLE001 - it is raised where it was asked for
            answers.put(error)

    Thread(target=wait, daemon=True).start()
    try:
        answer = answers.get(timeout=seconds)
    except Empty:
        raise TimeoutError(swedish("inget svar inom {count} sekunder").format(count=f"{seconds:g}")) from None
    if isinstance(answer, Exception):
        raise answer
    return answer


def _in_short(error: Exception) -> str:
    told = " ".join(str(error).split())[:_LONGEST_REASON].rstrip(".")
    return f"{type(error).__name__}: {told}" if told else type(error).__name__


class _Asked:
    """A table on its way to be asked about a day."""

    def __init__(self, api: PxApi, table: PopulationTable, day: dt.date) -> None:
        self._api, self._table, self._day = api, table, day

    def answer(self, codes: Sequence[str], today: dt.date) -> PublishedCounts:
        variables: Mapping[str, Any] = self._api.get_table_variables(self._table.id)
        selection = self._selection(variables, codes)
        rows = self._api.get_table_data(self._table.id, selection, show="code") if selection[_REGION] else []
        kept = json.dumps({"table": self._table.id, "selection": selection, "rows": rows}, ensure_ascii=False)
        counts = tuple(self._summed(rows, str(variables[_REGION]["label"]), selection[_REGION]))
        return PublishedCounts(self._table.id, self._table.name, self._day, today, counts, kept)

    def _selection(self, variables: Mapping[str, Any], codes: Sequence[str]) -> dict[str, list[str] | str]:
        """Return which values are asked for of each variable; one that need not be chosen is left out."""
        years, regions = (_values(variables, one) for one in (_YEAR, _REGION))
        if str(self._day.year) not in years:
            raise Refused([NOT_PUBLISHED.at(_PLACE, table=self._table.name, day=swedish_date(self._day))])
        chosen: dict[str, list[str] | str] = {
            _REGION: [code for code in dict.fromkeys(codes) if code in regions],
            _YEAR: [str(self._day.year)],
        }
        for name in self._table.wanted.keys() - variables.keys():
            raise self._another(swedish("variabeln {name} finns inte").format(name=name))
        for name, told in variables.items():
            if name not in chosen:
                chosen.update(self._of_variable(name, told, _values(variables, name)))
        return chosen

    def _of_variable(self, name: str, told: Mapping[str, Any], values: Mapping[str, str]) -> dict[str, list[str]]:
        wanted = self._table.named(name, self._day)
        if wanted:
            codes = [code for code, label in values.items() if label.strip().lower() == wanted]
            if len(codes) != 1:
                raise self._another(
                    swedish("”{name}” har inget värde som heter ”{wanted}”").format(name=name, wanted=wanted)
                )
            return {name: codes}
        if name == _CONTENTS and len(values) != 1:
            raise self._another(swedish("den har fler än ett innehåll"))
        whole = [code for code, label in values.items() if label.strip().lower().startswith("tot")]
        if whole:
            return {name: whole[:1]}
        return {} if told.get("elimination") else {name: list(values)}

    def _another(self, what: str) -> Refused:
        return Refused([ANOTHER_SHAPE.at(_PLACE, table=self._table.name, what=what)])

    def _summed(self, rows: Sequence[Mapping[str, Any]], label: str, codes: Sequence[str]) -> Iterator[tuple[str, int]]:
        """Yield each municipality's count; where the parts of it were asked for, their sum. One without is left out."""
        for code in codes:
            found = [row["value"] for row in rows if row[label] == code]
            if found and all(value is not None for value in found):
                yield code, int(sum(found))


def _values(variables: Mapping[str, Any], name: str) -> Mapping[str, str]:
    """Return the values of a variable by their codes."""
    return dict(variables[name]["category"]["label"])
