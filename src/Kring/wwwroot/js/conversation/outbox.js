// Messages on their way: shown at once, sent one after the other, tried again until they are there. Text is never lost: it waits in this tab until it was sent.
const retryMilliseconds = 5000;
const doubleClickMilliseconds = 1000;

const newMark = () => crypto.randomUUID();

export const startOutbox = page => {
  const { form, field, thread, texts } = page;
  const store = `kring-unsent:${page.path}`;
  let queue = [];
  let busy = false;
  let timer;
  let sentAt = -doubleClickMilliseconds;

  const save = () => {
    if (queue.length === 0) sessionStorage.removeItem(store);
    else sessionStorage.setItem(store, JSON.stringify(queue.map(({ mark, text, reply }) => ({ mark, text, reply }))));
  };

  const element = (name, className, text) => {
    const made = document.createElement(name);
    made.className = className;
    if (text !== undefined) made.textContent = text;
    return made;
  };

  const button = (text, act) => {
    const made = element("button", "link-button", text);
    made.type = "button";
    made.addEventListener("click", act);
    return made;
  };

  const show = message => {
    message.item = element("li", "thread__item thread__item--own");
    message.item.dataset.unsent = "";
    const bubble = element("article", "bubble bubble--own");
    const head = element("p", "bubble__head");
    head.append(element("span", "bubble__name", texts.you));
    const words = element("p", "bubble__text", message.text);
    words.dir = "auto";
    message.foot = element("p", "bubble__foot");
    message.foot.role = "status";
    bubble.append(head, words, message.foot);
    message.item.append(bubble);
    thread.append(message.item);
    page.place.toEnd();
  };

  const sending = message => message.foot.replaceChildren(element("span", "", texts.sending));

  const failed = (message, text) => {
    message.failed = true;
    message.foot.replaceChildren(element("span", "bubble__status--failed", text), button(texts.tryAgain, () => again(message)), button(texts.drop, () => drop(message)));
  };

  const drop = message => {
    queue = queue.filter(other => other !== message);
    message.item.remove();
    save();
  };

  const again = message => {
    message.failed = false;
    sending(message);
    flush();
  };

  const sent = message => {
    queue = queue.filter(other => other !== message);
    save();
    delete message.item.dataset.unsent;
    message.item.dataset.mark = message.mark;
    message.foot.replaceChildren(element("span", "", texts.sent));
    // The message itself came over the stream before this answer.
    if (thread.querySelector(`[data-number][data-mark="${message.mark}"]`)) message.item.remove();
  };

  const refused = async (message, answer) => {
    if (answer.status === 422) failed(message, (await answer.json()).error);
    else if (answer.status === 401 || answer.status === 400) failed(message, texts.signedOut);
    else if (answer.status === 403 || answer.status === 404) failed(message, texts.noLonger);
    else throw new Error(String(answer.status));
  };

  const flush = async () => {
    clearTimeout(timer);
    if (busy) return;
    busy = true;
    for (let message; (message = queue.find(waiting => !waiting.failed));) {
      try {
        const answer = await page.post("bericht", { kenmerk: message.mark, tekst: message.text, antwoord: message.reply, gezien: page.newest() });
        if (answer.ok) sent(message);
        else await refused(message, answer);
      } catch {
        for (const waiting of queue) failed(waiting, texts.notSent);
        page.say(texts.offline);
        timer = setTimeout(retry, retryMilliseconds);
      }
    }
    busy = false;
  };

  const retry = () => {
    for (const message of queue.filter(waiting => waiting.failed && waiting.foot.textContent.startsWith(texts.notSent))) {
      message.failed = false;
      sending(message);
    }
    page.say("");
    flush();
  };

  const add = message => {
    queue.push(message);
    save();
    show(message);
    sending(message);
    flush();
  };

  form.addEventListener("submit", event => {
    if (event.submitter && event.submitter.value !== "verstuur") return;
    // The second click of a double one finds an empty field, and means nothing.
    if (!field.value.trim() && event.timeStamp - sentAt < doubleClickMilliseconds) {
      event.preventDefault();
      return;
    }
    // An empty or endless text is for the server to explain, on a page of its own.
    if (!field.value.trim() || [...field.value].length > 5000) return;
    event.preventDefault();
    sentAt = event.timeStamp;
    const text = field.value.replaceAll("\r\n", "\n").trimEnd();
    const { kenmerk, antwoord } = form.elements;
    const message = { mark: kenmerk.value, text, reply: antwoord.value };
    kenmerk.value = newMark();
    field.value = "";
    field.dispatchEvent(new Event("input", { bubbles: true }));
    page.replies.clear();
    page.drafts.sent();
    add(message);
    field.focus();
  });

  field.addEventListener("keydown", event => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    form.requestSubmit(form.querySelector("[name=knop][value=verstuur]"));
  });

  addEventListener("online", retry);
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible" && queue.length > 0) retry();
  });
  // Signing out leaves nothing behind in this browser.
  document.addEventListener("submit", event => {
    if (event.target.getAttribute("action") === "/uitloggen") sessionStorage.clear();
  });

  for (const message of JSON.parse(sessionStorage.getItem(store) ?? "[]")) add(message);

  return {
    flush: retry,
    // The bubble that waits for this message: the message takes its place.
    take(mark) {
      const message = queue.find(waiting => waiting.mark === mark);
      if (message) sent(message);
      return message?.item ?? thread.querySelector(`[data-mark="${mark}"]:not([data-number])`);
    },
  };
};
