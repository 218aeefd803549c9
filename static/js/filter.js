// What htmx can't do for the filters: it puts the parts of the answer in place and keeps the address in step, and this
// keeps the address short and the folds open, and shows what went wrong. The form's buttons do the same without any.
const form = document.getElementById("filter");
const fold = form.querySelector(".filters");
const bar = form.querySelector(".apply");
const wide = matchMedia("(min-width: 60rem)");

/** Returns the form's part of an address, without what needs no mention: nothing, and the order that is usual. */
function query(given) {
  const usual = form.elements.sort?.options[0].value;
  return new URLSearchParams(given.filter(([name, value]) => value.trim() && !(name === "sort" && value === usual)));
}

function inOrder(parameters) {
  const sorted = new URLSearchParams(parameters);
  sorted.sort();
  return String(sorted);
}

form.addEventListener("htmx:configRequest", (event) => {
  const { detail } = event;
  if (detail.elt !== form) return;
  const wanted = query([...detail.formData]);
  detail.parameters = {};
  if (wanted.size) detail.path += `?${wanted}`;
  if (inOrder(wanted) === inOrder(location.search)) event.preventDefault(); // it is there already
});

// The way back leads past what was being typed in one go.
let typing = false;
document.addEventListener("htmx:beforeHistoryUpdate", ({ detail: { history, requestConfig } }) => {
  const typed = requestConfig.triggeringEvent?.type === "input";
  if (typed && typing) history.type = "replace";
  typing = typed;
});

// Folds stay as they are, and what is being typed stays in its field.
document.addEventListener("htmx:oobBeforeSwap", ({ detail: { fragment, target } }) => {
  for (const { id, open } of target.querySelectorAll("details")) fragment.querySelector(`#${id}`)?.toggleAttribute("open", open);
  for (const { id, value } of target.querySelectorAll("input[type=search]"))
    fragment.querySelector(`#${id}`)?.setAttribute("value", value);
  keepInSight(fragment, document.activeElement.id);
});

/** Leaves the choice that has the focus where it is seen, even if it lists nothing any more. */
function keepInSight(fragment, id) {
  let one = id && fragment.querySelector(`#${CSS.escape(id)}`);
  for (; one?.classList; one = one.parentElement) one.classList.remove("nothing");
}

// What has the focus stays where it is on the screen, however much longer or shorter the page became above it.
const focused = () => ({ id: document.activeElement.id, top: document.activeElement.getBoundingClientRect().top });
let before = {};
document.addEventListener("htmx:beforeSwap", () => (before = focused()));
form.addEventListener("htmx:afterOnLoad", () => {
  const { id, top } = focused();
  if (id && id === before.id) scrollBy(0, top - before.top);
});

// An answer that is no list is shown as the page that it is; where there was none, the browser says why.
for (const failure of ["htmx:responseError", "htmx:sendError", "htmx:timeout"])
  document.addEventListener(failure, ({ detail }) => location.assign(detail.pathInfo.finalRequestPath));

const count = document.getElementById("count");

// On a phone the bar that leads to the results stays from the first choice on, even if the filters are folded again.
fold.addEventListener("change", () => bar.classList.add("changed"));

form.addEventListener("submit", () => {
  if (wide.matches || !(fold.open || bar.classList.contains("changed"))) return;
  bar.classList.remove("changed");
  fold.open = false; // it would stand between the reader and the results
  count.focus({ preventScroll: true });
  count.scrollIntoView();
});

// A chip takes its choice back in the form. Without a box there, as for words searched for, it is the link that it is.
document.addEventListener("click", (event) => {
  const chip = event.target.closest?.(".chip[data-choice]");
  const box = chip && document.getElementById(chip.dataset.choice);
  if (!box || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  box.checked = false;
  (chip.closest(".apply")?.querySelector("button") ?? count).focus({ preventScroll: true }); // the chip will be gone
  box.dispatchEvent(new Event("change", { bubbles: true }));
});

// Where CSS can't hold the fold open on wide screens.
if (!CSS.supports("selector(::details-content)")) fold.open = wide.matches;
