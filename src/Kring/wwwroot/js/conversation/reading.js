// Tells the server how far this person has read: what stood in view while the page was looked at.
const restMilliseconds = 400;

export const startReading = page => {
  let told = Number(page.root.dataset.reached);
  let seen = 0;
  let timer;

  const tell = async () => {
    const upTo = seen;
    if (upTo <= told || document.visibilityState !== "visible") return;
    try {
      const answer = await page.post("gelezen", { gezien: upTo });
      if (answer.ok) told = Math.max(told, upTo);
    } catch {
      // Told again with the next message that comes into view.
    }
  };

  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(tell, restMilliseconds);
  };

  const inView = new IntersectionObserver(entries => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue;
      const number = Number(target.dataset.number);
      seen = Math.max(seen, number);
      // Whoever says something has read it: the server knows.
      if (target.classList.contains("thread__item--own") && number === told + 1) told = number;
    }
    soon();
  });
  const watch = () => page.thread.querySelectorAll("[data-number]:not([data-watched])").forEach(item => {
    item.dataset.watched = "";
    inView.observe(item);
  });

  new MutationObserver(watch).observe(page.thread, { childList: true });
  document.addEventListener("visibilitychange", soon);
  watch();
};
