// How does a file field become a place to drop files on, and how does one see how far a sending has come?
//
// The form is a plain one. htmx sends it (hx-post on the form) and tells how far; without it the browser sends it.

const form = (event) => event.target.closest?.("form[data-drop]");

for (const name of ["dragenter", "dragover"]) {
  document.addEventListener(name, (event) => {
    const place = form(event);
    if (!place || !event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    place.dataset.over = "";
  });
}

document.addEventListener("dragleave", (event) => {
  const place = form(event);
  if (place && !place.contains(event.relatedTarget)) delete place.dataset.over;
});

// A file that is dropped beside the place would otherwise replace the page.
document.addEventListener("drop", (event) => {
  const place = form(event);
  if (!document.querySelector("form[data-drop]") || !event.dataTransfer?.files.length) return;
  event.preventDefault();
  if (!place) return;
  delete place.dataset.over;
  const field = place.querySelector("input[type=file]");
  field.files = field.multiple ? event.dataTransfer.files : first(event.dataTransfer.files);
  field.dispatchEvent(new Event("change", { bubbles: true }));
  place.requestSubmit();
});
document.addEventListener("dragover", (event) => {
  if (document.querySelector("form[data-drop]")) event.preventDefault();
});

function first(files) {
  const one = new DataTransfer();
  one.items.add(files[0]);
  return one.files;
}

function told(place, text, share) {
  const line = place.querySelector("[data-drop-progress]");
  const bar = line.querySelector("progress");
  line.hidden = text === "";
  if (share === undefined) bar.removeAttribute("value");
  else bar.value = share;
  const words = line.querySelector("[data-drop-told]");
  if (words.textContent !== text) words.textContent = text;
}

document.addEventListener("htmx:beforeRequest", (event) => {
  const place = form(event);
  if (!place) return;
  place.querySelector("button").disabled = true;
  told(place, "Skickar …", 0);
});

document.addEventListener("htmx:xhr:progress", (event) => {
  const place = form(event);
  if (!place || !event.detail.lengthComputable) return;
  const share = Math.round((100 * event.detail.loaded) / event.detail.total);
  if (share < 100) told(place, "Skickar …", share);
  else told(place, "Läser filen …");
});

for (const name of ["htmx:sendError", "htmx:timeout"]) {
  document.addEventListener(name, (event) => {
    const place = form(event);
    if (!place) return;
    place.querySelector("button").disabled = false;
    told(place, "Filen kom inte fram. Kontrollera uppkopplingen och försök igen.", 0);
  });
}

// What came back is a whole page: its heading is where reading goes on.
document.addEventListener("htmx:afterSettle", (event) => {
  if (event.target !== document.body) return;
  const waits = document.querySelector("[autofocus]") ?? document.querySelector("main h1");
  if (waits && !waits.matches("input, select, textarea, button, a, [tabindex]")) waits.tabIndex = -1;
  waits?.focus();
});
