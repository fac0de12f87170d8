"""Which counts about people may be read, by whom, so that none that is hidden can be computed from the others?"""

from samordna.domain.measures.disclosure.audience import Audience, Rule, rule_of
from samordna.domain.measures.disclosure.cells import CellKey, Identity, PeopleCell
from samordna.domain.measures.disclosure.cube import Cube, Dimension
from samordna.domain.measures.disclosure.publishing import Publication, published
from samordna.domain.measures.disclosure.shares import share_of
from samordna.domain.measures.disclosure.told import SignTold, sign_as_list, sign_of_list

__all__ = [
    "Audience",
    "CellKey",
    "Cube",
    "Dimension",
    "Identity",
    "PeopleCell",
    "Publication",
    "Rule",
    "SignTold",
    "published",
    "rule_of",
    "share_of",
    "sign_as_list",
    "sign_of_list",
]
