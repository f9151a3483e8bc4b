import { wordsOf } from "./words.js";

// What others say appears by itself; what was changed or removed changes here too. Said once to who listens, and nobody is pulled away from what they read.
const fragment = html => {
  const template = document.createElement("template");
  template.innerHTML = html;
  return template.content.querySelector("li");
};

export const startLive = page => {
  const { root, thread, texts } = page;
  const pill = document.querySelector("[data-pill]");
  const spoken = root.querySelector("[data-spoken]");
  let below = 0;
  let heard = [];
  let timer;

  const countBelow = count => {
    below = count;
    pill.hidden = count === 0;
    pill.textContent = count === 1 ? texts.pillOne : texts.pillMany.replace("{0}", count);
  };

  const announce = item => {
    heard.push(texts.announce.replace("{0}", item.querySelector(".bubble__name").textContent).replace("{1}", wordsOf(item)));
    clearTimeout(timer);
    timer = setTimeout(() => {
      spoken.textContent = heard.length === 1 ? heard[0] : texts.pillMany.replace("{0}", heard.length);
      heard = [];
    }, 300);
  };

  const day = item => {
    const before = [...thread.querySelectorAll("[data-day]")].at(-1);
    if (before?.dataset.day === item.dataset.day) return [];
    const header = document.createElement("li");
    header.className = "thread__day";
    const text = document.createElement("h2");
    text.className = "thread__day-text";
    text.textContent = item.dataset.day;
    header.append(text);
    return [header];
  };

  const append = item => {
    if (document.getElementById(item.id)) return;
    const own = item.classList.contains("thread__item--own");
    const stay = !own && !page.place.atEnd();
    const waiting = page.outbox?.take(item.dataset.mark);
    const unsent = thread.querySelector("[data-unsent]");
    const news = [...day(item), item];
    if (unsent) unsent.before(...news);
    else thread.append(...news);
    waiting?.remove();
    if (!own) announce(item);
    if (stay) countBelow(below + 1);
    else page.place.toEnd();
  };

  const change = item => {
    document.getElementById(item.id)?.replaceWith(item);
    if (item.querySelector(".bubble__text--removed")) {
      for (const quote of thread.querySelectorAll(`[data-quote="${item.dataset.number}"] span`)) quote.textContent = texts.removed;
    }
  };

  // What was unread on arrival and does not fit is below as well.
  page.showBelow = () => {
    if (!page.place.atEnd()) countBelow(thread.querySelectorAll(".thread__new ~ [data-number]").length);
  };

  pill.addEventListener("click", () => {
    countBelow(0);
    page.place.toEnd();
  });
  addEventListener("scroll", () => {
    if (below > 0 && page.place.atEnd()) countBelow(0);
  }, { passive: true });

  const source = new EventSource(`${page.path}/live?na=${page.newest()}`);
  source.addEventListener("message", event => append(fragment(event.data)));
  source.addEventListener("changed", event => change(fragment(event.data)));
  source.addEventListener("open", () => {
    root.dataset.state = "open";
    page.outbox?.flush();
  });
  source.addEventListener("error", () => {
    root.dataset.state = source.readyState === EventSource.CLOSED ? "closed" : "waiting";
  });
  source.addEventListener("ended", () => {
    source.close();
    root.dataset.state = "ended";
    page.say(texts.ended);
  });
};
