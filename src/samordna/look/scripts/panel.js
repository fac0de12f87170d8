// How does a figure open beside the page, lead on step by step, and let the reader back to where it began?
//
// The steps (addresses) are kept in history.state: Back closes one, and a page that is loaded again shows them again.
// Without this script every link leads to the same content as a page of its own.

const WIDE = matchMedia("(min-width: 68rem)");
const panel = document.getElementById.bind(document, "panel");
const steps = () => history.state?.steps ?? [];
let begun = null; // the link in the page that opened the panel
let waiting = null; // the request under way
let replacing = null; // an address that replaces all steps, once the history has gone back to the first

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-panel]");
  if (link && panel() && plain(event)) {
    event.preventDefault();
    open(link);
  } else if (event.target.closest("[data-panel-close]")) {
    history.go(-steps().length);
  } else if (event.target.closest("[data-panel-back]")) {
    history.back();
  }
});

document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "Escape" && steps().length && !event.target.closest("dialog, details.menu[open]")) {
    event.preventDefault();
    history.back();
  } else if (event.key.startsWith("Arrow")) {
    const next = neighbour(event.target.closest("a.drill"), event.key);
    if (next) {
      event.preventDefault();
      next.focus();
    }
  }
});

addEventListener("popstate", () => {
  if (replacing) {
    history.replaceState({ steps: [replacing] }, "");
    replacing = null;
  }
  show({ returning: true });
});

WIDE.addEventListener("change", () => cover());
// A press that should do what the browser always does (new tab, download) is left alone.
function plain(event) {
  return event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
}

function open(link) {
  const href = link.getAttribute("href");
  const inside = panel().contains(link);
  const now = steps();
  if (!inside) begun = link;
  if (inside || now.length === 0) {
    history.pushState({ steps: [...now, href] }, "");
  } else if (now.length === 1) {
    history.replaceState({ steps: [href] }, "");
  } else {
    replacing = href;
    history.go(1 - now.length);
    return;
  }
  show({ returning: false });
}

async function show({ returning }) {
  const place = panel();
  if (!place) return;
  const now = steps();
  const left = place.dataset.shown; // the step that is being left
  waiting?.abort();
  mark(now[0]);
  if (now.length === 0) return close();
  const href = now.at(-1);
  place.dataset.shown = href;
  place.hidden = false;
  cover();
  const content = await fetched(href);
  if (content === null) return;
  place.replaceChildren(content);
  place.setAttribute("aria-busy", "false");
  place.scrollTop = 0;
  for (const link of place.querySelectorAll("[data-panel-page]")) link.href = href;
  for (const button of place.querySelectorAll("[data-panel-back]")) button.hidden = now.length < 2;
  window.htmx?.process(place);
  const opener = returning && left && linkTo(left, place);
  (opener || place.querySelector("#panel-title"))?.focus();
  begun?.scrollIntoView({ block: "nearest" });
}

// The content for the panel; null when something else is asked for meanwhile, or when the answer is a page of its own.
async function fetched(href) {
  const place = panel();
  const request = new AbortController();
  waiting = request;
  place.setAttribute("aria-busy", "true");
  tell("Hämtar …");
  try {
    const headers = { "HX-Request": "true", "HX-Target": "panel" };
    const answer = await fetch(href, { headers, signal: request.signal, credentials: "same-origin" });
    const text = await answer.text();
    if (request.signal.aborted) return null;
    tell("");
    const content = document.createRange().createContextualFragment(text);
    if (content.querySelector("#panel-title")) return content;
    location.assign(href); // the login page or a refusal: shown as what it is
    return null;
  } catch {
    tell("");
    if (request.signal.aborted) return null;
    return document.getElementById("panel-failed").content.cloneNode(true);
  }
}

function close() {
  const place = panel();
  const opened = place.dataset.shown;
  delete place.dataset.shown;
  place.hidden = true;
  place.replaceChildren();
  cover();
  const back = begun?.isConnected ? begun : opened && linkTo(opened);
  begun = null;
  back?.focus();
}

function leads(link, href) {
  return link.getAttribute("href") === href;
}

function linkTo(href, place = document.querySelector("main")) {
  return [...place.querySelectorAll("a[data-panel]")].find((link) => leads(link, href));
}

// The figure that the panel speaks of is marked in the page.
function mark(href) {
  for (const link of document.querySelectorAll("main a[data-panel][aria-current]")) link.removeAttribute("aria-current");
  if (!href) return;
  const link = begun && leads(begun, href) ? begun : linkTo(href);
  link?.setAttribute("aria-current", "true");
  if (!begun) begun = link ?? null;
}

// On a narrow screen the panel covers the page: what is under it cannot be reached by the keyboard either.
function cover() {
  const covered = !panel().hidden && !WIDE.matches;
  for (const part of document.querySelectorAll(".skip, .band, .places, main, .foot")) part.inert = covered;
}

function tell(text) {
  const told = document.getElementById("told");
  if (told) told.textContent = text;
}

// The figure beside, above or below the one that has the focus; headings and empty cells are stepped over.
function neighbour(link, key) {
  const cell = link?.closest("td");
  if (!cell) return null;
  const along = { ArrowLeft: "previousElementSibling", ArrowRight: "nextElementSibling" }[key];
  if (along) {
    let next = cell[along];
    while (next && !next.querySelector("a.drill")) next = next[along];
    return next?.querySelector("a.drill") ?? null;
  }
  const rows = [...cell.closest("table").rows];
  const step = key === "ArrowUp" ? -1 : 1;
  const right = cell.parentElement.cells.length - cell.cellIndex; // counted from the right: a row may lack a code
  for (let at = rows.indexOf(cell.parentElement) + step; rows[at]; at += step) {
    const found = rows[at].cells[rows[at].cells.length - right]?.querySelector("a.drill");
    if (found) return found;
  }
  return null;
}

if (panel() && steps().length) show({ returning: false });
