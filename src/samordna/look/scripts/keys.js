// Which keys lead somewhere from anywhere, and how are they turned off?
//
// "/" goes to the search field and "?" to the list of keys. Whoever speaks to the computer may need them off
// (WCAG 2.1.4): the switch on the help page is kept in this browser.

const KEPT = "single-keys";

function allowed() {
  try {
    return localStorage.getItem(KEPT) !== "off";
  } catch {
    return true; // a browser that keeps nothing
  }
}

const typing = (element) => element.closest("input, select, textarea, [contenteditable]");
const shown = (element) => element.checkVisibility?.() ?? element.offsetParent !== null;

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") return fold(event);
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || typing(event.target) || !allowed()) return;
  if (event.key === "/") {
    let field = [...document.querySelectorAll("[data-search]")].find(shown);
    if (!field) {
      const menu = document.querySelector("details.menu:has([data-search])");
      if (!menu) return;
      menu.open = true;
      field = menu.querySelector("[data-search]");
    }
    event.preventDefault();
    field.focus();
    field.select();
  } else if (event.key === "?") {
    const link = document.querySelector("[data-keys-help]");
    if (!link) return;
    event.preventDefault();
    link.click();
  }
});

// Escape closes an open menu and gives the focus back to its button; a press beside closes it too.
function fold(event) {
  const menu = event.target.closest?.("details.menu[open]");
  if (!menu) return;
  event.preventDefault();
  menu.open = false;
  menu.querySelector("summary").focus();
}

document.addEventListener("click", (event) => {
  for (const menu of document.querySelectorAll("details.menu[open]")) {
    if (!menu.contains(event.target)) menu.open = false;
  }
});

document.addEventListener("change", (event) => {
  if (!event.target.matches("[data-keys-switch]")) return;
  try {
    localStorage.setItem(KEPT, event.target.checked ? "on" : "off");
  } catch {
    event.target.checked = true; // nothing can be kept here: it does not look as if it could
  }
});
for (const box of document.querySelectorAll("[data-keys-switch]")) box.checked = allowed();
