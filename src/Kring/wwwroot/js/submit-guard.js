// Two presses shortly after each other send once. The button is never disabled: its name and value must be posted.
const quietMilliseconds = 4000;
const sentAt = new WeakMap();

document.addEventListener("submit", event => {
  const button = event.submitter;
  if (event.defaultPrevented || !button?.matches("[data-submit-guard]")) return;
  const form = event.target;
  if (performance.now() - (sentAt.get(form) ?? -Infinity) < quietMilliseconds) {
    event.preventDefault();
    return;
  }
  sentAt.set(form, performance.now());
  button.setAttribute("aria-busy", "true");
  setTimeout(() => button.removeAttribute("aria-busy"), quietMilliseconds);
});

// Back from the next page: the form may be sent again at once.
addEventListener("pageshow", event => {
  if (!event.persisted) return;
  for (const form of document.forms) sentAt.delete(form);
  for (const button of document.querySelectorAll("[data-submit-guard][aria-busy]")) button.removeAttribute("aria-busy");
});
