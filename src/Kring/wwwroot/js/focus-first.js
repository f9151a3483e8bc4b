// The error summary, or the notice of what succeeded, is read first: it takes the focus when the page opens.
const first = document.querySelector("[data-focus-first]");
if (first && !location.hash) first.focus();

// A link in the summary puts the cursor in its field, with the label in view.
document.addEventListener("click", event => {
  const link = event.target.closest?.(".govuk-error-summary a[href^='#']");
  const field = link && document.getElementById(link.hash.slice(1));
  if (!field) return;
  event.preventDefault();
  (field.closest("fieldset")?.querySelector("legend") ?? field.labels?.[0] ?? field).scrollIntoView();
  field.focus({ preventScroll: true });
});
