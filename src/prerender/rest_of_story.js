// Lays out what the first paint did not wait for, part by part, once it is there: find-in-page, the
// scroll bar and pictures of the whole page have all of it.
const rest = [...document.querySelectorAll(".fact-box, .story-part")];
const layOut = () => {
  const part = rest.shift();
  if (!part) return;
  part.dataset.laidOut = "";
  setTimeout(layOut);
};
requestAnimationFrame(() => setTimeout(layOut));
