// Buttons that do what a link can't: share or copy an address, and print. Without script they aren't shown.

/** Copies the address and says so, or shows it where the browser doesn't let a page copy. */
async function copy(button, address) {
  const status = button.closest(".actions").querySelector("[role=status]");
  try {
    await navigator.clipboard.writeText(address);
    status.textContent = status.dataset.copied;
  } catch {
    status.textContent = `${status.dataset.failed} ${address}`;
  }
}

async function share(button) {
  const url = document.querySelector("link[rel=canonical]").href;
  if (!navigator.share) return copy(button, url);
  try {
    await navigator.share({ title: document.title, url });
  } catch (error) {
    // Whoever closes the browser's window of ways to share wants none of them.
    if (error.name !== "AbortError") await copy(button, url);
  }
}

document.addEventListener("click", ({ target }) => {
  const button = target.closest("[data-share], [data-copy], [data-print]");
  if (!button) return;
  if ("print" in button.dataset) print();
  else if ("share" in button.dataset) share(button);
  else copy(button, button.dataset.copy);
});
