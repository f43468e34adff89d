"""Links and forms of a page, as a browser would find them."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

#: Kinds of input that are sent only where they are chosen.
CHOSEN = {"checkbox", "radio"}
#: Kinds that a browser never sends with this way of submitting a form.
NOT_SENT = {"submit", "button", "reset", "image"}


@dataclass
class Control:
    """One field of a form: the value that it has at first (None is not sent) and those it offers."""

    name: str
    kind: str
    value: str | None
    options: list[str] = field(default_factory=list)


@dataclass
class Form:
    method: str
    action: str
    controls: list[Control] = field(default_factory=list)


class Markup(HTMLParser):
    """``links`` by address and ``forms`` of the page that is fed to it."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.forms: list[Form] = []
        self._form: Form | None = None
        self._select: Control | None = None
        self.feed(page)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attributes}
        self.links += [values[name] for name in ("href", "src") if values.get(name)]
        if tag == "form":
            self._form = Form(values.get("method", "get").lower(), values.get("action", ""))
            self.forms.append(self._form)
        elif tag == "option" and self._select is not None:
            self._add_option(values)
        elif self._form is not None and values.get("name"):
            self._add_control(self._form, tag, values)

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._form = None
        elif tag == "select":
            self._select = None

    def _add_control(self, form: Form, tag: str, values: dict[str, str]) -> None:
        if tag not in ("input", "select", "textarea"):
            return
        kind = values.get("type", "text") if tag == "input" else tag
        if kind in NOT_SENT or "disabled" in values:
            return
        value: str | None = values.get("value", "")
        if kind in CHOSEN:
            value = values.get("value", "on")
            control = Control(values["name"], kind, value if "checked" in values else None, [value])
        else:
            control = Control(values["name"], kind, value)
        form.controls.append(control)
        self._select = control if tag == "select" else self._select

    def _add_option(self, values: dict[str, str]) -> None:
        assert self._select is not None
        value = values.get("value", "")
        if "selected" in values or not self._select.options:
            self._select.value = value
        self._select.options.append(value)
