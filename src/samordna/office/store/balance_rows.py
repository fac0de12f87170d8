"""How do rows become the balances that statements read?

A handful of queries whatever the number of years or postings: each reads one table of sums for all the
imports asked for.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from typing import Any, Final, TypeAlias

from django.db import connection

from samordna.domain.ledger.balances import Balances, Sums, YearBalances
from samordna.domain.ledger.books import Account, AccountKind, Detail, FiscalYear, ObjectKey
from samordna.domain.statements.cost_centre_lines import EVERY_OBJECT
from samordna.office.store import models

_ByVersion: TypeAlias = dict[int, dict[Any, dict[int, int]]]

_ONE: Final = "(dimension = %s AND object = %s)"
_ALL_OF_A_DIMENSION: Final = "dimension = %s"


def read_balances(imports: Iterable[models.LedgerImport], *, objects: Collection[ObjectKey] | None = None) -> Balances:
    """Return the balances of ``imports``, one a fiscal year. A name is that of the latest year that has it.

    ``objects`` limits the sums over objects, and those over pairs by their first object; all are read when None.
    """
    ascending = sorted(imports, key=lambda taken: taken.year_start)
    versions = [taken.version for taken in ascending]
    opening = _opening(versions)
    accounts, budget = (
        _by_account(models.MonthBalance, versions),
        _by_account(models.BudgetBalance, versions),
    )
    held, split = _by_object(versions, objects), _by_pair(versions, objects)
    years = tuple(
        YearBalances(
            year=FiscalYear(taken.year_start, taken.year_end),
            version=taken.version,
            covers_to=taken.covers_to_month,
            opening=opening.get(taken.version, {}),
            movements=Sums(accounts.get(taken.version, {}), held.get(taken.version, {}), split.get(taken.version, {})),
            budget=budget.get(taken.version, {}),
            detail=Detail(taken.detail),
            told=None if Detail(taken.detail) is Detail.VOUCHERS else told_dimensions(taken.version),
        )
        for taken in ascending
    )
    return Balances(_accounts(versions), _objects(versions), years)


def _rows(
    model: type[models.OfImport], versions: Sequence[int], *columns: str, limit: str = "", values: Sequence[str] = ()
) -> list[tuple[Any, ...]]:
    """Return the columns of the rows of ``versions``, each row with its version first, in the order they were written.

    ``limit`` is a further condition with marks for ``values``.
    Asked without the models' help: that costs half a millisecond a table, and all of this should cost a few.
    """
    table, names = model._meta.db_table, ", ".join(columns)  # noqa: SLF001 - Django's own way to a table's name
    marks = ", ".join(["%s"] * len(versions)) or "NULL"
    with connection.cursor() as cursor:
        asked = f"SELECT import_id, {names} FROM {table} WHERE import_id IN ({marks}) {limit} ORDER BY id"  # noqa: S608
        cursor.execute(asked, [*versions, *values])
        return list(cursor.fetchall())


def told_dimensions(version: int) -> frozenset[tuple[str, ...]]:
    """Return the dimensions, and the pairs of them, that an import has sums for."""
    alone = models.ObjectBalance.objects.filter(ledger_import=version).order_by()
    pairs = models.PairBalance.objects.filter(ledger_import=version).order_by()
    return frozenset(
        {
            *alone.values_list("dimension").distinct(),
            *pairs.values_list("dimension", "second_dimension").distinct(),
        }
    )


def _opening(versions: Sequence[int]) -> dict[int, dict[str, int]]:
    opening: dict[int, dict[str, int]] = defaultdict(dict)
    for version, account, ore in _rows(models.OpeningBalance, versions, "account", "ore"):
        opening[version][account] = ore
    return opening


def _by_account(model: type[models.OfImport], versions: Sequence[int]) -> _ByVersion:
    sums: _ByVersion = defaultdict(dict)
    for version, account, month, ore in _rows(model, versions, "account", "month", "ore"):
        sums[version].setdefault(account, {})[month] = ore
    return sums


def _rows_of(
    model: type[models.OfImport], versions: Sequence[int], objects: Collection[ObjectKey] | None, *columns: str
) -> Iterable[tuple[Any, ...]]:
    """Return ``_rows`` of the objects asked for, or of all in a dimension; there may be hundreds of others."""
    if objects is None:
        return _rows(model, versions, *columns)
    ordered = sorted(objects)
    wanted = [part for key in ordered for part in key if part != EVERY_OBJECT]
    either = " OR ".join(_ALL_OF_A_DIMENSION if code == EVERY_OBJECT else _ONE for _, code in ordered)
    return _rows(model, versions, *columns, limit=f"AND ({either})", values=wanted) if wanted else ()


def _by_object(versions: Sequence[int], objects: Collection[ObjectKey] | None) -> _ByVersion:
    sums: _ByVersion = defaultdict(dict)
    columns = ("account", "dimension", "object", "month", "ore")
    for version, account, dimension, code, month, ore in _rows_of(models.ObjectBalance, versions, objects, *columns):
        sums[version].setdefault((account, (dimension, code)), {})[month] = ore
    return sums


def _by_pair(versions: Sequence[int], objects: Collection[ObjectKey] | None) -> _ByVersion:
    sums: _ByVersion = defaultdict(dict)
    columns = ("account", "dimension", "object", "second_dimension", "second_object", "month", "ore")
    for version, account, *pair, month, ore in _rows_of(models.PairBalance, versions, objects, *columns):
        dimension, code, second_dimension, second_code = pair
        key = (account, (dimension, code), (second_dimension, second_code))
        sums[version].setdefault(key, {})[month] = ore
    return sums


def _accounts(versions: Sequence[int]) -> dict[str, Account]:
    accounts: dict[int, dict[str, Account]] = defaultdict(dict)
    for version, number, name, kind in _rows(models.Account, versions, "number", "name", "kind"):
        accounts[version][number] = Account(number, name, AccountKind(kind))
    return {number: account for version in versions for number, account in accounts[version].items()}


def _objects(versions: Sequence[int]) -> dict[ObjectKey, str]:
    objects: dict[int, dict[ObjectKey, str]] = defaultdict(dict)
    for version, dimension, code, name in _rows(models.DimensionObject, versions, "dimension", "code", "name"):
        objects[version][dimension, code] = name
    return {key: name for version in versions for key, name in objects[version].items()}
