for (const group of document.querySelectorAll("[data-password]")) {
  const field = group.querySelector("input");
  const toggle = group.querySelector("[data-password-toggle]");
  const status = group.querySelector("[data-password-status]");
  const { show, hide, shown, hidden } = toggle.dataset;

  const set = visible => {
    field.type = visible ? "text" : "password";
    toggle.textContent = visible ? hide : show;
  };

  toggle.hidden = false;
  toggle.setAttribute("aria-label", `${show} ${group.querySelector("label").textContent.toLowerCase()}`);
  toggle.addEventListener("click", () => {
    set(field.type === "password");
    const visible = field.type === "text";
    toggle.setAttribute("aria-label", `${visible ? hide : show} ${group.querySelector("label").textContent.toLowerCase()}`);
    status.textContent = visible ? shown : hidden;
  });

  // Browsers keep what stood in a text field: it is a password again before it is sent.
  field.form?.addEventListener("submit", () => set(false));
}
