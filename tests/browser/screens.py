"""Which screens does the association's site have, as somebody of a role sees them?"""

from typing import NamedTuple

PERIOD = "period=2024-01..2024-08"


class Screen(NamedTuple):
    """An address, who looks at it, and the words that must be in sight whatever the browser can do."""

    address: str
    says: str
    role: str = "ekonom"


SCREENS = {
    "logga-in": Screen("/logga-in/", "Logga in", ""),
    "oversikt": Screen("/", "Översikt"),
    "inlasning": Screen("/inlasning/", "Inläst bokföring"),
    "inlasning-problem": Screen("/inlasning/utkast/1/", "går inte jämnt ut"),
    "inlasning-skillnad": Screen("/inlasning/utkast/2/", "Skillnad mot inläsning 2"),
    "inlasning-tabell": Screen("/inlasning/utkast/3/", "Vad är tabellen?"),
    "inlasning-dimensioner": Screen("/inlasning/utkast/4/", "Ingen har sagt vad dimension 20"),
    "inlasning-historik": Screen("/inlasning/2/", "Inläsning 2"),
    "resultat": Screen(f"/rakenskaper/resultat/?{PERIOD}", "Periodens resultat"),
    "resultat-tkr": Screen(f"/rakenskaper/resultat/?{PERIOD}&enhet=tkr", "tusental kronor"),
    "balans": Screen(f"/rakenskaper/balans/?{PERIOD}", "Summa tillgångar"),
    "kassaflode": Screen(f"/rakenskaper/kassaflode/?{PERIOD}", "Kassaflöde"),
    "noter": Screen(f"/rakenskaper/noter/?{PERIOD}", "Övriga kostnader"),
    "nyckeltal": Screen(f"/rakenskaper/nyckeltal/?{PERIOD}", "Nyckeltal"),
    "siffra": Screen(f"/siffra/income/ovriga_kostnader/actual/?{PERIOD}", "Vad siffran är"),
    "konto": Screen(f"/konto/6230/?{PERIOD}", "6230"),
    "verifikation": Screen("/verifikation/200000090/", "Leverantörsfaktura"),
    "uppstallning": Screen("/uppstallning/", "Övriga kostnader"),
    "uppstallning-rad": Screen("/uppstallning/?rad=man_i_halsa", "kan inte tas bort här"),
    "rapporter": Screen("/rapporter/", "Delårsrapport"),
    "rapport": Screen("/rapporter/1/", "Delårsrapport"),
    "sok": Screen("/sok/?q=2362,50", "Leverantörsfaktura"),
    "sok-tomt": Screen("/sok/?q=finnsinte", "Inget hittades"),
    "spar": Screen("/spar/", "läsa in bokföring"),
    "installningar": Screen("/installningar/", "Förbundet"),
    "anvandare": Screen("/installningar/anvandare/", "Demoekonom", "admin"),
    "roller": Screen("/installningar/roller/", "läsa verifikationer"),
    "dimensioner": Screen("/installningar/dimensioner/", "Enligt SIE"),
    "mitt-konto": Screen("/mitt-konto/", "lösenord"),
    "hjalp": Screen("/hjalp/", "Hjälp"),
    "stil": Screen("/stil/", "Stil"),
    "saknas": Screen("/finns-inte/", "Sidan finns inte"),
    "nekad": Screen("/spar/", "Det får du inte göra", "styrelse"),
}
"""Every screen, by the name of its picture."""
