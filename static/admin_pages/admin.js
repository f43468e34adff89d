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

// Unfold's boxes with suggestions are built by Select2, which forgets to pass their labels on.
function nameSuggestionBoxes(root) {
  root.querySelectorAll("select.select2-hidden-accessible").forEach((select) => {
    const box = select.parentElement.querySelector(".select2-selection");
    if (!box) return;
    const label = select.getAttribute("aria-label") || select.labels[0]?.textContent.trim().replace(/\*$/, "");
    const chosen = [...select.selectedOptions].map((option) => option.textContent.trim()).filter(Boolean).join(", ");
    const name = chosen ? `${label}: ${chosen}` : label;
    [box, box.querySelector(".select2-selection__rendered")].forEach((part) => {
      part?.removeAttribute("aria-labelledby");
      part?.setAttribute("aria-label", name);
    });
    if (box.matches(".select2-selection--multiple")) {
      box.querySelectorAll("ul, li").forEach((part) => part.setAttribute("role", "none"));
      box.querySelector("ul")?.removeAttribute("aria-label");
      box.querySelector(".select2-search__field")?.setAttribute("aria-label", label);
    }
  });
}

addEventListener("load", () => {
  nameSuggestionBoxes(document);
  document.addEventListener("change", () => setTimeout(() => nameSuggestionBoxes(document), 0));
  document.addEventListener("formset:added", () => setTimeout(() => nameSuggestionBoxes(document), 0));
  window.django?.jQuery?.(document).on("change select2:close", () => setTimeout(() => nameSuggestionBoxes(document), 0));
});
