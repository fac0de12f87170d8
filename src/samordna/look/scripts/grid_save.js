// How is a cell that was changed kept, in order, whatever the network and other people do?
//
// One cell is sent at a time, in the order they were left. What cannot be sent is tried again; what is refused, or was
// changed by another meanwhile, stays as it was typed until somebody decides. The field holds what is known of it:
// `data-saved` (the text), `data-seen` (which saving that is); its cell's `data-state` says how it stands.

const PATIENCE = 20_000; // milliseconds to wait for an answer
const QUICKLY = 400; // milliseconds: what takes no longer is not told while it is done
const LONGEST = 30_000; // milliseconds between tries
const waiting = []; // fields to send, in order
const wanted = new WeakMap(); // field → what to send: what it was left with, not what is being written in it
const unsaved = new Set(); // fields that hold something else than what is saved
const lately = new WeakMap(); // form → what was last told of a saving
let sending = null;
let tries = 0;
let timer = null;
let stopped = ""; // why nothing more is sent until somebody asks for it
let begun = 0; // when there was first something to send

const saved = (field) => field.dataset.saved ?? field.defaultValue;
const cellOf = (field) => field.parentElement;
const rowKey = (field) => field.closest("tr").dataset.row;
const columnKey = (field) => cellOf(field).dataset.column;
const told = (form, name) => form.querySelector(`[data-grid-${name}]`);
const asking = (field) => ["wrong", "conflict"].includes(cellOf(field).dataset.state);
const same = (one, other) => one.replace(/\s/g, "") === other.replace(/\s/g, "");

document.addEventListener("grid:changed", (event) => {
  const field = event.target;
  if (field.value === saved(field) && sending !== field) return settle(field, field.value);
  queue(field);
});

document.addEventListener("grid:left", (event) => {
  const field = event.target;
  if (!asking(field)) return;
  event.preventDefault();
  settle(field, field.value);
});

function queue(field) {
  if (!sending && !waiting.length) begun = performance.now();
  wanted.set(field, field.value);
  unsaved.add(field);
  if (!waiting.includes(field)) waiting.push(field);
  untell(field);
  cellOf(field).dataset.state = "waiting";
  tell(field.form);
  send();
}

// The field holds what is saved: nothing more is to be said of it.
function settle(field, posted) {
  const at = waiting.indexOf(field);
  if (at >= 0) waiting.splice(at, 1);
  unsaved.delete(field);
  if (!unsaved.size) rest();
  if (field.dataset.theirsSeen) field.dataset.seen = field.dataset.theirsSeen;
  delete field.dataset.theirsSeen;
  untell(field);
  delete cellOf(field).dataset.state;
  field.dispatchEvent(new CustomEvent("grid:settled", { bubbles: true, detail: { posted, saved: saved(field) } }));
  tell(field.form);
}

function rest() {
  clearTimeout(timer);
  timer = null;
  stopped = "";
  tries = 0;
}

async function send() {
  if (sending || timer || stopped || !waiting.length) return;
  const field = (sending = waiting.shift());
  const { form } = field;
  const posted = wanted.get(field);
  setTimeout(() => tell(form), QUICKLY);
  const answer = await post(field, posted);
  sending = null;
  if (answer.status === 200 && answer.content) keep(field, posted, answer.content);
  else if (answer.status === 409 && answer.content?.cell) meet(field, posted, answer.content);
  else if (answer.content?.problem) refuse(field, answer.content.problem);
  else fail(field, answer.status);
  tell(form);
  send();
}

async function post(field, value) {
  const { form } = field;
  const body = new URLSearchParams({ row: rowKey(field), column: columnKey(field), value, seen: field.dataset.seen });
  const headers = { Accept: "application/json", "X-CSRFToken": form.elements.csrfmiddlewaretoken?.value ?? "" };
  const options = { method: "POST", body, headers, credentials: "same-origin", redirect: "manual", signal: AbortSignal.timeout(PATIENCE) };
  try {
    const answer = await fetch(field.closest("table").dataset.save, options);
    const known = answer.headers.get("Content-Type")?.startsWith("application/json");
    return { status: answer.type === "opaqueredirect" ? 403 : answer.status, content: known ? await answer.json() : null };
  } catch {
    return { status: 0, content: null };
  }
}

