// Where the reader is in the conversation. Its end is the last message right above the composer, whether that stays put or not.
const nearEnd = 240;
const closeBy = 24;

export const startPlace = page => {
  const { form, thread } = page;
  // The composer with the bar above it, or the composer alone where that does not stay put.
  const composer = () => form ? Math.max(form.offsetHeight, form.parentElement.offsetHeight) : 0;
  const end = document.scrollingElement;
  // The distance from the bottom of the last message to the line above the composer: negative while it is in view.
  const below = () => thread.getBoundingClientRect().bottom + composer() + 8 - innerHeight;
  const atEnd = () => below() < nearEnd;
  const toEnd = () => end.scrollBy({ top: below() });

  // On arrival: the newest message and the composer; when more is unread than fits, the first of it.
  const arrive = () => {
    const unread = thread.querySelector(".thread__new");
    toEnd();
    if (unread && unread.getBoundingClientRect().top < 0) unread.scrollIntoView();
  };

  // Who reads the end keeps it in view when the composer or the last message grows: with what was not sent, or what is said about it.
  let reads = below() <= closeBy;
  addEventListener("scroll", () => { reads = below() <= closeBy; }, { passive: true });
  const keepEnd = new ResizeObserver(() => {
    if (reads && below() > 0) toEnd();
  });
  keepEnd.observe(thread);
  if (form) keepEnd.observe(form);

  return { atEnd, toEnd, arrive };
};
