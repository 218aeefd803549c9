// Filters apply as they are chosen: the list is fetched and put in place of the old one. The form's buttons do the
// same without this. Focus, scroll position and opened folds stay as they are, because only the lists are replaced.
const form = document.querySelector("form.filter");
const fold = form.querySelector(".filters");
const wide = matchMedia("(min-width: 60rem)");
const PARTS = ["notices", "chosen", "facets", "chips", "results"];
let running = new AbortController();
let shown = location.search;

const part = (id, page = document) => page.getElementById(id);

function swap(page) {
  const { id, name, value } = document.activeElement;
  const open = [...document.querySelectorAll("details.more[open]")].map((more) => more.id);
  for (const id of PARTS) part(id).replaceChildren(...part(id, page).childNodes);
  for (const id of open) part(id)?.setAttribute("open", "");
  const again = id ? part(id) : name && form.querySelector(`[name="${name}"][value="${CSS.escape(value)}"]`);
  again?.focus({ preventScroll: true });
  part("count").textContent = part("count", page).textContent;
  document.title = page.title;
}

async function show(address) {
  running.abort();
  running = new AbortController();
  try {
    const response = await fetch(address, { signal: running.signal });
    if (!response.ok) throw new Error(response.statusText);
    swap(new DOMParser().parseFromString(await response.text(), "text/html"));
    return true;
  } catch (error) {
    if (error.name !== "AbortError") location.assign(address);
    return false;
  }
}

async function apply() {
  const usual = form.elements.sort?.options[0].value; // the order that needs no mention in the address
  const given = [...new FormData(form)].filter(([name, value]) => value.trim() && !(name === "sort" && value === usual));
  const query = new URLSearchParams(given);
  const address = `${location.pathname}${query.size ? "?" : ""}${query}`;
  if (!(await show(address))) return;
  history.pushState(null, "", address);
  shown = location.search;
}

form.addEventListener("change", (event) => event.target.type !== "search" && apply());
form.addEventListener("submit", async (event) => {
  event.preventDefault();
  await apply();
  if (wide.matches || !fold.open) return;
  fold.open = false; // it would stand between the reader and the results
  fold.querySelector("summary").focus({ preventScroll: true });
  part("count").scrollIntoView();
});
part("sort")?.addEventListener("change", apply);
// A link to a place on the page, such as the skip link, pops a state too.
addEventListener("popstate", () => location.search !== shown && location.reload());

// Where CSS can't hold the fold open on wide screens.
if (!CSS.supports("selector(::details-content)")) fold.open = wide.matches;
