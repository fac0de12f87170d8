// How does choosing in a list show at once what was chosen?
//
// By pointer, at once. By keyboard a list changes at every arrow key: there Enter, or the form's own button, shows it.

let byKey = false;

document.addEventListener("keydown", (event) => {
  const list = event.target.closest?.("form[data-pickers] select");
  if (!list) return;
  if (event.key === "Enter" && byKey) {
    event.preventDefault();
    list.form.requestSubmit();
  }
  byKey = true;
});
document.addEventListener("pointerdown", () => {
  byKey = false;
});

document.addEventListener("change", (event) => {
  const list = event.target.closest?.("form[data-pickers] select");
  if (list && !byKey) list.form.requestSubmit();
});
