// How does a table of counts show what it comes to while it is filled in?
//
// The server says the same once the table is saved. What is no number is left out here, and told there.

function number(field) {
  const plain = field.value.replace(/\s/g, "");
  return /^\d{1,9}$/.test(plain) ? Number(plain) : null;
}

function belongs(field, sum) {
  const { row, column } = sum.dataset;
  return (row === undefined || field.dataset.row === row) && (column === undefined || field.dataset.column === column);
}

document.addEventListener("input", (event) => {
  const table = event.target.closest?.("table[data-sums]");
  if (!table) return;
  const fields = [...table.querySelectorAll("input[data-row]")];
  for (const sum of table.querySelectorAll("[data-sum]")) {
    const told = fields.filter((field) => belongs(field, sum)).map(number).filter((one) => one !== null);
    sum.textContent = told.length ? told.reduce((all, one) => all + one, 0).toLocaleString("sv-SE") : "–";
  }
});
