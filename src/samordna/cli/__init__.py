"""The terminal: one ``samordna`` command.

Each group of commands is a module of its own, loaded only when it is asked for.
"""

from samordna.cli.front import main

__all__ = ["main"]
