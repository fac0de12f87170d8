"""What does Django need to know of this room?"""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """The templates and addresses of the association's site; it has no tables."""

    name = "samordna.office.web"
    label = "web"
    verbose_name = "Förbundets webbplats"
