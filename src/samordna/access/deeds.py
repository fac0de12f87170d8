"""Which deeds are there, and what does a person call them?"""

from django.db import models


class Deed(models.TextChoices):
    """A deed as the trail names it, with its Swedish name. What a role may do will stand in a table, role × deed."""

    CREATE_ASSOCIATION = "create-association", "skapa förbund"
    TAKE_LEDGER = "take-ledger", "läsa in bokföring"
    RETIRE_IMPORT = "retire-import", "ta en inläsning ur bruk"
    ENTER_FIGURE = "enter-figure", "lägga in uppgift"
    WITHDRAW_FIGURE = "withdraw-figure", "ta bort inlagd uppgift"
