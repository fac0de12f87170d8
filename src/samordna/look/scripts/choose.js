// How does a file field speak our words instead of the browser's?
//
// The field itself is there, only unseen: its label looks like a button, and what was chosen stands beside it. Without
// this script the browser's own field is shown.

document.documentElement.dataset.scripts = "";

function tell(field) {
  const told = field.closest(".choose")?.querySelector("[data-chosen]");
  if (!told) return;
  const names = [...field.files].map((file) => file.name);
  const many = names.length > 1 ? `${names.length} filer: ` : "";
  told.textContent = names.length ? many + names.join(", ") : told.dataset.none;
}

document.addEventListener("change", (event) => {
  if (!event.target.matches(".choose input[type=file]")) return;
  event.target.setCustomValidity("");
  tell(event.target);
});

// What the browser says when nothing was chosen, it says in our words too.
document.addEventListener(
  "invalid",
  (event) => {
    const { target } = event;
    if (target.matches(".choose input[type=file]") && target.validity.valueMissing) target.setCustomValidity(target.dataset.missing);
  },
  true,
);

document.addEventListener("reset", (event) => {
  setTimeout(() => event.target.querySelectorAll(".choose input[type=file]").forEach(tell)); // once it is emptied
});

// A page that is shown again keeps what was chosen in it.
addEventListener("pageshow", () => document.querySelectorAll(".choose input[type=file]").forEach(tell));
