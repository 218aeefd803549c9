// The drawing of the network answers the pointer and the keys: pointing at a person, or focusing them, lights their lines;
// the wheel, + and − make it larger or smaller, and dragging moves it. Without this it is as large as it was sent, and
// its region scrolls. Everything is delegated, because filters put another drawing in the place of the first.

const LARGEST = 4;
const STEP = 1.25;
const BORDERS = 2; // of the region, in pixels
const PAGE_STILL_SCROLLS = 250; // milliseconds

const region = () => document.querySelector(".drawing");
const shapes = (target) => target.closest?.(".drawing .network [data-slug]");

/* Lighting */

function light(point) {
  const network = point.closest(".network");
  dim();
  const slug = point.dataset.slug;
  const lit = new Set([slug]);
  for (const line of network.querySelectorAll("[data-ends]")) {
    const ends = line.dataset.ends.split(" ");
    if (!ends.includes(slug)) continue;
    line.classList.add("lit");
    for (const end of ends) lit.add(end);
  }
  for (const other of network.querySelectorAll("[data-slug]")) other.classList.toggle("lit", lit.has(other.dataset.slug));
  network.classList.add("lighting");
}

function dim() {
  for (const network of document.querySelectorAll(".network.lighting")) network.classList.remove("lighting");
  for (const shape of document.querySelectorAll(".network .lit")) shape.classList.remove("lit");
}

/** Lights what has the focus, if anything has. */
function settle() {
  const focused = shapes(document.activeElement);
  if (focused) light(focused);
  else dim();
}

for (const [enter, leave] of [["pointerover", "pointerout"], ["focusin", "focusout"]]) {
  document.addEventListener(enter, ({ target }) => shapes(target) && light(shapes(target)));
  document.addEventListener(leave, ({ target }) => shapes(target) && (leave === "focusout" ? dim() : settle()));
}

/* Zooming: the drawing grows in a region that keeps its size and scrolls. */

/** Where in the drawing `at` is, from 0 at its left and upper edges to 1 at the others. */
function share(svg, at) {
  const frame = svg.getBoundingClientRect();
  return { x: (at.x - frame.left) / frame.width, y: (at.y - frame.top) / frame.height };
}

/** Draws at the scale that `choose` returns, given today's and the smallest; what is at the pointer stays there. */
function zoom(choose, pointer) {
  const box = region();
  const svg = box.querySelector("svg");
  const { width, height } = svg.viewBox.baseVal;
  const smallest = Math.min(1, (box.offsetWidth - BORDERS) / width, (box.offsetHeight - BORDERS) / height);
  const before = svg.getAttribute("width") / width;
  const after = Math.min(LARGEST, Math.max(smallest, choose(before, smallest)));
  if (Math.abs(after - before) * width < 1) return false;
  const frame = box.getBoundingClientRect();
  const at = pointer ?? { x: frame.left + box.clientWidth / 2, y: frame.top + box.clientHeight / 2 };
  const kept = share(svg, at);
  box.style.height = `${box.offsetHeight}px`;
  svg.setAttribute("width", Math.floor(width * after));
  svg.setAttribute("height", Math.floor(height * after));
  const drawn = svg.getBoundingClientRect();
  box.scrollBy(drawn.left + kept.x * drawn.width - at.x, drawn.top + kept.y * drawn.height - at.y);
  return true;
}

const ZOOMS = {
  in: (before) => before * STEP,
  out: (before) => before / STEP,
  fit: (_, smallest) => smallest,
};
const KEYS = { "+": "in", "=": "in", "-": "out", 0: "fit" };

let pageScrolled = -Infinity;
document.addEventListener("scroll", (event) => {
  if (event.target === document) pageScrolled = performance.now();
});

document.addEventListener(
  "wheel",
  (event) => {
    // Who scrolls the page across the drawing goes on scrolling the page.
    if (!event.target.closest?.(".drawing") || performance.now() - pageScrolled < PAGE_STILL_SCROLLS) return;
    if (event.shiftKey || !event.deltaY) return;
    const factor = Math.exp(-Math.sign(event.deltaY) * 0.15);
    if (zoom((before) => before * factor, event)) event.preventDefault();
  },
  { passive: false },
);
document.addEventListener("click", (event) => {
  const button = event.target.closest?.("[data-zoom]");
  if (button) zoom(ZOOMS[button.dataset.zoom]);
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") dim();
  if (!event.target.closest?.(".drawing") || event.ctrlKey || event.metaKey || event.altKey) return;
  if (KEYS[event.key]) {
    event.preventDefault();
    zoom(ZOOMS[KEYS[event.key]]);
  }
});

/* Dragging, by mouse: fingers scroll the region anyway. */

let drag = null;

document.addEventListener("pointerdown", (event) => {
  const box = event.target.closest?.(".drawing");
  if (!box || event.pointerType !== "mouse" || event.button) return;
  drag = { box, x: event.clientX, y: event.clientY, left: box.scrollLeft, top: box.scrollTop, moved: false };
});
document.addEventListener("pointermove", (event) => {
  if (!drag) return;
  const [across, down] = [event.clientX - drag.x, event.clientY - drag.y];
  drag.moved ||= Math.hypot(across, down) > 4;
  if (!drag.moved) return;
  drag.box.classList.add("dragged");
  drag.box.scrollTo(drag.left - across, drag.top - down);
});
document.addEventListener("pointerup", () => {
  drag?.box.classList.remove("dragged");
  // The click that ends a drag is no click on whatever it ended on.
  if (drag?.moved) addEventListener("click", (event) => event.preventDefault(), { capture: true, once: true });
  drag = null;
});
document.addEventListener("dragstart", (event) => event.target.closest?.(".drawing") && event.preventDefault());

/* A drawing that a filter has put there is made ready like the first. */

function ready() {
  document.querySelector(".zoom")?.removeAttribute("hidden");
  region()?.classList.add("draggable");
}

ready();
const results = document.getElementById("results");
if (results) new MutationObserver(ready).observe(results, { childList: true });
