// The key / goes to the search box from anywhere on the page.
const box = document.getElementById("search");
const fold = box?.closest("details");

function isTyping({ target, ctrlKey, metaKey, altKey }) {
  return ctrlKey || metaKey || altKey || target.isContentEditable || target.matches("input, textarea, select");
}

document.addEventListener("keydown", (event) => {
  if (!box || event.key !== "/" || isTyping(event)) return;
  event.preventDefault();
  if (fold) fold.open = true;
  box.focus();
  box.select();
});

// Whoever unfolds the box wants to type.
fold?.querySelector("summary").addEventListener("click", () => fold.open || setTimeout(() => box.focus()));

// Where CSS can't hold menu and search open on wide screens.
if (!CSS.supports("selector(::details-content)") && matchMedia("(min-width: 64rem)").matches)
  for (const one of document.querySelectorAll(".top details")) {
    one.removeAttribute("name"); // only one of those that share it can be open
    one.open = true;
  }
