// Names what scripts add to the admin's pages without a name: select2 (autocomplete) and Django's filters of lists.
// On pages of the admin only; without it they work, but a screen reader doesn't say which field one is in.

const $ = window.django?.jQuery;

/** The id of the label of `select`. */
function labelOf(select) {
  const label = select.labels[0];
  label.id ||= `${select.id}_label`;
  return label.id;
}

/** Names the box that select2 shows in place of `select`: by its label, and by what is chosen where that is one. */
function nameBox(select) {
  const box = select.nextElementSibling?.querySelector(".select2-selection");
  if (!box) return;
  const chosen = box.querySelector("[role=textbox]");
  if (chosen) leaveOutCross(chosen);
  chosen?.removeAttribute("role");
  chosen?.removeAttribute("aria-readonly");
  box.setAttribute("aria-labelledby", [labelOf(select), chosen?.id].filter(Boolean).join(" "));
  box.querySelector(".select2-search__field")?.setAttribute("aria-labelledby", labelOf(select));
}

/** Keeps the cross that clears the box, drawn anew with each choice, out of the box's name. */
function leaveOutCross(chosen) {
  const hide = () => chosen.querySelector(".select2-selection__clear")?.setAttribute("aria-hidden", "true");
  hide();
  new MutationObserver(hide).observe(chosen, { childList: true });
}

/** Names the list that opens under `select`, and the field in it; tells its box which list that is. */
function nameList(select) {
  const list = document.getElementById(`select2-${select.id}-results`);
  const field = list.closest(".select2-dropdown").querySelector(".select2-search__field");
  select.nextElementSibling.querySelector(".select2-selection").setAttribute("aria-controls", list.id);
  list.setAttribute("aria-labelledby", labelOf(select));
  field?.setAttribute("aria-labelledby", labelOf(select));
}

function nameBoxes(within) {
  within.querySelectorAll(".admin-autocomplete:not([name*=__prefix__])").forEach(nameBox);
}

document.querySelectorAll(".admin-autocomplete").forEach((select) => {
  // Its list would open outside of the page's landmarks.
  select.dataset.dropdownParent = "main";
  // The button that clears several choices stands where a list may only have items; each choice has one of its own.
  if (select.multiple) select.dataset.allowClear = "false";
});
document.getElementById("searchbar")?.setAttribute("aria-label", "Search");
$?.(() => nameBoxes(document));
// Django makes the filters of lists once the page has loaded.
window.addEventListener("load", () => {
  document.querySelectorAll("span.help-tooltip[aria-label]").forEach((icon) => icon.setAttribute("role", "img"));
});
$?.(document).on("select2:open", (event) => nameList(event.target));
document.addEventListener("formset:added", (event) => nameBoxes(event.target));
