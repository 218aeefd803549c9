// <combo-box>: a field that suggests as one types (WAI-ARIA Authoring Practices, combobox with list autocomplete and
// manual selection). It holds a field with the address of its suggestions in `data-suggestions`, a list and a status.
// The suggestions are links; choosing one follows it. Without this the field is one of an ordinary form.
const PAUSE = 120; // milliseconds after the last key
// Keys that move the cursor in the field, to which they go back from the list.
const WRITING = ["Home", "End", "ArrowLeft", "ArrowRight"];

class ComboBox extends HTMLElement {
  connectedCallback() {
    this.box = this.querySelector("input");
    this.list = this.querySelector("[role=listbox]");
    this.status = this.querySelector("[role=status]");
    this.running = new AbortController();
    const { box, list } = this;
    for (const [name, value] of Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-controls": list.id }))
      box.setAttribute(name, value);
    this.open(false);
    box.addEventListener("input", () => this.wait());
    box.addEventListener("keydown", (event) => this.press(event));
    box.addEventListener("blur", () => this.close());
    // A click on an option must not take the focus away first, which would close the list.
    list.addEventListener("mousedown", (event) => event.preventDefault());
    list.addEventListener("click", (event) => event.target.closest("[role=option]") && this.chosen());
    // What is typed here chooses nothing yet.
    this.addEventListener("change", (event) => event.stopPropagation());
  }

  get active() {
    return this.list.querySelector("[aria-selected=true]");
  }

  activate(option) {
    this.active?.setAttribute("aria-selected", "false");
    option?.setAttribute("aria-selected", "true");
    option?.scrollIntoView({ block: "nearest" });
    if (option) this.box.setAttribute("aria-activedescendant", option.id);
    else this.box.removeAttribute("aria-activedescendant");
  }

  open(shown) {
    this.list.hidden = !shown;
    this.box.setAttribute("aria-expanded", String(shown));
    if (!shown) this.activate(null);
  }

  close() {
    clearTimeout(this.waiting);
    this.running.abort();
    this.open(false);
    this.status.textContent = "";
  }

  chosen() {
    this.close();
    this.box.value = "";
  }

  wait() {
    clearTimeout(this.waiting);
    this.activate(null);
    this.waiting = setTimeout(() => this.suggest(), PAUSE);
  }

  async suggest() {
    this.running.abort();
    this.running = new AbortController();
    const typed = this.box.value.trim();
    if (!typed) return this.close();
    const address = new URL(this.box.dataset.suggestions, location.href);
    // What else the form says stays where choosing leads.
    if ("whole" in this.box.dataset)
      for (const [name, value] of new FormData(this.box.form))
        if (value && name !== this.box.name) address.searchParams.set(name, value);
    // After the values of the same name that are chosen already.
    address.searchParams.append(this.box.name, typed);
    try {
      const response = await fetch(address, { signal: this.running.signal });
      if (!response.ok) return this.close();
      this.show(await response.text());
    } catch (error) {
      if (error.name !== "AbortError") this.close(); // the form still works
    }
  }

  show(options) {
    const { list } = this;
    list.innerHTML = options;
    [...list.children].forEach((option, place) => (option.id = `${list.id}-${place + 1}`));
    window.htmx?.process(list); // where a choice changes a part of the page
    const number = list.children.length;
    this.open(number > 0);
    const { none, one, many } = this.status.dataset;
    this.status.textContent = [none, one][number] ?? many.replace("#", number);
  }

  async move(step) {
    if (this.list.hidden) await this.suggest();
    const all = [...this.list.children];
    if (this.list.hidden || !all.length) return;
    // The box itself is a place too, before the first option and after the last.
    const place = all.indexOf(this.active) + 1;
    this.activate([null, ...all].at((place + step) % (all.length + 1)));
  }

  escape() {
    if (this.list.hidden) this.box.value = "";
    else this.close();
  }

  /** Follows the active option; without one, Enter is left to the form. */
  enter(event) {
    const { active } = this;
    if (!active) return this.close();
    event.preventDefault();
    active.click();
  }

  press(event) {
    if (event.isComposing || event.ctrlKey || event.metaKey) return;
    const keys = {
      ArrowDown: () => (event.preventDefault(), event.altKey ? this.suggest() : this.move(1)),
      ArrowUp: () => (event.preventDefault(), event.altKey ? this.close() : this.move(-1)),
      Escape: () => (event.preventDefault(), this.escape()),
      Enter: () => this.enter(event),
      Tab: () => this.close(),
    };
    if (keys[event.key]) keys[event.key]();
    else if (WRITING.includes(event.key)) this.activate(null);
  }
}

customElements.define("combo-box", ComboBox);
