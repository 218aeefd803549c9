// The drawing of the network answers the pointer and the keys: at a person, their lines are lit; at a line, its two people;
// what joins them is told in words below. Everything is delegated, because filters put another drawing in its place.

const shape = (target) => target.closest?.(".picture .network :is([data-slug], [data-ends])");
const slugs = ({ dataset }) => (dataset.ends ? dataset.ends.split(" ") : [dataset.slug]);

function light(one) {
  const network = one.closest(".network");
  dim();
  const own = slugs(one);
  const lit = new Set(own);
  for (const line of network.querySelectorAll("[data-ends]")) {
    const isLit = one === line || (one.dataset.slug && slugs(line).includes(one.dataset.slug));
    line.classList.toggle("lit", isLit);
    if (isLit) for (const end of slugs(line)) lit.add(end);
  }
  for (const other of network.querySelectorAll("[data-slug]")) other.classList.toggle("lit", lit.has(other.dataset.slug));
  network.classList.add("lighting");
  const told = network.closest(".picture").querySelector(".told");
  told.dataset.usual ??= told.textContent;
  told.textContent = one.querySelector("title").textContent;
}

function dim() {
  for (const network of document.querySelectorAll(".network.lighting")) network.classList.remove("lighting");
  for (const lit of document.querySelectorAll(".network .lit")) lit.classList.remove("lit");
  for (const told of document.querySelectorAll(".told[data-usual]")) told.textContent = told.dataset.usual;
}

/** Lights what has the focus, if anything has. */
function settle() {
  const focused = shape(document.activeElement);
  if (focused) light(focused);
  else dim();
}

for (const [enter, leave] of [["pointerover", "pointerout"], ["focusin", "focusout"]]) {
  document.addEventListener(enter, ({ target }) => shape(target) && light(shape(target)));
  document.addEventListener(leave, ({ target }) => shape(target) && (leave === "focusout" ? dim() : settle()));
}
document.addEventListener("keydown", ({ key }) => key === "Escape" && dim());

// A drawing that a filter has put there is made ready like the first.
const ready = () => document.querySelector(".told")?.removeAttribute("hidden");
ready();
const results = document.getElementById("results");
if (results) new MutationObserver(ready).observe(results, { childList: true });
