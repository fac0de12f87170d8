"""What does Django answer to?"""

from typing import Final

from samordna.office.web.routes import ROUTES

urlpatterns: Final = [route.pattern for route in ROUTES]
handler400 = "samordna.office.web.refusals.bad_request"
handler403 = "samordna.office.web.refusals.forbidden"
handler404 = "samordna.office.web.refusals.not_found"
handler500 = "samordna.office.web.refusals.server_error"
