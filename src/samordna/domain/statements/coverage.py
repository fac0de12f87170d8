"""Does a layout answer for every account, once?

What ``samordna layout check`` prints, and what the site shows as *Ej fördelat*.
"""

from collections.abc import Iterator
from itertools import combinations

from samordna.domain.ledger.balances import Balances
from samordna.domain.statements.evaluate import Evaluation
from samordna.domain.statements.holdings import Holdings
from samordna.domain.statements.layout import FromAccounts, Layout, Line, StatementLayout, account_lines_of, lines_of
from samordna.domain.statements.problems import ACCOUNT_ON_TWO_LINES, ACCOUNT_WITHOUT_LINE, LINE_WITHOUT_ACCOUNTS
from samordna.domain.statements.selection import WHOLE_ACCOUNTS
from samordna.domain.values.problem import Problem


def coverage_problems(layout: Layout, balances: Balances) -> tuple[Problem, ...]:
    """Return accounts nobody answers for, accounts answered for twice, and lines without accounts.

    The first two are asked of statements that declare which kinds of accounts they answer for; a line
    limited to objects is not counted twice with another limited to other objects.
    """
    evaluation = Evaluation(layout, Holdings(balances))
    return tuple(
        problem
        for statement in layout.statements
        for problem in (*_unanswered(evaluation, statement), *_twice(statement, balances), *_empty(statement, balances))
    )


def _unanswered(evaluation: Evaluation, statement: StatementLayout) -> Iterator[Problem]:
    accounts = evaluation.holdings.balances.accounts
    for number in evaluation.unassigned(statement, statement.answers_for):
        yield ACCOUNT_WITHOUT_LINE.at(statement.title, account=number, name=accounts[number].name)


def _twice(statement: StatementLayout, balances: Balances) -> Iterator[Problem]:
    if not statement.answers_for:
        return
    for number, account in sorted(balances.accounts.items()):
        lines = [line for line in lines_of(statement.lines) if not line.memo and _answers(line, number)]
        objects = [line.source.objects for line in lines if isinstance(line.source, FromAccounts)]
        objects += [WHOLE_ACCOUNTS for node in account_lines_of(statement.lines) if number in node.accounts]
        if any(one.overlaps(other) for one, other in combinations(objects, 2)):
            names = ", ".join(line.label for line in lines)
            yield ACCOUNT_ON_TWO_LINES.at(statement.title, account=number, name=account.name, lines=names)


def _answers(line: Line, number: str) -> bool:
    return isinstance(line.source, FromAccounts) and number in line.source.accounts


def _empty(statement: StatementLayout, balances: Balances) -> Iterator[Problem]:
    for line in lines_of(statement.lines):
        if isinstance(line.source, FromAccounts) and not line.source.accounts.among(balances.accounts):
            yield LINE_WITHOUT_ACCOUNTS.at(statement.title, label=line.label, accounts=line.source.accounts.text)
