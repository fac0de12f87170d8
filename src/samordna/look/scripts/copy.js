// How is a figure or a link copied with one press?
//
// It stands there as text and is marked whole when it is pressed; this script shows the button beside it and says
// what was copied. Without it, or where the browser lets no page copy, one marks it and copies as usual.

function prepare() {
  if (!navigator.clipboard) return;
  for (const button of document.querySelectorAll("[data-copy]")) button.hidden = false;
}

prepare();
document.addEventListener("htmx:afterSettle", prepare);

document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-copy]");
  if (!button) return;
  const text = button.parentElement.querySelector("[data-copy-text]");
  const named = button.dataset.copy || text.textContent; // a figure is its own name, a link is named in words
  const told = document.querySelector("#told");
  try {
    await navigator.clipboard.writeText(text.textContent);
    for (const other of document.querySelectorAll("[data-copied]")) delete other.dataset.copied;
    button.dataset.copied = "";
    if (told) told.textContent = `Kopierat: ${named}`;
  } catch {
    getSelection().selectAllChildren(text);
    if (told) told.textContent = `Webbläsaren lät inte sidan kopiera ${named}. Det är markerat: kopiera som vanligt.`;
  }
});
