// How does one move, write, undo and paste in a table of fields as in a spreadsheet?
//
// A cell is selected (what is typed replaces it), typed in, or edited (the keys move within it): `data-mode` of its field.
// A cell that is left with something new in it is told of as `grid:changed`; grid_save.js saves it and answers
// `grid:settled` when it stands as it was saved. Without this script the keys are the browser's own.

const GRID = "table[data-grid]";
const STOPS = "input, a.drill";
const stood = new WeakMap(); // field → what it held when it was last left or settled
const deeds = new WeakMap(); // table → what can be undone and redone

const gridOf = (element) => element?.closest?.(GRID) ?? null;
const fieldOf = (element) => (gridOf(element) && element.matches("td > input") ? element : null);
const held = (field) => stood.get(field) ?? field.value;
const history = (table) => deeds.get(table) ?? deeds.set(table, { done: [], undone: [] }).get(table);
const rowsOf = (table) => [...table.querySelectorAll("tr[data-row]")];
const cellsOf = (row) => [...row.querySelectorAll("td[data-column]")];
const fieldsOf = (table) => [...table.querySelectorAll("td[data-column] > input")];

function prepare() {
  for (const button of document.querySelectorAll("[data-grid-send]")) button.hidden = true; // each cell is saved when it is left
  for (const button of document.querySelectorAll("[data-grid-undo], [data-grid-redo]")) button.hidden = false;
}

prepare();
document.addEventListener("htmx:afterSettle", prepare);

function select(field) {
  delete field.dataset.mode;
  field.select();
}

function go(stop) {
  if (!stop) return;
  stop.focus({ preventScroll: true });
  stop.scrollIntoView({ block: "nearest", inline: "nearest" });
}

document.addEventListener("focusin", (event) => {
  const field = fieldOf(event.target);
  if (!field) return;
  if (!stood.has(field)) stood.set(field, field.value);
  select(field);
});

document.addEventListener("click", (event) => {
  const field = fieldOf(event.target);
  if (field && !field.dataset.mode) field.select(); // where the browser would put its caret
  const undoing = event.target.closest?.("[data-grid-undo], [data-grid-redo]");
  if (undoing) turn(undoing.form.querySelector(GRID), undoing.matches("[data-grid-redo]"));
});

document.addEventListener("dblclick", (event) => edit(fieldOf(event.target)));

document.addEventListener("input", (event) => {
  const field = fieldOf(event.target);
  if (field) field.dataset.mode ??= "typing";
});

document.addEventListener("focusout", (event) => {
  const field = fieldOf(event.target);
  if (!field) return;
  commit(field);
  delete field.dataset.mode;
});

document.addEventListener("grid:settled", (event) => {
  const field = event.target;
  if (held(field) !== event.detail.posted) return; // something newer is on its way
  const writing = field.value !== event.detail.posted && field.value !== event.detail.saved;
  stood.set(field, event.detail.saved);
  if (writing) return;
  field.value = event.detail.saved;
  if (document.activeElement === field && field.dataset.mode !== "editing") select(field);
});

function edit(field) {
  if (!field) return;
  field.dataset.mode = "editing";
  field.setSelectionRange(field.value.length, field.value.length);
}

// What is done to cells: one deed may be many cells, and is undone as one.
function commit(field) {
  if (field.value !== held(field)) change([{ field, value: field.value }]);
}

function change(changes) {
  const real = changes.map(({ field, value }) => ({ field, before: held(field), after: value }));
  const deed = real.filter(({ before, after }) => before !== after);
  if (!deed.length) return;
  const table = gridOf(deed[0].field);
  history(table).done.push(deed);
  history(table).undone.length = 0;
  filled(table, "");
  put(table, deed, "after");
}

function put(table, deed, side) {
  for (const { field, [side]: value } of deed) {
    field.value = value;
    delete field.dataset.mode;
    stood.set(field, value);
    field.dispatchEvent(new CustomEvent("grid:changed", { bubbles: true }));
  }
  offer(table);
}

function turn(table, again) {
  const { done, undone } = history(table);
  const [from, to] = again ? [undone, done] : [done, undone];
  const deed = from.pop();
  if (!deed) return;
  to.push(deed);
  put(table, deed, again ? "after" : "before");
  const first = deed[0].field;
  go(first);
  select(first);
}

