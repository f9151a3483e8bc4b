// Browsers that do not let a text field grow by themselves.
export const growWithText = field => {
  if (CSS.supports("field-sizing", "content")) return;
  const grow = () => {
    field.style.height = "auto";
    field.style.height = `${Math.min(field.scrollHeight + 4, innerHeight * 0.4)}px`;
  };
  field.addEventListener("input", grow);
  grow();
};
