// Citations explain themselves by CSS alone on hover and focus. This adds what CSS can't: on a touch screen the
// first tap shows the explanation and the second follows the link, and Escape puts an explanation away.
let shown = null;

document.addEventListener("click", (event) => {
  const cite = event.target.closest?.(".cite");
  if (cite && event.pointerType === "touch" && cite !== shown) {
    event.preventDefault();
    cite.focus();
    shown = cite;
  } else {
    shown = null;
  }
});

const tips = (state) => {
  document.documentElement.dataset.tips = state;
};
document.addEventListener("keydown", (event) => event.key === "Escape" && tips("off"));
for (const type of ["pointerover", "focusin"]) {
  document.addEventListener(type, (event) => event.target.closest?.(".cite") && tips("on"));
}

// A printed page says when it was printed.
addEventListener("beforeprint", () => {
  for (const time of document.querySelectorAll("time.printed")) {
    const now = new Date();
    time.dateTime = now.toISOString().slice(0, 10);
    time.textContent = now.toLocaleDateString(document.documentElement.lang.replace("en-US", "en-GB"), { dateStyle: "long" });
  }
});