function offer(table) {
  const { done, undone } = history(table);
  const form = table.closest("form");
  form.querySelector("[data-grid-undo]").disabled = !done.length;
  form.querySelector("[data-grid-redo]").disabled = !undone.length;
}

function filled(table, text) {
  table.closest("form").querySelector("[data-grid-filled]").textContent = text;
}

// Where the keys lead.
function along(cell, step) {
  let next = cell;
  while ((next = step < 0 ? next.previousElementSibling : next.nextElementSibling)) {
    const stop = next.matches("[data-column]") && next.querySelector(STOPS);
    if (stop) return stop;
  }
  return null;
}

function across(cell, step, kinds = STOPS) {
  return column(cell, step, kinds)[0] ?? null;
}

// The stops of a column that lie in one direction from a cell, the nearest first.
function column(cell, step, kinds = STOPS) {
  const rows = rowsOf(gridOf(cell));
  const at = rows.indexOf(cell.parentElement);
  const onward = step < 0 ? rows.slice(0, at).reverse() : rows.slice(at + 1);
  return onward.map((row) => row.querySelector(`td[data-column="${CSS.escape(cell.dataset.column)}"] > :is(${kinds})`)).filter(Boolean);
}

function page(cell, step) {
  const frame = cell.closest(".frame") ?? document.documentElement;
  const seen = Math.max(2, Math.floor(Math.min(frame.clientHeight, innerHeight) / cell.offsetHeight) - 2);
  const stops = column(cell, step);
  return stops[Math.min(seen, stops.length) - 1] ?? null;
}

function beside(field, step) {
  const fields = fieldsOf(gridOf(field));
  return fields[fields.indexOf(field) + step] ?? null;
}

function end(cell, last, whole) {
  const stops = [...(whole ? gridOf(cell) : cell.parentElement).querySelectorAll(`td[data-column] > :is(${STOPS})`)];
  return stops.at(last ? -1 : 0);
}

function leads(event, cell, field) {
  const whole = event.ctrlKey || event.metaKey;
  switch (event.key) {
    case "Home":
      return end(cell, false, whole);
    case "End":
      return end(cell, true, whole);
  }
  if (whole) return null;
  switch (event.key) {
    case "ArrowLeft":
      return along(cell, -1);
    case "ArrowRight":
      return along(cell, 1);
    case "ArrowUp":
      return across(cell, -1);
    case "ArrowDown":
      return across(cell, 1);
    case "PageUp":
      return page(cell, -1);
    case "PageDown":
      return page(cell, 1);
    case "Enter":
      return field && across(cell, event.shiftKey ? -1 : 1, "input");
    case "Tab":
      return field && (choice(field, event) ?? beside(field, event.shiftKey ? -1 : 1));
  }
  return null;
}

// From a cell that asks for a choice, Tab goes to its buttons.
function choice(field, event) {
  if (event.shiftKey || field.parentElement.dataset.state !== "conflict") return null;
  return document.getElementById(field.getAttribute("aria-describedby")?.split(" ").at(-1))?.querySelector("[data-grid-keep]");
}

const MOVES = new Set(["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "Home", "End", "PageUp", "PageDown", "Enter", "Tab"]);

document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.isComposing || event.altKey) return;
  const cell = event.target.closest?.(`${GRID} td[data-column]`);
  if (!cell) return asked(event);
  const field = fieldOf(event.target);
  if (pressed(event, cell, field)) event.preventDefault();
});

// Whether the key was ours.
function pressed(event, cell, field) {
  const { key, shiftKey } = event;
  const whole = event.ctrlKey || event.metaKey;
  if (MOVES.has(key)) return moved(event, cell, field);
  if (key === "F2" && !whole) return shiftKey ? comment(cell) : (edit(field), Boolean(field));
  if (key === "Escape") return field ? back(field) : left(event, cell);
  if (key === "Delete" && field && !field.dataset.mode && !whole && !shiftKey) return empty(field);
  if (whole && "zZyY".includes(key)) return undo(cell, field, shiftKey || "yY".includes(key));
  return false;
}

