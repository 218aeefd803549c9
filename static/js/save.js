// Ctrl+S, or Cmd+S, saves the form of an entry and goes on editing it, in place of the page as a file.
// On pages of the admin only; elsewhere, and while a window or a list of suggestions is open, the keys do nothing new.

const button = (name) => document.querySelector(`.submit-row [name=${name}]`);
const save = button("_continue") ?? button("_save");
let isSent = false;

/** Whether the keys are pressed, also where the letter's key types one of another script. */
function asksToSave(event) {
  const isS = event.key.toLowerCase() === "s" || (event.code === "KeyS" && !/^[a-z]$/i.test(event.key));
  return isS && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
}

document.addEventListener("keydown", (event) => {
  if (!save || !asksToSave(event) || document.querySelector("dialog[open], .select2-container--open")) return;
  event.preventDefault();
  // As a click on the button, so that whatever watches the form knows of it.
  if (!isSent && !event.repeat) save.click();
});
save?.form.addEventListener("submit", () => (isSent = true));
// Also when somebody comes back to the page.
window.addEventListener("pageshow", () => (isSent = false));