function keep(field, posted, content) {
  tries = 0;
  const { form } = field;
  lately.set(form, content.told);
  field.dataset.saved = posted;
  for (const cell of content.cells ?? []) renew(form, cell, field);
  for (const total of content.totals ?? []) {
    const place = document.getElementById(total.id);
    if (!place) continue;
    place.textContent = total.text;
    place.classList.toggle("missing", Boolean(total.absent));
  }
  if (waiting.includes(field)) return; // changed again meanwhile
  settle(field, posted);
  cellOf(field).dataset.state = "saved";
}

// What the answer says of a cell; one that somebody is writing in keeps what is written.
function renew(form, cell, answered) {
  const field = form.elements[`${cell.column} ${cell.row}`];
  if (!field) return;
  const before = saved(field);
  const busy = field !== answered && (unsaved.has(field) || asking(field) || field.dataset.mode);
  if (busy && !same(cell.value, before)) return; // what another wrote there is met when this is sent: nobody has seen it yet
  field.dataset.saved = cell.value;
  field.dataset.seen = cell.seen;
  delete field.dataset.theirsSeen;
  if (cell.note !== undefined) note(field, cell.note);
  if (field !== answered && !unsaved.has(field) && !asking(field)) settle(field, before);
}

function note(field, text) {
  const cell = cellOf(field);
  let line = cell.querySelector("[data-grid-note]");
  if (!line && text) {
    line = Object.assign(document.createElement("span"), { className: "note", id: `${field.closest("table").id}-not-${crypto.randomUUID?.() ?? Math.random()}` });
    line.dataset.gridNote = "";
    cell.append(line);
    describe(field, line.id, true);
  }
  if (line && !text) describe(field, line.id, false);
  if (line && text) line.textContent = text;
  else line?.remove();
}

function refuse(field, problem) {
  if (waiting.includes(field)) return; // what was refused is written over already
  cellOf(field).dataset.state = "wrong";
  explain(field, problem);
  field.setAttribute("aria-invalid", "true");
}

function meet(field, posted, { problem, cell }) {
  field.dataset.saved = cell.value;
  field.dataset.theirsSeen = cell.seen;
  if (same(cell.value, posted)) return settle(field, posted); // an answer that was lost on the way, or the same thought
  if (waiting.includes(field)) return;
  cellOf(field).dataset.state = "conflict";
  explain(field, problem, { mine: posted, ...cell });
}

function fail(field, status) {
  if (!waiting.includes(field)) waiting.unshift(field);
  cellOf(field).dataset.state = "unsaved";
  if (status === 0 || status === 429 || status >= 500) {
    timer = setTimeout(again, Math.min(LONGEST, 1000 * 2 ** tries));
    tries += 1;
  } else if (status === 401 || status === 403) {
    stopped = "Du är inte inloggad längre, eller får inte ändra här. Logga in i en annan flik och försök igen.";
  } else {
    stopped = `Servern tog inte emot ändringen (${status}).`;
  }
}

function again() {
  clearTimeout(timer);
  timer = null;
  send();
}

addEventListener("online", () => {
  if (timer) again();
});

// Whoever has logged in again has another token; the page knows it.
async function retry(form) {
  if (stopped) await renewToken(form);
  stopped = "";
  tell(form);
  again();
}

async function renewToken(form) {
  try {
    const page = new DOMParser().parseFromString(await (await fetch(location.href, { credentials: "same-origin" })).text(), "text/html");
    const token = page.querySelector("[data-grid-form] [name=csrfmiddlewaretoken]");
    if (token) form.elements.csrfmiddlewaretoken.value = token.value;
  } catch {
    // without contact the sending says so itself
  }
}

