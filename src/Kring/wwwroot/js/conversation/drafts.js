// Keeps what is typed on the server, a moment after the last key and when the page is left.
const quietMilliseconds = 1500;

export const startDrafts = page => {
  const { form, field } = page;
  let kept = field.value;
  let timer;
  let asking;

  const keep = async options => {
    clearTimeout(timer);
    const text = field.value;
    if (text === kept) return;
    asking = new AbortController();
    try {
      const answer = await page.post("concept", { kenmerk: form.elements.kenmerk.value, tekst: text }, { signal: asking.signal, ...options });
      if (!answer.ok) return;
      kept = text;
      if (field.value === text) page.say(text.trim() ? page.texts.draftKept : "");
    } catch {
      // The next key, or leaving the page, tries again.
    }
  };

  field.addEventListener("input", () => {
    page.say("");
    clearTimeout(timer);
    timer = setTimeout(keep, quietMilliseconds);
  });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") keep({ keepalive: true });
  });

  return {
    // The text is on its way as a message: the server drops the draft with it.
    sent() {
      clearTimeout(timer);
      asking?.abort();
      kept = "";
      page.say("");
    },
  };
};
