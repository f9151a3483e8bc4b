// Asks before text that was typed in a form with data-confirm-leave is left behind.
const typed = new Set();

document.addEventListener("input", event => {
  const form = event.target.form;
  if (form?.matches("[data-confirm-leave]")) typed.add(form);
});

document.addEventListener("submit", event => {
  if (!event.defaultPrevented) typed.delete(event.target);
});

document.addEventListener("reset", event => typed.delete(event.target));

addEventListener("beforeunload", event => {
  if (typed.size > 0) event.preventDefault();
});
