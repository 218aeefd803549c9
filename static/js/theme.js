// The reader's choice of colours. A classic script in the head: it must run before anything is drawn.
(() => {
  const key = "scheme";
  const root = document.documentElement;
  const remembered = () => {
    try {
      return localStorage.getItem(key) ?? "system";
    } catch {
      return "system"; // storage is switched off
    }
  };
  root.dataset.scheme = remembered();

  document.addEventListener("DOMContentLoaded", () => {
    const choice = document.querySelector(`.scheme input[value="${root.dataset.scheme}"]`);
    if (choice) choice.checked = true;
  });
  document.addEventListener("change", (event) => {
    if (event.target.name !== key) return;
    root.dataset.scheme = event.target.value;
    try {
      localStorage.setItem(key, event.target.value);
    } catch {
      // the choice lasts for this page
    }
  });
})();
