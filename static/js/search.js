// The key / goes to the search box from anywhere on the page.
const box = document.getElementById("search");

function isTyping({ target, ctrlKey, metaKey, altKey }) {
  return ctrlKey || metaKey || altKey || target.isContentEditable || target.matches("input, textarea, select");
}

document.addEventListener("keydown", (event) => {
  if (!box || event.key !== "/" || isTyping(event)) return;
  event.preventDefault();
  const fold = box.closest("details");
  if (fold) fold.open = true;
  box.focus();
  box.select();
});

// Where CSS can't hold menu and search open on wide screens.
if (!CSS.supports("selector(::details-content)") && matchMedia("(min-width: 64rem)").matches)
  for (const fold of document.querySelectorAll(".top details")) {
    fold.removeAttribute("name"); // only one of those that share it can be open
    fold.open = true;
  }
