// Small helps of the desk's screens. All of them work with less without it.

// A long list of chapters or checks leads to its field: opens the chapter, then scrolls there.
document.addEventListener("click", (event) => {
  const link = event.target.closest("[data-field]");
  if (!link) return;
  setTimeout(() => {
    const target = document.getElementById(link.dataset.field);
    if (!target) return;
    target.scrollIntoView({ block: "center" });
    (target.matches("input, textarea, select") ? target : target.querySelector("input, textarea, a"))?.focus();
  }, 50);
});

// Copies a link that stands beside the button.
document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-copies]");
  if (!button) return;
  const field = document.getElementById(button.dataset.copies);
  field.select();
  await navigator.clipboard?.writeText(field.value);
  button.textContent = button.dataset.copied;
});

// Ticks or unticks all boxes of a form.
document.addEventListener("change", (event) => {
  const all = event.target.closest("[data-ticks-all]");
  if (!all) return;
  all.form.querySelectorAll(`input[name="${all.dataset.ticksAll}"]`).forEach((box) => {
    box.checked = all.checked;
  });
});
