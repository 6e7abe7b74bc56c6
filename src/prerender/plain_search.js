const box = document.querySelector("main input[type=search]");
const list = document.querySelector(".city-list");
const status = document.querySelector("main [role=status]");
const rows = [...list.children];
const said = status.textContent;
const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
let texts;
const search = () => {
  texts ??= new Map(rows.map((row) => [row, fold([...row.children].slice(0, -1).map((part) => part.textContent).join(" "))]));
  const whole = fold(box.value).trim();
  const words = whole.split(/\s+/).filter(Boolean);
  const found = rows.filter((row) => words.every((word) => texts.get(row).includes(word)));
  const begins = (row) => texts.get(row).startsWith(whole);
  found.sort((a, b) => begins(b) - begins(a));
  list.replaceChildren(...found);
  status.textContent = words.length ? box.dataset.found.replace("{count}", found.length) : said;
};
box.addEventListener("input", search);
const restore = () => {
  list.hidden = false;
  list.replaceChildren(...rows);
  status.textContent = said;
};
self.endPlainSearch = () => {
  delete self.endPlainSearch;
  box.removeEventListener("input", search);
  if (texts) restore();
};
if (box.value) search();
