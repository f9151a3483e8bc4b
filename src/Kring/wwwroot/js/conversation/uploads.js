// Photos and files: chosen one by one, sent without leaving the page. What was not sent stays in the form, text and files both.
const stepPercent = 10;

export const startUploads = page => {
  const { form, field, texts } = page;
  const box = form.querySelector("[data-attach]");
  const words = box.dataset;
  const slots = [...box.querySelectorAll("[data-slot]")];
  const inputs = [...box.querySelectorAll("[type=file]")];
  let busy = false;
  let unsent = false;

  const chosen = () => inputs.flatMap(input => [...input.files].map(file => ({ input, file })));

  // One more place for a photo when the last is taken; a description where there is a photo.
  const arrange = () => {
    slots.forEach((slot, index) => {
      const input = slot.querySelector("[type=file]");
      const describe = slot.querySelector("[data-describe]");
      const filled = input.files.length > 0;
      slot.hidden = index > 1 && !filled && !slot.querySelector(".govuk-error-message") && slots[index - 1].querySelector("[type=file]").files.length === 0;
      describe.hidden = !filled && !describe.querySelector("input").value;
    });
  };

  const forget = () => {
    for (const message of form.querySelectorAll("[data-upload-error]")) {
      const input = document.getElementById(message.id.slice(0, -"-error".length));
      input.removeAttribute("aria-invalid");
      input.setAttribute("aria-describedby", (input.getAttribute("aria-describedby") ?? "").replace(message.id, "").trim());
      message.remove();
    }
  };

  const explain = (id, text) => {
    const input = document.getElementById(id) ?? field;
    document.getElementById(`${input.id}-error`)?.remove();
    const message = document.createElement("p");
    message.className = "govuk-error-message";
    message.id = `${input.id}-error`;
    message.dataset.uploadError = "";
    message.textContent = text;
    input.before(message);
    input.setAttribute("aria-invalid", "true");
    input.setAttribute("aria-describedby", `${input.getAttribute("aria-describedby") ?? ""} ${message.id}`.trim());
    if (box.contains(input)) box.open = true;
    arrange();
    page.say("");
    input.focus();
  };

  // What is too large would be carried over in vain.
  const tooMuch = files => {
    if (files.length > Number(words.most)) return [files.at(-1).input.id, words.tooMany];
    let together = 0;
    for (const { input, file } of files) {
      together += file.size;
      const photo = file.type.startsWith("image/") || input.id.startsWith("foto");
      if (file.size > Number(photo ? words.largestPhoto : words.largestFile) || together > Number(words.largestAll)) return [input.id, photo ? words.photoTooLarge : words.fileTooLarge];
    }
    return null;
  };

  const empty = () => {
    form.elements.kenmerk.value = crypto.randomUUID();
    field.value = "";
    for (const input of [...inputs, ...box.querySelectorAll("[data-describe] input")]) input.value = "";
    box.open = false;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    page.replies.clear();
    page.drafts.sent();
    arrange();
    field.focus();
  };

  const done = request => {
    busy = false;
    form.removeAttribute("aria-busy");
    const answer = request.status === 200 || request.status === 422 ? JSON.parse(request.responseText) : {};
    unsent = request.status !== 200;
    if (request.status === 200) {
      empty();
      page.say(texts.sent);
    } else if (request.status === 422) {
      if (answer.again) form.elements.kenmerk.value = crypto.randomUUID();
      explain(answer.field, answer.error);
    } else if (request.status === 401 || request.status === 400) page.say(texts.signedOut);
    else if (request.status === 403 || request.status === 404) page.say(texts.noLonger);
    else page.say(words.notSent);
  };

  const send = () => {
    busy = true;
    unsent = true;
    form.setAttribute("aria-busy", "true");
    form.elements.gezien.value = page.newest();
    const request = new XMLHttpRequest();
    let told = -1;
    request.upload.addEventListener("progress", event => {
      const step = event.lengthComputable ? Math.floor(100 * event.loaded / event.total / stepPercent) * stepPercent : 0;
      if (step === told) return;
      told = step;
      page.say(step >= 100 ? words.working : words.part.replace("{0}", step));
    });
    request.addEventListener("load", () => done(request));
    for (const name of ["error", "abort", "timeout"]) {
      request.addEventListener(name, () => {
        busy = false;
        form.removeAttribute("aria-busy");
        page.say(words.notSent);
      });
    }
    request.open("POST", `${page.path}/bericht`);
    request.send(new FormData(form));
    page.say(words.part.replace("{0}", 0));
  };

  form.addEventListener("submit", event => {
    if (event.submitter && event.submitter.value !== "verstuur") return;
    const files = chosen();
    if (files.length === 0) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (busy) return;
    forget();
    const fault = tooMuch(files);
    if (fault) explain(...fault);
    else send();
  });
  box.addEventListener("change", () => {
    forget();
    arrange();
  });
  addEventListener("beforeunload", event => {
    if (busy || (unsent && chosen().length > 0)) event.preventDefault();
  });
  arrange();
};
