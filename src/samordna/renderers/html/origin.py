"""Where does a figure come from, in one Swedish line?"""

from typing import Final

from samordna.domain.document import CountOrigin, EnteredOrigin, LedgerOrigin, Origin
from samordna.domain.values.language import swedish

_MEASURES: Final = {"opening": swedish("ingående balans"), "closing": swedish("utgående balans")}
_FEW: Final = 6


def origin_text(origin: Origin) -> str:
    """Return ``Konto 5010, 5011 · januari–augusti 2024 · inläsning 3``."""
    if isinstance(origin, LedgerOrigin):
        return _ledger_text(origin)
    if isinstance(origin, EnteredOrigin):
        return swedish("Inskrivet från: {source}").format(source=origin.source)
    if isinstance(origin, CountOrigin):
        return f"{origin.definition} · {origin.population} · {origin.period.in_words}"
    return origin.rule


def _ledger_text(origin: LedgerOrigin) -> str:
    measure = [_MEASURES[origin.measure]] if origin.measure in _MEASURES else []
    objects = [f"{dimension} {code}" for dimension, code in origin.objects]
    imports = [swedish("inläsning {version}").format(version=version) for version in origin.imports]
    return " · ".join([_accounts_text(origin.accounts), *objects, *measure, origin.period.in_words, *imports])


def _accounts_text(accounts: tuple[str, ...]) -> str:
    """Name a few accounts; of many, say how many and between which, without claiming that the range is whole."""
    if not accounts:
        return swedish("Inga konton")
    if len(accounts) <= _FEW:
        return swedish("Konto {accounts}").format(accounts=", ".join(accounts))
    first, last = min(accounts), max(accounts)
    return swedish("{count} konton mellan {first} och {last}").format(count=len(accounts), first=first, last=last)
