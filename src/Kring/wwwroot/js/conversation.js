// An open conversation: sends without leaving the page, gets what others say, keeps what is typed. Without this script the forms on the page do the same.
import { startCopy } from "./conversation/copy.js";
import { startDrafts } from "./conversation/drafts.js";
import { startLive } from "./conversation/live.js";
import { startOutbox } from "./conversation/outbox.js";
import { startReading } from "./conversation/reading.js";
import { startReplies } from "./conversation/replies.js";
import { growWithText } from "./conversation/grow.js";
import { startUploads } from "./conversation/uploads.js";
import { startPlace } from "./conversation/place.js";

const root = document.querySelector("[data-conversation]");
const form = document.querySelector("form.composer");

if (root) {
  const page = {
    root,
    form,
    field: form?.querySelector("textarea"),
    status: form?.querySelector("[data-status]"),
    thread: root.querySelector("[data-thread]"),
    path: root.dataset.path,
    texts: root.dataset,
    newest: () => Number(root.querySelector("[data-thread] > [data-number]:nth-last-child(1 of [data-number])")?.dataset.number ?? root.dataset.last),
    say(text) {
      if (page.status) page.status.textContent = text;
    },
    post(what, values, options = {}) {
      const token = form.querySelector("[name=__RequestVerificationToken]").value;
      return fetch(`${page.path}/${what}`, { method: "POST", body: new URLSearchParams({ ...values, __RequestVerificationToken: token }), redirect: "error", ...options });
    },
  };

  page.place = startPlace(page);
  const live = "live" in root.dataset;
  if (form) {
    growWithText(page.field);
    page.replies = startReplies(page);
    page.drafts = startDrafts(page);
    startReading(page);
    if (live) {
      // First: it takes what holds files, and leaves the rest to the outbox.
      startUploads(page);
      page.outbox = startOutbox(page);
    }
  }
  startCopy(page);
  if (live) startLive(page);
  // The links here lead to #nieuw, which a browser follows once more when everything is loaded.
  if (live && (!location.hash || location.hash === "#nieuw")) {
    page.place.arrive();
    addEventListener("load", () => requestAnimationFrame(() => {
      page.place.arrive();
      page.showBelow();
    }), { once: true });
  }
}
