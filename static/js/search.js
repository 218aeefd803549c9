// The search box suggests as one types: a combobox with a list (WAI-ARIA Authoring Practices, list autocomplete with
// manual selection). Without this it is a form. The key / goes to the box from anywhere on the page.
const box = document.getElementById("search");
const list = document.getElementById("suggestions");
const count = document.getElementById("suggestions-count");
const PAUSE = 120; // milliseconds after the last key

let waiting;
let running = new AbortController();

const options = () => [...list.children];
const active = () => list.querySelector("[aria-selected=true]");
const isOpen = () => !list.hidden;

function activate(option) {
  active()?.setAttribute("aria-selected", "false");
  option?.setAttribute("aria-selected", "true");
  option?.scrollIntoView({ block: "nearest" });
  if (option) box.setAttribute("aria-activedescendant", option.id);
  else box.removeAttribute("aria-activedescendant");
}

function open(shown) {
  list.hidden = !shown;
  box.setAttribute("aria-expanded", String(shown));
  if (!shown) activate(null);
}

function close() {
  clearTimeout(waiting);
  running.abort();
  open(false);
  count.textContent = "";
}

async function suggest() {
  running.abort();
  running = new AbortController();
  const typed = box.value.trim();
  if (!typed) return close();
  try {
    const address = `${box.dataset.suggestions}?${new URLSearchParams({ q: typed })}`;
    const response = await fetch(address, { signal: running.signal });
    if (!response.ok) return close();
    list.innerHTML = await response.text();
    const number = list.children.length;
    open(number > 0);
    count.textContent = number ? `${number} ${number === 1 ? "suggestion" : "suggestions"}` : "No suggestions";
  } catch (error) {
    if (error.name !== "AbortError") close(); // the form still works
  }
}

async function move(step) {
  if (!isOpen()) await suggest();
  const all = options();
  if (!isOpen() || !all.length) return;
  // The box itself is a place too, before the first option and after the last.
  const place = all.indexOf(active()) + 1;
  activate([null, ...all].at((place + step) % (all.length + 1)));
}

function escape(event) {
  event.preventDefault();
  if (isOpen()) close();
  else box.value = "";
}

function follow(event) {
  if (!active()) return close();
  event.preventDefault();
  active().click();
}

const KEYS = {
  ArrowDown: (event) => (event.preventDefault(), move(1)),
  ArrowUp: (event) => (event.preventDefault(), move(-1)),
  Enter: follow,
  Escape: escape,
  Tab: close,
};

function isTyping({ target, ctrlKey, metaKey, altKey }) {
  return ctrlKey || metaKey || altKey || target.isContentEditable || target.matches("input, textarea, select");
}

if (box) {
  for (const [name, value] of Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-controls": list.id }))
    box.setAttribute(name, value);
  open(false);
  box.addEventListener("input", () => {
    clearTimeout(waiting);
    activate(null);
    waiting = setTimeout(suggest, PAUSE);
  });
  box.addEventListener("keydown", (event) => {
    if (!event.isComposing && !event.altKey) KEYS[event.key]?.(event);
  });
  box.addEventListener("blur", close);
  // A click on an option must not take the focus away first, which would close the list.
  list.addEventListener("mousedown", (event) => event.preventDefault());
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || isTyping(event)) return;
    event.preventDefault();
    box.focus();
    box.select();
  });
}
