// Asks for what the program needs before the program does, which takes the answers up by their
// addresses. Where a trip to the host takes long, a reader waits for the trips: all is asked for with
// the page. Elsewhere the processor is what is short, and the text is painted first.
self.early = {};
{
  const LONG_TRIP_MS = 125;
  const MOST_WAITED_MS = 1000;
  const ask = () => {
    for (const address of programFiles) (early[address] = fetch(address)).catch(() => 0);
  };
  const [page] = performance.getEntriesByType("navigation");
  // The first handshake is one trip, and has no server's work in it as the first answer has; in QUIC it
  // is the only one. A connection that was there before is that of a page which has fetched the program.
  const { connectStart = 0, connectEnd = 0, secureConnectionStart = 0 } = page ?? {};
  const connectedAt = secureConnectionStart > connectStart ? secureConnectionStart : connectEnd;
  const tripMs = Math.max(navigator.connection?.rtt ?? 0, connectedAt - connectStart);
  const isPaintTold = self.PerformanceObserver?.supportedEntryTypes?.includes("paint");
  self.programAsked = tripMs > LONG_TRIP_MS || document.hidden || !isPaintTold ? Promise.resolve(ask()) : new Promise((resolve) => {
    const see = (entries) => entries.getEntriesByName("first-contentful-paint").length && resolve();
    new PerformanceObserver(see).observe({ type: "paint", buffered: true });
    setTimeout(resolve, MOST_WAITED_MS);
  }).then(ask);
}
