// Warns two minutes before the session ends. <html data-session-seconds> says how long it lasts from the page's arrival;
// a tab that extends tells the others. Times are compared with the clock, because timers sleep when the computer does.
const warnSeconds = 120;
const root = document.documentElement;
const dialog = document.querySelector("[data-idle]");
let seconds = Number(root.dataset.sessionSeconds);

if (dialog && seconds > 0) {
  const text = dialog.querySelector("[data-idle-text]");
  const extend = dialog.querySelector("[data-idle-extend]");
  const close = dialog.querySelector("[data-idle-close]");
  const channel = new BroadcastChannel("kring-session");
  let endsAt = Date.now() + seconds * 1000;
  let shownMinutes = null;

  const say = words => {
    if (text.textContent !== words) text.textContent = words;
  };

  const restart = (left, tell) => {
    seconds = left;
    endsAt = Date.now() + left * 1000;
    shownMinutes = null;
    if (dialog.open) dialog.close();
    extend.hidden = false;
    close.hidden = true;
    if (tell) channel.postMessage(left);
  };

  const look = () => {
    const left = (endsAt - Date.now()) / 1000;
    if (left > warnSeconds) return;
    if (!dialog.open && shownMinutes !== 0) dialog.showModal();
    const minutes = Math.max(0, Math.ceil(left / 60));
    if (minutes === shownMinutes) return;
    shownMinutes = minutes;
    if (minutes > 0) {
      say(minutes === 1 ? text.dataset.minute : text.dataset.minutes.replace("{0}", minutes));
    } else {
      say(text.dataset.ended);
      extend.hidden = true;
      close.hidden = false;
      close.focus();
    }
  };

  extend.form.addEventListener("submit", async event => {
    event.preventDefault();
    try {
      const form = extend.form;
      const answer = await fetch(form.action, { method: "POST", body: new URLSearchParams(new FormData(form)), redirect: "error" });
      if (!answer.ok) throw new Error(String(answer.status));
      restart(Number(answer.headers.get("Kring-Session-Seconds")) || seconds, true);
    } catch {
      say(text.dataset.failed);
    }
  });

  close.addEventListener("click", () => dialog.close());
  // Escape counts as "I am here": it asks the server for more time instead of only hiding the warning.
  dialog.addEventListener("cancel", event => {
    if (extend.hidden) return;
    event.preventDefault();
    extend.form.requestSubmit();
  });
  channel.addEventListener("message", event => restart(Number(event.data), false));
  channel.postMessage(seconds);
  document.addEventListener("visibilitychange", look);
  setInterval(look, 5000);
  look();
}
