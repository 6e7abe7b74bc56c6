// Put in the place of sw.js, this ends the worker and removes what it has kept.
const end = async () => {
  for (const name of await caches.keys()) {
    if (name.startsWith(`learning-cities ${registration.scope} `)) await caches.delete(name);
  }
  await registration.unregister();
};
addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(end()));
