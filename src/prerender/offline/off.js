// Put in the place of sw.js, this ends the worker and removes what it has kept.
const clear = async () => {
  for (const name of await caches.keys()) {
    if (name.startsWith(`learning-cities ${registration.scope} `)) await caches.delete(name);
  }
};
// It never takes over: a browser may put that off for as long as a page is open. The end of the
// registration waits for this event, so this event does not wait for it.
addEventListener("install", (event) => {
  // The worker that goes may be in the midst of keeping something.
  registration.active?.postMessage("end");
  event.waitUntil(clear());
  registration.unregister().then(clear);
});
