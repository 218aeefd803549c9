// Citations and terms explain themselves by CSS alone on hover and focus. This adds what CSS can't: on a touch screen the
// first tap shows the explanation and the second follows the link, and Escape puts an explanation away.
const EXPLAINED = ".cite, .term";
let shown = null;

document.addEventListener("click", (event) => {
  const link = event.target.closest?.(EXPLAINED);
  if (link && event.pointerType === "touch" && link !== shown) {
    event.preventDefault();
    link.focus();
    shown = link;
  } else {
    shown = null;
  }
});

const tips = (state) => {
  document.documentElement.dataset.tips = state;
};
document.addEventListener("keydown", (event) => event.key === "Escape" && tips("off"));
for (const type of ["pointerover", "focusin"]) {
  document.addEventListener(type, (event) => event.target.closest?.(EXPLAINED) && tips("on"));
}

// A printed page says when it was printed.
addEventListener("beforeprint", () => {
  for (const time of document.querySelectorAll("time.printed")) {
    const now = new Date();
    time.dateTime = now.toISOString().slice(0, 10);
    time.textContent = now.toLocaleDateString(document.documentElement.lang.replace("en-US", "en-GB"), { dateStyle: "long" });
  }
});
