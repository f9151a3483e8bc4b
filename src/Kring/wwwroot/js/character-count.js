const say = (message, texts) => {
  const { over, amount } = message;
  if (amount === 1) return over ? texts.overOne : texts.leftOne;
  return (over ? texts.over : texts.left).replace("{0}", amount.toLocaleString(document.documentElement.lang));
};

for (const group of document.querySelectorAll("[data-character-count]")) {
  const max = Number(group.dataset.characterCount);
  const field = group.querySelector("textarea");
  const count = group.querySelector("[data-count]");
  const spoken = group.querySelector("[data-count-spoken]");
  if (!max || !field || !count) continue;
  let speak;

  const update = () => {
    const left = max - field.value.length;
    const text = say({ over: left < 0, amount: Math.abs(left) }, count.dataset);
    count.textContent = text;
    count.classList.toggle("govuk-character-count__message--over", left < 0);
    clearTimeout(speak);
    // Only near the end, and only in a pause: a reader who listens is not interrupted at every key.
    if (left < max / 10) speak = setTimeout(() => { spoken.textContent = text; }, 1000);
  };

  field.addEventListener("input", update);
  addEventListener("pageshow", update);
  update();
}
