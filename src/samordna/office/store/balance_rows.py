"""How do rows become the balances that statements read?

A handful of queries whatever the number of years or postings: each reads one table of sums for all the
imports asked for.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any, TypeAlias

from django.db.models import Manager

from samordna.domain.ledger.balances import Balances, Sums, YearBalances
from samordna.domain.ledger.books import Account, AccountKind, FiscalYear, ObjectKey
from samordna.office.store import models

_ByVersion: TypeAlias = dict[int, dict[Any, dict[int, int]]]


def read_balances(imports: Iterable[models.LedgerImport]) -> Balances:
    """Return the balances of ``imports``, one a fiscal year. A name is that of the latest year that has it."""
    ascending = sorted(imports, key=lambda taken: taken.year_start)
    versions = [taken.version for taken in ascending]
    opening = _opening(versions)
    accounts, budget = (
        _by_account(models.MonthBalance.objects, versions),
        _by_account(models.BudgetBalance.objects, versions),
    )
    objects, pairs = _by_object(versions), _by_pair(versions)
    years = tuple(
        YearBalances(
            year=FiscalYear(taken.year_start, taken.year_end),
            version=taken.version,
            covers_to=taken.covers_to_month,
            opening=opening.get(taken.version, {}),
            movements=Sums(
                accounts.get(taken.version, {}), objects.get(taken.version, {}), pairs.get(taken.version, {})
            ),
            budget=budget.get(taken.version, {}),
        )
        for taken in ascending
    )
    return Balances(_accounts(versions), _objects(versions), years)


def _rows(table: Manager[Any], versions: Sequence[int], *columns: str) -> Iterable[tuple[Any, ...]]:
    return table.filter(ledger_import__in=versions).values_list("ledger_import_id", *columns)


def _opening(versions: Sequence[int]) -> dict[int, dict[str, int]]:
    opening: dict[int, dict[str, int]] = defaultdict(dict)
    for version, account, ore in _rows(models.OpeningBalance.objects, versions, "account", "ore"):
        opening[version][account] = ore
    return opening


def _by_account(table: Manager[Any], versions: Sequence[int]) -> _ByVersion:
    sums: _ByVersion = defaultdict(dict)
    for version, account, month, ore in _rows(table, versions, "account", "month", "ore"):
        sums[version].setdefault(account, {})[month] = ore
    return sums


def _by_object(versions: Sequence[int]) -> _ByVersion:
    sums: _ByVersion = defaultdict(dict)
    columns = ("account", "dimension", "object", "month", "ore")
    for version, account, dimension, code, month, ore in _rows(models.ObjectBalance.objects, versions, *columns):
        sums[version].setdefault((account, (dimension, code)), {})[month] = ore
    return sums


def _by_pair(versions: Sequence[int]) -> _ByVersion:
    sums: _ByVersion = defaultdict(dict)
    columns = ("account", "dimension", "object", "second_dimension", "second_object", "month", "ore")
    for version, account, *pair, month, ore in _rows(models.PairBalance.objects, versions, *columns):
        dimension, code, second_dimension, second_code = pair
        key = (account, (dimension, code), (second_dimension, second_code))
        sums[version].setdefault(key, {})[month] = ore
    return sums


def _accounts(versions: Sequence[int]) -> dict[str, Account]:
    accounts: dict[int, dict[str, Account]] = defaultdict(dict)
    for version, number, name, kind in _rows(models.Account.objects, versions, "number", "name", "kind"):
        accounts[version][number] = Account(number, name, AccountKind(kind))
    return {number: account for version in versions for number, account in accounts[version].items()}


def _objects(versions: Sequence[int]) -> dict[ObjectKey, str]:
    objects: dict[int, dict[ObjectKey, str]] = defaultdict(dict)
    for version, dimension, code, name in _rows(models.DimensionObject.objects, versions, "dimension", "code", "name"):
        objects[version][dimension, code] = name
    return {key: name for version in versions for key, name in objects[version].items()}
