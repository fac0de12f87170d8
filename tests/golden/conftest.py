"""The demo, for the tests of whole reports."""

from tests.demo import demo

__all__ = ["demo"]
