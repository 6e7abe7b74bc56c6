// Has the worker that keeps the site, and offers a newer version once it is there whole. Where there
// are no workers, or they are refused, the site is as it is without.
const { lang, dataset: { base } } = document.documentElement;
const workers = navigator.serviceWorker;
// A tab that is looked at again after so long asks whether there is a newer version.
const STALE_MS = 3_600_000;

const button = (text, act) => {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "quiet";
  made.textContent = text;
  made.addEventListener("click", act);
  return made;
};

const accept = ({ waiting }) => {
  if (!waiting) return location.reload();
  waiting.addEventListener("statechange", () => waiting.state === "activated" && location.reload());
  waiting.postMessage("take over");
};

const offer = async (registration) => {
  const { texts } = await (await fetch(`${base}offline/${lang}.json`)).json();
  if (!registration.waiting || document.querySelector("[data-update]")) return;
  const notice = document.createElement("aside");
  const text = document.createElement("p");
  notice.className = "notice";
  notice.dataset.update = "";
  text.setAttribute("role", "status");
  notice.append(text, button(texts.accept, () => accept(registration)), " ", button(texts.later, () => notice.remove()));
  document.body.append(notice);
  // A status is read out when its text comes, not when it is there from the beginning.
  text.textContent = texts.offer;
};

const follow = (registration) => {
  // Without an active version this one is the first, of which there is nothing to say.
  const look = () => registration.waiting && registration.active && offer(registration).catch(() => undefined);
  const watch = () => registration.installing?.addEventListener("statechange", look);
  let asked = Date.now();
  registration.addEventListener("updatefound", watch);
  document.addEventListener("visibilitychange", () => {
    if (document.hidden || Date.now() - asked < STALE_MS) return;
    asked = Date.now();
    registration.update().catch(() => undefined);
  });
  watch();
  look();
};

// Where a page asks for Trusted Types, this one address may become a script.
const address = () => `${base}sw.js`;
const worker = () => self.trustedTypes?.createPolicy("worker", { createScriptURL: address }).createScriptURL("") ?? address();
const had = async () => (navigator.connection?.saveData ? workers.getRegistration(base) : workers.register(worker()));
workers && had().then((registration) => registration && follow(registration)).catch(() => undefined);
