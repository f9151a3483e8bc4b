// Where the reader is in the conversation. Its end is the last message right above the composer, whether that stays put or not.
const nearEnd = 240;

export const startPlace = page => {
  const { form, thread } = page;
  const end = document.scrollingElement;
  // The distance from the bottom of the last message to the line above the composer: negative while it is in view.
  const below = () => thread.getBoundingClientRect().bottom + (form?.offsetHeight ?? 0) + 8 - innerHeight;
  const atEnd = () => below() < nearEnd;
  const toEnd = () => end.scrollBy({ top: below() });

  // On arrival: the newest message and the composer; when more is unread than fits, the first of it.
  const arrive = () => {
    const unread = thread.querySelector(".thread__new");
    toEnd();
    if (unread && unread.getBoundingClientRect().top < 0) unread.scrollIntoView();
  };

  return { atEnd, toEnd, arrive };
};
