// Puts a "Lees voor" button above texts with data-read-aloud, where the browser has a voice.
const lines = element => element.innerText.split(/\n+/).map(line => line.trim()).filter(Boolean);

if ("speechSynthesis" in window) {
  for (const part of document.querySelectorAll("[data-read-aloud]")) {
    const { start, stop } = part.dataset;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button button--secondary read-aloud__button";
    button.textContent = start;
    part.prepend(button);

    const done = () => { button.textContent = start; };
    button.addEventListener("click", () => {
      const speaking = button.textContent === stop;
      speechSynthesis.cancel();
      done();
      if (speaking) return;
      const words = lines(part).filter(line => line !== start);
      const lang = part.closest("[lang]").lang;
      words.forEach((line, index) => {
        const utterance = new SpeechSynthesisUtterance(line);
        utterance.lang = lang === "nl" ? "nl-NL" : "en-GB";
        if (index === words.length - 1) utterance.onend = done;
        speechSynthesis.speak(utterance);
      });
      button.textContent = stop;
    });
  }
  addEventListener("pagehide", () => speechSynthesis.cancel());
}
