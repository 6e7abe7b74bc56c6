const told = document.querySelector(".told");
const copy = async (text) => {
  try {
    await navigator.clipboard.writeText(text);
    told.textContent = told.dataset.copied.replace("{text}", text);
  } catch {
    prompt(told.dataset.copied.replace("{text}", ""), text);
  }
};
document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-copy]");
  const anchor = event.target.closest(".anchor");
  if (button) copy(button.dataset.copy);
  if (anchor) copy(anchor.href);
});
const share = document.querySelector("[data-share]");
if (navigator.share) {
  share.hidden = false;
  share.addEventListener("click", () => navigator.share({ title: document.title, url: document.querySelector("link[rel=canonical]").href }).catch(() => 0));
}
