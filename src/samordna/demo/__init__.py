"""The demo associations, built through the same deeds a user does.

Ledgers are reconstructed from two associations' published statements; roles stand where people do.
"""

from samordna.demo.build import Built, build_demo
from samordna.demo.people import DemoLogin

__all__ = ["Built", "DemoLogin", "build_demo"]