function moved(event, cell, field) {
  const within = field?.dataset.mode === "editing" && !["Enter", "Tab", "PageUp", "PageDown"].includes(event.key);
  const marking = event.shiftKey && !["Enter", "Tab"].includes(event.key);
  if (within || marking || (!field && ["Enter", "Tab"].includes(event.key))) return false;
  const stop = leads(event, cell, field);
  if (event.key === "Tab" && !stop) return false; // out of the table, as anywhere
  if (stop) go(stop);
  if (field && (!stop || stop === field)) {
    commit(field);
    select(field);
  }
  return true;
}

function comment(cell) {
  const link = cell.querySelector("[data-comment]");
  if (!link) return false;
  const field = cell.querySelector("input");
  if (field) commit(field);
  link.click();
  return true;
}

function back(field) {
  const typed = field.value !== held(field);
  field.value = held(field);
  const editing = field.dataset.mode === "editing";
  select(field);
  if (typed || editing) return true;
  // Nothing was being typed: what could not be saved is given up.
  return !field.dispatchEvent(new CustomEvent("grid:left", { bubbles: true, cancelable: true }));
}

function left(event, cell) {
  const field = event.target.matches("[data-comment]") && document.getElementById("panel")?.hidden !== false && cell.querySelector("input");
  if (field) go(field);
  return Boolean(field);
}

function empty(field) {
  field.value = "";
  commit(field);
  select(field);
  return true;
}

function undo(cell, field, again) {
  if (field?.dataset.mode === "editing") return false; // the browser's own, within the cell
  if (field && field.value !== held(field)) back(field);
  else turn(gridOf(cell), again);
  return true;
}

// Escape among the buttons below a row goes back to the cell that they are about.
function asked(event) {
  const told = event.key === "Escape" && event.target.closest?.(`${GRID} [data-for]`);
  if (!told) return;
  event.preventDefault();
  go(gridOf(told).querySelector(`input[name="${CSS.escape(told.dataset.for)}"]`));
}

// Pasting: a block stands where it would in a spreadsheet, each cell on the cell in its place.
document.addEventListener("paste", (event) => {
  const field = fieldOf(event.target);
  if (!field || field.dataset.mode === "editing") return;
  const text = event.clipboardData?.getData("text/plain");
  const block = read(text ?? "");
  const single = block.length === 1 && block[0].length === 1;
  if (!text || (single && field.dataset.mode === "typing")) return;
  event.preventDefault();
  paste(field, block, single);
});

function paste(field, block, single) {
  const table = gridOf(field);
  const rows = rowsOf(table);
  const top = rows.indexOf(field.closest("tr"));
  const edge = cellsOf(rows[top]).indexOf(field.parentElement);
  const changes = [];
  let missed = 0;
  block.forEach((line, down) =>
    line.forEach((value, right) => {
      const target = rows[top + down] && cellsOf(rows[top + down])[edge + right]?.querySelector("input");
      if (target) changes.push({ field: target, value });
      else if (value) missed += 1;
    }),
  );
  for (const { field: target } of changes) if (!stood.has(target)) stood.set(target, target.value);
  change(changes);
  select(field);
  if (!single) filled(table, counted(changes.length, missed));
}

function counted(filled, missed) {
  const done = filled === 1 ? "1 cell är ifylld." : `${filled} celler är ifyllda.`;
  return missed ? `${done} ${missed} föll utanför cellerna att skriva i.` : done;
}

// Lines and tabs, where a cell with either, or with a quote, stands within quotes, as spreadsheets write them.
function read(text) {
  const lines = [[]];
  const cells = /(?:"((?:[^"]|"")*)"(?=[\t\r\n]|$)|([^\t\r\n]*))(\t|\r\n|\r|\n|$)/gy;
  for (const [, quoted, plain, after] of text.matchAll(cells)) {
    const value = quoted === undefined ? plain : quoted.replaceAll('""', '"');
    lines.at(-1).push(value.replace(/\s*[\r\n]+\s*/g, " ").trim());
    if (!after) break;
    if (after !== "\t") lines.push([]);
  }
  if (lines.length > 1 && lines.at(-1).join("") === "") lines.pop(); // the last line ends too
  return lines;
}
