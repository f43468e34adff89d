/* Suggestions below a search field: the ARIA combobox pattern. The field works as a plain form without them. */
const WAIT = 120; // milliseconds after the last letter

const attach = (input) => {
  const list = document.createElement("ul");
  list.id = `${input.id}-suggestions`;
  list.className = "suggestions";
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", input.labels[0]?.textContent ?? "");
  input.form.append(list);
  Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id })
    .forEach(([name, value]) => input.setAttribute(name, value));

  let active = -1;
  let timer;
  let latest = 0;

  const options = () => [...list.children];
  const close = () => {
    list.hidden = true;
    active = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };
  const mark = (place) => {
    const all = options();
    active = place < -1 ? all.length - 1 : place >= all.length ? -1 : place;
    all.forEach((option, at) => option.setAttribute("aria-selected", String(at === active)));
    if (active < 0) {
      input.removeAttribute("aria-activedescendant");
    } else {
      input.setAttribute("aria-activedescendant", all[active].id);
      all[active].scrollIntoView({ block: "nearest" });
    }
  };
  const show = (items) => {
    list.replaceChildren(...items.map(({ title, also, address }, at) => {
      const option = document.createElement("li");
      option.id = `${list.id}-${at}`;
      option.dataset.address = address;
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", "false");
      option.textContent = title;
      if (also) {
        const small = document.createElement("small");
        small.textContent = ` ${also}`;
        option.append(small);
      }
      return option;
    }));
    list.hidden = items.length === 0;
    active = -1;
    input.setAttribute("aria-expanded", String(items.length > 0));
  };
  const ask = async () => {
    const text = input.value.trim();
    const mine = ++latest;
    if (text.length < 2) return close();
    try {
      const answer = await fetch(`${input.dataset.suggest}?q=${encodeURIComponent(text)}`);
      const { items } = answer.ok ? await answer.json() : { items: [] };
      if (mine === latest && document.activeElement === input) show(items);
    } catch {
      close(); // without the network the form still says so itself
    }
  };
  const go = (option) => location.assign(option.dataset.address);

  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, WAIT);
  });
  input.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      close();
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (list.hidden) return;
      event.preventDefault();
      mark(active + (event.key === "ArrowDown" ? 1 : -1));
    } else if (event.key === "Enter" && active >= 0) {
      event.preventDefault();
      go(options()[active]);
    }
  });
  input.addEventListener("blur", close);
  list.addEventListener("mousedown", (event) => event.preventDefault()); // keep the focus in the field
  list.addEventListener("click", (event) => {
    const option = event.target.closest("[role=option]");
    if (option) go(option);
  });
};

document.querySelectorAll("input[data-suggest]").forEach(attach);
