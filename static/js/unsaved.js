// Asks before an editor leaves a page of the admin with text that is not saved. Without it, the browser leaves at once.

const form = document.querySelector(".change-form #content-main form, .kept ~ * #login-form");
// What the selects had at first: those with suggestions get their choices later.
const first = new WeakMap();
let sent = false;

function chosen(select) {
  return Array.from(select.selectedOptions, (option) => option.value).join();
}

function note(within) {
  within.querySelectorAll("select").forEach((select) => first.set(select, chosen(select)));
}

/** Returns whether something else stands in the field than the page came with. */
function isChanged(field) {
  if (field.type === "hidden" || field.name.includes("__prefix__") || !field.name) return false;
  if (field.type === "checkbox" || field.type === "radio") return field.checked !== field.defaultChecked;
  if (field.type === "file") return field.files.length > 0;
  if (field.type === "select-one" || field.type === "select-multiple") return chosen(field) !== first.get(field);
  return "defaultValue" in field && field.value !== field.defaultValue;
}

/** Returns whether the page came with text that was typed before and is not saved. */
function isShownAgain() {
  return document.querySelector("[data-unsaved], #content-main .errornote") !== null;
}

if (form) {
  note(form);
  document.addEventListener("formset:added", (event) => note(event.target));
  form.addEventListener("submit", () => (sent = true));
  window.addEventListener("pageshow", () => (sent = false));
  window.addEventListener("beforeunload", (event) => {
    if (!sent && (isShownAgain() || Array.from(form.elements).some(isChanged))) event.preventDefault();
  });
}
