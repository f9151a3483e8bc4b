// "Kopieer" in the menu of a message, where the browser lets a page copy.
export const startCopy = page => {
  const { root, texts } = page;
  if (!navigator.clipboard) return;
  const spoken = root.querySelector("[data-spoken]");

  const button = item => {
    const made = document.createElement("button");
    made.type = "button";
    made.className = "link-button";
    made.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(item.querySelector(".bubble__text").innerText.trim());
        made.textContent = texts.copied;
      } catch {
        made.textContent = texts.notCopied;
      }
      spoken.textContent = made.textContent;
    });
    return made;
  };

  // A menu that opens for the first time gets its button, also of a message that came by itself.
  root.addEventListener("toggle", event => {
    const menu = event.target;
    if (!menu.matches(".bubble__menu") || !menu.open) return;
    if (!menu.closest("[data-number]").querySelector(".bubble__text")) return;
    let copy = menu.querySelector("button");
    if (!copy) {
      copy = button(menu.closest("[data-number]"));
      const line = document.createElement("li");
      line.append(copy);
      menu.querySelector("ul").append(line);
    }
    copy.textContent = texts.copy;
    spoken.textContent = "";
  }, true);
};
