"""The demo, for the tests of questions that need all of an association."""

from tests.demo import demo

__all__ = ["demo"]
