// The key / goes to the search box from anywhere on the page.
const box = document.getElementById("search");

function isTyping({ target, ctrlKey, metaKey, altKey }) {
  return ctrlKey || metaKey || altKey || target.isContentEditable || target.matches("input, textarea, select");
}

document.addEventListener("keydown", (event) => {
  if (!box || event.key !== "/" || isTyping(event)) return;
  event.preventDefault();
  box.focus();
  box.select();
});
