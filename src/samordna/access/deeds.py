"""Which deeds are there, and what does a person call them?"""

from django.db import models


class Deed(models.TextChoices):
    """A deed as the trail names it, with its Swedish name. ``rights`` says who may do it.

    Reading is a deed too where somebody may not do it; looking at a page leaves no trace, taking a file home does.
    """

    READ_BOOKS = "read-books", "läsa räkenskaper"
    READ_VOUCHERS = "read-vouchers", "läsa verifikationer"
    READ_TRAIL = "read-trail", "läsa spåret"
    READ_USERS = "read-users", "se användare"
    EXPORT = "export", "ta ut fil"

    LOG_IN = "log-in", "logga in"
    LOG_OUT = "log-out", "logga ut"
    CHANGE_PASSWORD = "change-password", "byta lösenord"

    CREATE_ASSOCIATION = "create-association", "skapa förbund"
    CHANGE_ASSOCIATION = "change-association", "ändra uppgifter om förbundet"

    HAND_IN_LEDGER = "hand-in-ledger", "lämna in bokföring"
    TAKE_LEDGER = "take-ledger", "läsa in bokföring"
    LEAVE_LEDGER = "leave-ledger", "avstå från inlämnad bokföring"
    SET_DIMENSION_ROLES = "set-dimension-roles", "säga vad dimensioner är"
    MAP_TABLE = "map-table", "säga vad en tabells kolumner är"
    RETIRE_IMPORT = "retire-import", "ta en inläsning ur bruk"

    ENTER_FIGURE = "enter-figure", "lägga in uppgift"
    WITHDRAW_FIGURE = "withdraw-figure", "ta bort inlagd uppgift"

    CHANGE_REGISTER = "change-register", "ändra kostnadsställen"
    REVISE_BUDGET = "revise-budget", "lägga in budgetbeslut"
    ENTER_FORECAST = "enter-forecast", "lägga prognos"
    FREEZE_FORECAST = "freeze-forecast", "frysa prognos"
    COMMENT_FIGURE = "comment-figure", "kommentera siffra"
    AGREE_SUM = "agree-sum", "lägga in avtalad summa"
    ENTER_CONTRIBUTION = "enter-contribution", "lägga in bidrag"
    ENTER_CLAIM = "enter-claim", "lägga in fordran på finansiär"
    CHANGE_MEMBERS = "change-members", "ändra medlemmar och fördelningsnyckel"
    ALLOT = "allot", "föra in tilldelning"
    AGREE_AMOUNT = "agree-amount", "lägga in överenskommet bidrag"
    SET_FRAME = "set-frame", "lägga in ram"
    SET_LIMIT = "set-equity-limit", "säga vad eget kapital ska vara"
    ADJUST_BALANCE = "adjust-balance", "föra in uppgift om balanskravet"
    CITE_GROUNDS = "cite-grounds", "åberopa synnerliga skäl"
    PLAN_RECOVERY = "plan-recovery", "lägga in åtgärdsplan"
    SAVE_SCENARIO = "save-scenario", "spara scenario"
    FETCH_POPULATION = "fetch-population", "hämta folkmängd"
    PLAN_ACTIVITIES = "plan-activities", "ändra verksamhetsplan"
    PLAN_PROJECT = "plan-project", "lägga in projekt"
    DECIDE_PROJECT = "decide-project", "lägga in beslut om projekt"
    CLAIM_GRANT = "claim-grant", "lägga in ansökan om utbetalning till projekt"
    ADOPT_PLAN = "adopt-plan", "anteckna antagen verksamhetsplan"
    CHANGE_AGREEMENT = "change-agreement", "lägga in eller ändra avtal"
    ATTACH_TO_AGREEMENT = "attach-to-agreement", "lägga fil till avtal"
    WITHDRAW_FROM_AGREEMENT = "withdraw-from-agreement", "ta bort fil från avtal"
    SET_CONTRIBUTION_RULES = "set-contribution-rules", "ändra regler för bidrag"
    REQUEST_CONTRIBUTION = "request-contribution", "begära bidrag och följa rekvisitioner"
    TAKE_PLAN = "take-plan", "läsa in plan ur filer"
    ORDER_BOOKING = "order-booking", "beställa bokning"
    WITHDRAW_ORDER = "withdraw-order", "ta tillbaka det som skulle bokas"
    RECOGNISE_BOOKING = "recognise-booking", "känna igen bokning"
    CLOSE_PERIOD = "close-period", "stänga period"
    NOTE_ACCOUNT = "note-account", "anteckna om konto"

    CHANGE_ACTIVITY = "change-activity", "ändra insats"
    AGREE_NUMBER = "agree-number", "lägga in avtalat antal"
    REPORT_CAPACITY = "report-capacity", "lägga in kapacitet och kö"
    REGISTER_EVENT = "register-event", "lägga in strukturövergripande tillfälle"
    ENTER_SURVEY = "enter-survey", "lägga in enkätresultat"

    ATTACH = "attach", "lägga underlag till verifikation"
    WITHDRAW_ATTACHMENT = "withdraw-attachment", "ta bort underlag från verifikation"

    CHANGE_LAYOUT = "change-layout", "ändra uppställning"
    UNDO_LAYOUT = "undo-layout", "ångra ändring av uppställning"

    MAKE_REPORT = "make-report", "göra rapport"

    INVITE_USER = "invite-user", "bjuda in användare"
    WITHDRAW_INVITATION = "withdraw-invitation", "dra tillbaka inbjudan"
    ACCEPT_INVITATION = "accept-invitation", "tacka ja till inbjudan"
    CHANGE_ROLE = "change-role", "ändra roll"
    DEACTIVATE_USER = "deactivate-user", "stänga av användare"
    REACTIVATE_USER = "reactivate-user", "släppa in användare igen"
