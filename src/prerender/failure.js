const page = document.documentElement.dataset;
const stop = (event) => event.stopImmediatePropagation();
self.fail = (reason) => {
  const detail = document.querySelector("[data-detail]");
  if (page.app !== "failed") {
    self.endPlainSearch?.();
    if (page.app === "ready") {
      for (const part of document.querySelectorAll(".view-part, .panels")) part.replaceChildren();
      restore();
    }
    page.app = "failed";
    detail.value = [location.href, page.version, navigator.userAgent, ""].join("\n");
    detail.closest("details").hidden = false;
    for (const kind of ["click", "input", "change", "keydown", "pointerdown", "wheel"]) addEventListener(kind, stop, true);
    addEventListener("popstate", () => location.reload(), true);
  }
  detail.value += `${reason}\n`;
  console.error(reason);
};
for (const kind of ["error", "unhandledrejection"]) addEventListener(kind, (event) => {
  const reason = event.error ?? event.reason;
  if (/wasm/.test(reason?.stack)) self.fail(reason);
});
addEventListener("error", ({ target }) => {
  if (target.closest?.(".map")) page.incomplete = "";
}, true);
addEventListener("click", async (event) => {
  if (!event.target.closest("[data-retry]")) return;
  event.preventDefault();
  const names = [...parts, ...performance.getEntriesByType("resource").map(({ name }) => name)];
  await Promise.allSettled(names.map((name) => fetch(name, { cache: "reload" })));
  location.reload();
}, true);
