/* Niceties. Every page works without this file. */
const all = (selector) => [...document.querySelectorAll(selector)];

/* The theme that a reader chose is kept on the device and set before anything is drawn. */
const root = document.documentElement;
const kept = () => { try { return localStorage.getItem("theme"); } catch { return null; } };
const keep = (theme) => { try { localStorage.setItem("theme", theme); } catch { /* private windows may refuse */ } };
const setTheme = (theme) => {
  if (theme === "light" || theme === "dark") root.dataset.theme = theme;
  else delete root.dataset.theme;
};
setTheme(kept());

const start = () => {
  /* Controls that only make sense with script. */
  all("[data-js]").forEach((element) => { element.hidden = false; });

  const pressed = (theme) => all("[data-set-theme]").forEach((button) => {
    button.setAttribute("aria-pressed", String(button.dataset.setTheme === theme));
  });
  pressed(kept() ?? "auto");

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-print],[data-copy],[data-set-theme]");
    if (!button) return;
    if ("setTheme" in button.dataset) {
      keep(button.dataset.setTheme);
      setTheme(button.dataset.setTheme);
      pressed(button.dataset.setTheme);
    } else if ("print" in button.dataset) {
      window.print();
    } else {
      navigator.clipboard?.writeText(button.dataset.copy).then(() => {
        button.querySelector("span").textContent = button.dataset.done;
      });
    }
  });

  /* The chapter being read is marked in the contents. */
  const links = new Map(all(".toc a[href^='#']").map((link) => [link.hash.slice(1), link]));
  if (links.size && "IntersectionObserver" in window) {
    const seen = new IntersectionObserver((entries) => entries.forEach((entry) => {
      if (!entry.isIntersecting) return;
      links.forEach((link) => link.removeAttribute("aria-current"));
      links.get(entry.target.id)?.setAttribute("aria-current", "true");
    }), { rootMargin: "-20% 0px -70% 0px" });
    links.forEach((_link, id) => { const part = document.getElementById(id); if (part) seen.observe(part); });
  }

  /* A summary of errors takes the focus when a form comes back. */
  document.querySelector(".errbox")?.focus();
};
if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
else start();
