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
    "kostnadsstallen": Screen(f"/kostnadsstallen/?{PERIOD}", "Kommentar till prognosen"),
    "kostnadsstallen-las": Screen(f"/kostnadsstallen/?{PERIOD}&enhet=tkr", "Prognos helår 2024", "styrelse"),
    "prognos": Screen(f"/prognos/?{PERIOD}", "Vart året är på väg"),
    "prognos-last": Screen(f"/prognos/?{PERIOD}", "Rad för rad 2024", "styrelse"),
    "bryggan": Screen(f"/bryggan/?{PERIOD}", "Ej förklarat"),
    "siffra-prognos": Screen(f"/siffra/cost-centres/1010/forecast/?{PERIOD}", "Vem som har sagt det"),
    "ej-bokfort": Screen(f"/ej-bokfort/?{PERIOD}", "Gör bokningsorder"),
    "avslut": Screen("/avslut/", "Januari–augusti 2024"),
    "avslut-period": Screen("/avslut/2024-08/", "Konton att stämma av"),
    "siffra": Screen(f"/siffra/income/ovriga_kostnader/actual/?{PERIOD}", "Vad siffran är"),
    "konto": Screen(f"/konto/6230/?{PERIOD}", "6230"),
    "verifikation": Screen("/verifikation/200000090/", "Leverantörsfaktura"),
    "uppstallning": Screen("/uppstallning/", "Övriga kostnader"),
    "uppstallning-rad": Screen("/uppstallning/?rad=man_i_halsa", "kan inte tas bort här"),
    "register": Screen("/kostnadsstallen/register/", "Aktiv Kraft Borås"),
    "register-rad": Screen("/kostnadsstallen/register/1010/", "Dela på projekt"),
    "register-ny-rad": Screen("/kostnadsstallen/registret/ny/", "Tidigare koder"),
    "budget": Screen("/budget/2024/", "Summa Verksamhet"),
    "budget-rad": Screen("/budget/2024/rad/1010/", "Beslut om raden"),
    "budget-beslut": Screen("/budget/2024/beslut/?rad=1010", "Egna månader för Kansli"),
    "budget-blankett": Screen("/budget/2024/blankett/", "Den ifyllda blanketten"),
    "budget-nasta": Screen("/budget/2025/", "Börja från 2024"),
    "avtal-och-bidrag": Screen("/avtal-och-bidrag/2024/", "Parternas bidrag"),
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
