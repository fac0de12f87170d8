"""What does a PxWeb answer about populations, as recorded, for tests that ask one with the real client?

The shape is that of PxWebApi 2 (metadata and data as json-stat 2). The numbers are made up, plainly so: thousands that
say which municipality they are of.
"""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

COUNTS = {"1490": 90_000, "1463": 63_000, "1443": 43_000, "1465": 65_000, "1481": 81_000}
_REGIONS = {code: f"Kommun {code}" for code in COUNTS}
_CHANGES = {"100": "folkmängd", "110": "folkökning", "115": "födda"}
_PERIODS = {"hel": "hela året", "K1": "kvartal 1", "K2": "kvartal 2", "K3": "kvartal 3", "K4": "kvartal 4"}
_YEARS = {str(year): str(year) for year in range(2021, 2025)}

QUARTERLY: Mapping[str, Mapping[str, Any]] = {
    "Region": {"label": "region", "values": _REGIONS, "elimination": True},
    "Forandringar": {"label": "förändringar", "values": _CHANGES},
    "Period": {"label": "period", "values": _PERIODS},
    "Kon": {"label": "kön", "values": {"1": "män", "2": "kvinnor", "1+2": "totalt"}, "elimination": True},
    "ContentsCode": {"label": "tabellinnehåll", "values": {"000002Z9": "Antal personer"}},
    "Tid": {"label": "år", "values": _YEARS},
}
"""The table of each quarter's end: one value is the whole of men and women."""
YEARLY: Mapping[str, Mapping[str, Any]] = {
    "Region": {"label": "region", "values": _REGIONS, "elimination": True},
    "Civilstand": {"label": "civilstånd", "values": {"OG": "ogifta", "G": "gifta"}, "elimination": True},
    "Alder": {"label": "ålder", "values": {"0": "0 år", "tot": "totalt ålder"}, "elimination": True},
    "Kon": {"label": "kön", "values": {"1": "män", "2": "kvinnor"}, "elimination": False},
    "ContentsCode": {"label": "tabellinnehåll", "values": {"BE0101N1": "Folkmängd", "BE0101N2": "Folkökning"}},
    "Tid": {"label": "år", "values": _YEARS},
}
"""The table of 31 December: men and women are told apart."""
TABLES = {"TAB5169": QUARTERLY, "TAB638": YEARLY}


class PxWeb:
    """A PxWeb on this machine; ``asked`` are the selections of data that it was asked for, by table."""

    def __init__(self, tables: Mapping[str, Mapping[str, Mapping[str, Any]]], address: str) -> None:
        self.tables, self.address = tables, address
        self.asked: list[tuple[str, Mapping[str, list[str]]]] = []

    def answer(self, path: str, body: bytes) -> dict[str, Any] | None:
        """Return what is answered at a path; None for what there is nothing at."""
        match path.partition("?")[0].removeprefix("/api/v2/").split("/"):
            case ["config"]:
                return {
                    "apiVersion": "2.0.0", "maxDataCells": 150_000, "maxCallsPerTimeWindow": 30, "timeWindow": 10,
                    "defaultLanguage": "sv",
                }  # fmt: skip
            case ["tables"]:
                return {"tables": [], "page": {"totalElements": len(self.tables)}}
            case ["tables", name, "metadata"] if name in self.tables:
                return {"id": list(self.tables[name]), "dimension": _dimensions(self.tables[name])}
            case ["tables", name, "data"] if name in self.tables:
                chosen = {one["variableCode"]: one["valueCodes"] for one in json.loads(body)["selection"]}
                self.asked.append((name, chosen))
                return _data(self.tables[name], chosen)
        return None


def _dimensions(
    table: Mapping[str, Mapping[str, Any]], chosen: Mapping[str, list[str]] | None = None
) -> dict[str, Any]:
    told = {}
    for name, variable in table.items():
        if chosen is not None and name not in chosen:
            continue
        codes = list(variable["values"]) if chosen is None else chosen[name]
        told[name] = {
            "label": variable["label"],
            "category": {
                "index": {code: place for place, code in enumerate(codes)},
                "label": {code: variable["values"][code] for code in codes},
            },
            "extension": {"elimination": variable.get("elimination", False), "codeLists": []},
        }
    return told


def _data(table: Mapping[str, Mapping[str, Any]], chosen: Mapping[str, list[str]]) -> dict[str, Any]:
    """Return the cells that were chosen: where men and women are told apart, half of the whole each."""
    ids = [name for name in table if name in chosen]
    values: list[int | None] = [None]
    for name in ids:
        values = [_of(name, code, value) for value in values for code in chosen[name]]
    size = [len(chosen[name]) for name in ids]
    return {"id": ids, "size": size, "dimension": _dimensions(table, chosen), "value": values}


def _of(name: str, code: str, value: int | None) -> int | None:
    if name == "Region":
        return COUNTS[code]
    if value is not None and (name, code) in {("Kon", "1"), ("Kon", "2")}:
        return value // 2
    return 7 if value is not None and (name, code) == ("ContentsCode", "BE0101N2") else value


@contextmanager
def px_web(tables: Mapping[str, Mapping[str, Mapping[str, Any]]] = TABLES) -> Iterator[PxWeb]:
    """Give a PxWeb that answers over real HTTP, and close it."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._answer()

        def do_POST(self) -> None:
            self._answer()

        def _answer(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            told = served.answer(self.path, body)
            content = json.dumps({"status": 404} if told is None else told).encode()
            self.send_response(404 if told is None else 200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    served = PxWeb(tables, f"http://127.0.0.1:{server.server_port}/api/v2")
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield served
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def nowhere() -> str:
    """Return the address of a PxWeb that is gone: nothing answers there."""
    with px_web() as gone:
        return gone.address