// What is told of a cell stands below its row.
function explain(field, problem, theirs) {
  untell(field);
  const row = field.closest("tr");
  let below = row.nextElementSibling;
  if (!below?.matches(".grid-told")) {
    below = document.createElement("tr");
    below.className = "grid-told";
    const cell = below.insertCell();
    cell.colSpan = [...row.cells].reduce((sum, one) => sum + one.colSpan, 0);
    cell.append(document.createElement("div"));
    row.after(below);
  }
  const text = field.form.querySelector("[data-grid-telling]").content.firstElementChild.cloneNode(true);
  text.id = `${field.closest("table").id}-sagt-${rowKey(field)}-${columnKey(field)}`.replace(/\s/g, "_");
  text.dataset.for = field.name;
  for (const part of ["place", "found", "remedy"]) text.querySelector(`[data-told-${part}]`).textContent = problem[part];
  if (theirs) {
    text.querySelector("[data-grid-choice]").hidden = false;
    text.querySelector("[data-told-mine]").textContent = theirs.mine || "tom";
    text.querySelector("[data-told-theirs]").textContent = theirs.value || "tom";
    text.querySelector("[data-told-by]").textContent = theirs.by;
  }
  below.querySelector("div").append(text);
  describe(field, text.id, true);
}

function untell(field) {
  field.removeAttribute("aria-invalid");
  for (const text of field.closest("table").querySelectorAll(`[data-for="${CSS.escape(field.name)}"]`)) {
    describe(field, text.id, false);
    const below = text.closest("tr");
    text.remove();
    if (!below.querySelector("[data-for]")) below.remove();
  }
}

function describe(field, id, by) {
  const ids = new Set((field.getAttribute("aria-describedby") ?? "").split(" ").filter(Boolean));
  if (by) ids.add(id);
  else ids.delete(id);
  if (ids.size) field.setAttribute("aria-describedby", [...ids].join(" "));
  else field.removeAttribute("aria-describedby");
}

// How it stands with the whole grid, in one line.
function tell(form) {
  const left = [...unsaved].filter((field) => field.form === form);
  const asks = left.filter(asking);
  const late = timer || stopped;
  let text = lately.get(form) ?? "";
  if (left.length && (late || asks.length === left.length)) text = `${counted(left.length)} ${why(asks)}`;
  else if (left.length && performance.now() - begun >= QUICKLY) text = "Sparar …";
  const line = told(form, "told");
  if (line.textContent !== text) line.textContent = text;
  line.parentElement.toggleAttribute("data-late", Boolean(left.length && (late || asks.length)));
  told(form, "retry").hidden = !(late && left.length);
  told(form, "find").hidden = !asks.length;
}

const counted = (many) => (many === 1 ? "1 cell är inte sparad." : `${many} celler är inte sparade.`);

function why(asks) {
  if (stopped) return stopped;
  if (timer) return "Ingen kontakt med servern. Försöker igen.";
  const found = asks[0]?.closest("table").querySelector(`[data-for="${CSS.escape(asks[0].name)}"] [data-told-found]`);
  return found ? `${asks[0].getAttribute("aria-label")}: ${found.textContent}` : "";
}

document.addEventListener("click", (event) => {
  const button = event.target.closest?.("[data-grid-form] button");
  if (!button) return;
  if (button.matches("[data-grid-retry]")) retry(button.form);
  else if (button.matches("[data-grid-find]")) first(button.form)?.focus();
  else if (button.matches("[data-grid-keep], [data-grid-take]")) decide(event, button);
});

function first(form) {
  return form.querySelector("td:is([data-state=wrong], [data-state=conflict]) > input");
}

function decide(event, button) {
  event.preventDefault();
  const field = button.form.elements[button.closest("[data-for]").dataset.for];
  field.focus(); // the button goes away
  if (button.matches("[data-grid-take]")) return settle(field, field.value);
  if (field.dataset.theirsSeen) field.dataset.seen = field.dataset.theirsSeen;
  delete field.dataset.theirsSeen;
  queue(field);
}

// Words that find no room in their field stand beside it on paper: those that are there now.
addEventListener("beforeprint", () => {
  for (const place of document.querySelectorAll("[data-grid-printed]")) place.textContent = place.parentElement.querySelector("input").value;
});

addEventListener("beforeunload", (event) => {
  const field = document.activeElement?.matches?.("table[data-grid] td > input") ? document.activeElement : null;
  if (unsaved.size || field?.dataset.mode) event.preventDefault();
});
