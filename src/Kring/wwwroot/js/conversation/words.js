// What a message says, for whoever hears it or answers it: its text, and what was sent along.
export const textOf = item => item.querySelector(".bubble__text")?.textContent.trim() ?? "";

export const wordsOf = item => {
  const sent = [...item.querySelectorAll("[data-attachment]")].map(attachment => attachment.dataset.attachment);
  const text = textOf(item);
  return sent.length === 0 ? text : [text.replace(/\.$/, ""), ...sent].filter(words => words).join(". ");
};
