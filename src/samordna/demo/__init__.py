"""The demo associations, built through the same deeds a user does.

Ledgers are reconstructed from two associations' published statements; roles stand where people do.
"""

from samordna.demo.build import Built, build_demo

__all__ = ["Built", "build_demo"]
