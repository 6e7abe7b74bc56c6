// Stands in the page before its own scripts and takes the time of one interaction after the other.
//
// The clock starts in a capturing listener on the window, the first to see the event. `dom` ends at
// the last mutation, so it is computing and writing; `paint` ends at the second frame after it, when
// the frame with the results is surely produced. An interaction is over after so many looks in a row
// without anything new: looks, not milliseconds, so that a blocked page cannot end it early.
(settings => {
  const LOOKS = 8, BETWEEN_MS = 10, PATIENCE_MS = 5000, STARTING_MS = 5;
  const twoFramesOn = act => requestAnimationFrame(() => requestAnimationFrame(act));
  const box = () => document.querySelector('input[type=search]');
  const rows = () => [...document.querySelectorAll('[data-city], a[href*="/cities/"]')].filter(row => !row.closest('svg'));
  const slug = row => row.dataset.city ?? new URL(row.href).pathname.split('/').filter(Boolean).pop();
  const counts = number => [...document.querySelectorAll('[role=status]')]
    .some(status => status.textContent.replace(/[^0-9]/g, '').includes(String(number)));

  let awaited = null, run = null, news = 0, late = 0;

  const begin = event => {
    if (!awaited?.includes(event.type)) return;
    awaited = null;
    news++;
    const own = run = { began: performance.now(), mutated: null, painted: null, framed: null, over: false };
    twoFramesOn(() => { own.framed = performance.now(); news++; });
  };
  for (const type of ['input', 'change', 'click']) addEventListener(type, begin, true);

  // What a reader types into the box himself is no answer, and neither is a title.
  const isAnswer = ({ target }) => target !== box() && document.body.contains(target);
  const mutated = changes => {
    if (!run || !changes.some(isAnswer)) return;
    if (run.over) { late++; return; }
    const own = run, now = own.mutated = performance.now();
    own.painted = null;
    news++;
    twoFramesOn(() => { if (own.mutated === now) { own.painted = performance.now(); news++; } });
  };
  new MutationObserver(mutated).observe(document, { subtree: true, childList: true, characterData: true, attributes: true });

  const settled = () => new Promise((resolve, reject) => {
    const asked = performance.now();
    let seen = news, quiet = 0;
    const look = () => {
      if (awaited || !run) {
        if (performance.now() - asked > PATIENCE_MS) { awaited = null; reject(new Error('the page saw no such event')); return; }
      } else if (news !== seen || run.framed === null || (run.mutated !== null && run.painted === null)) {
        seen = news;
        quiet = 0;
      } else if (++quiet >= LOOKS) {
        run.over = true;
        const since = end => end === null ? null : end - run.began;
        resolve({ dom: since(run.mutated), paint: since(run.painted ?? run.framed) });
        return;
      }
      setTimeout(look, BETWEEN_MS);
    };
    look();
  });

  const memories = new Set();
  const remember = result => {
    for (const value of Object.values((result.instance ?? result).exports ?? {})) {
      if (value instanceof WebAssembly.Memory) memories.add(value);
    }
    return result;
  };
  for (const name of ['instantiate', 'instantiateStreaming']) {
    const original = WebAssembly[name];
    WebAssembly[name] = (...given) => original.apply(WebAssembly, given).then(remember);
  }

  const gauge = {
    live: null,
    expect: events => { awaited = events; },
    settled,
    late: () => late,
    top: () => [...new Set(rows().map(slug))].slice(0, 5),
    wasmBytes: () => [...memories].reduce((sum, memory) => sum + memory.buffer.byteLength, 0),
    shown: selector => [...document.querySelectorAll(selector)].flatMap((element, place) =>
      element.checkVisibility({ visibilityProperty: true }) && !element.disabled ? [place] : []),
  };
  Object.defineProperty(window, 'gauge', { value: gauge });

  const wait = () => {
    const state = document.documentElement?.dataset.app ?? 'ready';
    if (state === 'ready' && box() && counts(settings.records) && rows().length > 0) gauge.live = performance.now();
    else setTimeout(wait, STARTING_MS);
  };
  wait();
})
