import { textOf, wordsOf } from "./words.js";

// Answering without loading the page again: the quote appears above the field.
export const startReplies = page => {
  const { form, field, thread } = page;
  const box = form.querySelector("[data-reply-box]");
  const author = form.querySelector("[data-reply-author]");
  const text = form.querySelector("[data-reply-text]");

  const clear = () => {
    form.elements.antwoord.value = "";
    box.hidden = true;
  };

  thread.addEventListener("click", event => {
    const link = event.target.closest("[data-reply]");
    if (!link) return;
    event.preventDefault();
    const item = link.closest("[data-number]");
    form.elements.antwoord.value = link.dataset.reply;
    author.textContent = page.texts.replying.replace("{0}", item.querySelector(".bubble__name").textContent);
    text.textContent = (textOf(item) || wordsOf(item)).slice(0, 140);
    box.hidden = false;
    link.closest("details").open = false;
    field.focus();
  });
  form.querySelector("[data-reply-cancel]").addEventListener("click", event => {
    event.preventDefault();
    clear();
    field.focus();
  });
  return { clear };
};
