"""Which screens does the association's site have, as somebody of a role sees them?"""

from typing import NamedTuple

from tests.serving import Served

PERIOD = "period=2024-01..2024-08"
FORM = "/lamna/{to_tell}/insats/aktiv-kraft"


class Screen(NamedTuple):
    """An address, who looks at it, and the words that must be in sight whatever the browser can do.

    A unit's form is reached by a link: ``{to_tell}`` and ``{told}`` stand for the secrets of two.
    """

    address: str
    says: str
    role: str = "ekonom"

    def at(self, site: Served) -> str:
        """Return its address on a site."""
        return self.address.format(**site.links)


SCREENS = {
    "logga-in": Screen("/logga-in/", "Logga in", ""),
    "oversikt": Screen("/", "Närmast"),
    "oversikt-las": Screen("/", "Senast utlämnad statistik", "styrelse"),
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
    "plan": Screen("/plan/2025/", "Planen i olika lägen"),
    "plan-antagen": Screen("/plan/2022/", "Antagen Styrelsen § 56", "styrelse"),
    "plan-insatser": Screen("/plan/2025/insatser/", "Gröna Vägen Framåt"),
    "plan-texter": Screen("/plan/2025/texter/", "Inriktning"),
    "plan-siffra": Screen("/plan/2025/siffra/economic-summary/:total/without/", "Vad den består av"),
    "plan-tom": Screen("/plan/2026/", "Ingen plan är inlagd för 2026"),
    "budget": Screen("/budget/2024/", "Summa Verksamhet"),
    "budget-rad": Screen("/budget/2024/rad/1010/", "Beslut om raden"),
    "budget-beslut": Screen("/budget/2024/beslut/?rad=1010", "Egna månader för Kansli"),
    "budget-blankett": Screen("/budget/2024/blankett/", "Den ifyllda blanketten"),
    "budget-nasta": Screen("/budget/2025/", "Börja från 2024"),
    "projekt": Screen("/projekt/", "Kvar att söka"),
    "projekt-nytt": Screen("/projekt/ny/", "Sökt bidrag för hela projektet"),
    "projekt-ett": Screen("/projekt/vilja/", "Att betala med annat än bidraget"),
    "projekt-las": Screen("/projekt/pria/?ar=2022", "Med och utan projektet 2022", "styrelse"),
    "projekt-uppgifter": Screen("/projekt/vilja/uppgifter/", "Rader med schablonkostnader"),
    "projekt-budget": Screen("/projekt/vilja/budget/", "Personal enligt enhetskostnad"),
    "siffra-projekt": Screen("/projekt/vilja/siffra/project-to-date/to-date/:cost/", "Vad den består av"),
    "finansiering": Screen("/finansiering/2024/", "Bidrag 2024 mot nyckeln"),
    "finansiering-medlemmar": Screen("/finansiering/medlemmar/", "Fördelningsnyckel"),
    "finansiering-scenarier": Screen("/finansiering/2024/scenarier/", "Utgående eget kapital"),
    "finansiering-siffra": Screen("/finansiering/2024/siffra/financing/1490/y2024/", "Vad siffran är"),
    "avtal": Screen("/avtal/?ar=2024", "Aktiv Kraft Borås"),
    "avtal-nytt": Screen("/avtal/nytt/", "Undertecknat"),
    "avtal-ett": Screen("/avtal/1/", "Vad avtalet påverkar"),
    "avtal-andra": Screen("/avtal/10/andra/", "Vad ändras, och varför?"),
    "bidrag": Screen("/bidrag/2024/", "Bidrag mot bokföringen"),
    "bidrag-regler": Screen("/bidrag/2024/regler/", "Var de bokförs"),
    "rekvisitioner": Screen("/bidrag/2024/rekvisitioner/", "Begär det som är valt"),
    "rekvisitioner-las": Screen("/bidrag/2024/rekvisitioner/", "Betalas av", "styrelse"),
    "rekvisition": Screen("/bidrag/rekvisition/1/", "Historik"),
    "siffror-in": Screen("/siffror/?period=2024-01..2024-08", "Lämnade i tid"),
    "siffror-in-las": Screen("/siffror/", "inga siffror", "styrelse"),
    "siffror-kalender": Screen("/siffror/kalender/", "Aktiv Kraft Borås"),
    "siffror-be-om": Screen("/siffror/be-om/?first=2025-01&last=2025-08", "Be dem som är valda"),
    "siffror-lamna-in": Screen("/siffror/lamna-in/", "Tomma blanketter"),
    "siffror-paminn": Screen("/siffror/paminn/", "Ingen påminns två gånger"),
    "siffror-nycklar": Screen("/siffror/nycklar/", "Öppen nyckel"),
    "siffror-summor": Screen("/siffror/angivna-summor/", "Angiven summa"),
    "siffror-enhet": Screen("/siffror/aktiv-kraft-boras/aktiv-kraft/2024-01..2024-08/", "Inkomna remisser"),
    "siffror-enhet-kalender": Screen("/siffror/aktiv-kraft-boras/aktiv-kraft/2024-09..2024-12/kalender/", "Kontakt"),
    "insatser": Screen("/insatser/?ar=2024", "Gröna Vägen Framåt"),
    "insats": Screen("/insatser/aktiv-kraft/?ar=2024", "Avtalade antal"),
    "insats-struktur": Screen("/insatser/lokala-moten-utbildning-och-metodutveckling/", "Metoddag om ACT"),
    "insats-andra": Screen("/insatser/aktiv-kraft/andra/", "ligger därför fast"),
    "insats-ny": Screen("/insatser/ny/", "Uppföljningsmetod"),
    "insats-avtalat": Screen("/insatser/aktiv-kraft/avtalat/2024/participants/aktiv-kraft-boras/", "Vad som har sagts"),
    "mal": Screen(f"/mal/?{PERIOD}", "God ekonomisk hushållning"),
    "mal-last": Screen(f"/mal/?{PERIOD}", "Siffrorna visas offentligt", "styrelse"),
    "mal-ett": Screen(f"/mal/eget-kapital/?{PERIOD}", "Mål och utfall år för år"),
    "mal-beslut": Screen(f"/mal/sus/?{PERIOD}", "För in beslutet"),
    "mal-nytt": Screen("/mal/nytt/", "Ska vara"),
    "mal-siffra": Screen(f"/mal/siffra/goals-judged/eget-kapital/value/?{PERIOD}", "Vad siffran är"),
    "insats-last": Screen("/insatser/aktiv-kraft/", "Kapacitet, kö och väntetid", "styrelse"),
    "utforare": Screen("/utforare/?ar=2024", "Aktiv Kraft Borås"),
    "utforare-enhet": Screen("/utforare/aktiv-kraft-boras/?ar=2024", "Inflöde och täckning"),
    "utforare-siffra": Screen(
        "/utforare/aktiv-kraft-boras/siffra/?ar=2024&tabell=inflow-aktiv-kraft&rad=starts&kolumn=total",
        "Vad siffran är",
    ),
    "lamna": Screen("/lamna/{to_tell}/", "Skriv aldrig något om enskilda", ""),
    "lamna-hjalp": Screen("/lamna/{to_tell}/hjalp/", "När två har fyllt i olika", ""),
    "lamna-tabell": Screen(f"{FORM}/tabell/starts_by_age/", "Ifyllt hittills", ""),
    "lamna-forandring": Screen(f"{FORM}/tabell/progression_change/", "summa av kvadrater", ""),
    "lamna-allt": Screen(f"{FORM}/?alla=1", "Nya anonyma deltagare", ""),
    "lamna-granska": Screen(f"{FORM}/granska/", "Vem intygar siffrorna", ""),
    "lamna-kvitto": Screen("/lamna/{told}/insats/aktiv-kraft/kvitto/", "Intygat av", ""),
    "lamna-fel-lank": Screen("/lamna/finns-inte/", "Länken gäller inte", ""),
    "utforare-last": Screen("/utforare/aktiv-kraft-boras/?ar=2024", "Antalen visas bara för ekonom", "styrelse"),
    "inmatning": Screen("/uppfoljning/inmatning/?ar=2024", "Avslutade efter vad som följde"),
    "agarna": Screen("/uppfoljning/agare/?ar=2024", "Egna enheter"),
    "agare": Screen("/uppfoljning/agare/1490/?ar=2024", "Ta ut som fil"),
    "statistik": Screen(f"/uppfoljning/?vy=inflow&{PERIOD}", "Inkomna remisser"),
    "statistik-offentligt": Screen(f"/uppfoljning/?vy=participants-2014&{PERIOD}&for=alla", "Lämna ut tabellerna"),
    "statistik-siffra": Screen(
        f"/uppfoljning/siffra/?vy=inflow&{PERIOD}&for=alla&tabell=inflow-referrals&rad=school&kolumn=total", "Regeln"
    ),
    "statistik-utlamnat": Screen("/uppfoljning/publicerat/", "Allt nytt prövas mot det", "styrelse"),
    "statistik-vyer": Screen("/uppfoljning/vyer/", "Sätt ihop en ny vy"),
    "statistik-matt": Screen("/uppfoljning/matt/", "Täckning av progressionsmätning"),
    "agare-last": Screen("/uppfoljning/agare/fk/?ar=2024", "Remisser från Försäkringskassan", "styrelse"),
    "eget-kapital": Screen(f"/eget-kapital/?{PERIOD}", "Golv och tak"),
    "balanskrav": Screen(f"/eget-kapital/balanskrav/?{PERIOD}", "Balanskravsutredning 2024"),
    "balanskrav-siffra": Screen(
        f"/eget-kapital/balanskrav/siffra/balance-requirement/result/amount/?{PERIOD}", "Vad siffran är"
    ),
    "driftredovisning": Screen(f"/rakenskaper/driftredovisning/?{PERIOD}", "Summa verksamhet"),
    "sammanfattning": Screen(f"/rakenskaper/sammanfattning/?{PERIOD}", "Utgående eget kapital"),
    "rapporter": Screen("/rapporter/", "Delårsrapport"),
    "rapport": Screen("/rapporter/1/", "Delårsrapport"),
    "sok": Screen("/sok/?q=2362,50", "Leverantörsfaktura"),
    "sok-insatser": Screen("/sok/?q=aktiv kraft", "Utförare", "styrelse"),
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
