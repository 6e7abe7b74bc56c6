// One version of the site, kept whole on the reader's device. Before these lines the build writes
// VERSION, its name, and LISTS, the hash of each list of its files. A file is known by its key, its
// address below the site's folder. Whatever is given out has been held against its hash, so files of
// two versions never meet; where storage or lists fail, the site is as it is without a worker.
const SCOPE = registration.scope;
const PREFIX = `learning-cities ${SCOPE} `;
const NAME = PREFIX + VERSION;
// Addresses that name their content: a hash in the name, or the version of the data.
const NAMED = /[-=][0-9a-f]{10,}/;
// So many of the pages seen last are taken along into a new version.
const SEEN = 50;
const FIRST = "en";
const SHARED = "shared";

const lists = {};
// The file that ends it has come: nothing is kept any more, though a page may still be open.
let ended = false;
// Pages that came from the host just now, which may have a newer version.
const fresh = new Set();

const keyOf = (address) => address.slice(SCOPE.length).split("#")[0];
const pageOf = (address) => keyOf(address).split("?")[0].replace(/(^|\/)index\.html$/, "$1");
const listOf = (name) => `offline/${name}.json`;
const LISTED = Object.fromEntries(Object.entries(LISTS).map(([name, hash]) => [listOf(name), hash]));
const languageOf = (key) => {
  const tag = key.split("/")[0];
  return Object.hasOwn(LISTS, tag) ? tag : FIRST;
};
const saves = () => navigator.connection?.saveData;

const digest = async (bytes) => {
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return btoa(String.fromCharCode(...hash.subarray(0, 9)));
};

const checked = async (response, hash) => {
  if (!response?.ok) return undefined;
  const bytes = await response.arrayBuffer();
  return (await digest(bytes)) === hash ? new Response(bytes, { headers: response.headers }) : undefined;
};

const store = async () => {
  if (ended) throw new Error("the worker has been ended");
  return caches.open(NAME);
};

// From the cache of this version. What is damaged there is as good as missing.
const kept = async (key, hash) => {
  try {
    return await checked(await (await store()).match(SCOPE + key), hash);
  } catch {
    return undefined;
  }
};

// Whether there was room.
const keep = async (key, response) => {
  try {
    await (await store()).put(SCOPE + key, response.clone());
    return true;
  } catch {
    return false;
  }
};

const elsewhere = (address) => caches.match(address).catch(() => undefined);

// The very bytes, from another version, from what the browser has fetched before, or from the host.
const obtained = async (key, hash) => {
  const address = SCOPE + key;
  const found = await checked(await elsewhere(address), hash);
  if (found) return found;
  // Whoever has changed a file by hand has not made a version: the first of all is not tried twice.
  const ways = registration.active || !NAMED.test(key) ? ["force-cache", "reload"] : ["force-cache"];
  for (const cache of ways) {
    const response = await checked(await fetch(address, { cache }), hash);
    if (response) return response;
  }
  throw new Error(`${key} is of another version`);
};

const have = async (key, hash) => {
  const found = await kept(key, hash);
  if (found) return found;
  const response = await obtained(key, hash);
  await keep(key, response);
  return response;
};

const list = (name) => {
  lists[name] ??= have(listOf(name), LISTS[name]).then((response) => response.json());
  lists[name].catch(() => delete lists[name]);
  return lists[name];
};

const hashOf = async (key) => {
  if (Object.hasOwn(LISTED, key)) return LISTED[key];
  for (const name of [SHARED, languageOf(key)]) {
    const { ready, seen } = await list(name);
    const hash = ready[key] ?? seen[key];
    if (hash) return hash;
  }
  return undefined;
};

const keysIn = async (cache) => (await cache.keys()).map(({ url }) => keyOf(url));
const keysHere = async () => keysIn(await store());

// What any version has kept so far.
const keysBefore = async () => {
  const names = (await caches.keys()).filter((name) => name.startsWith(PREFIX));
  return (await Promise.all(names.map(async (name) => keysIn(await caches.open(name))))).flat();
};

// Fetches what must be there without a connection, and pages seen before; false where there is no room.
const fill = async (languages, pages = []) => {
  const there = await keysHere().catch(() => undefined);
  if (!there) return false;
  const wanted = {};
  for (const name of [SHARED, ...languages]) {
    Object.assign(wanted, { [listOf(name)]: LISTS[name] }, (await list(name)).ready);
  }
  for (const key of pages) wanted[key] ??= await hashOf(key);
  for (const key in wanted) {
    if (!wanted[key] || there.includes(key)) continue;
    if (!(await keep(key, await obtained(key, wanted[key])))) return false;
  }
  return true;
};

const refill = (key) => saves() || fill([languageOf(key)]).catch(() => false);

const install = async () => {
  if (saves()) return;
  const open = await clients.matchAll({ type: "window", includeUncontrolled: true });
  const pages = open.map((client) => pageOf(client.url));
  const before = await keysBefore().catch(() => []);
  const languages = new Set(pages.map(languageOf));
  for (const name in LISTS) if (name !== SHARED && before.includes(listOf(name))) languages.add(name);
  if (await fill(languages, [...before, ...pages].filter((key) => !key.includes("?")).slice(-SEEN))) return;
  // No room. A first version is given up. A later one takes over with an empty cache, which makes
  // room: else the reader would be left with an old one for ever.
  await caches.delete(NAME).catch(() => false);
  if (!registration.active) throw new Error("no room for the site");
};

const activate = async () => {
  const open = await clients.matchAll({ type: "window", includeUncontrolled: true });
  // Another tab may show the version before, and go on asking for its files.
  if (open.length > 1) return;
  for (const name of await caches.keys()) {
    if (name.startsWith(PREFIX) && name !== NAME) await caches.delete(name);
  }
};

const remember = async (key, hash, response) => {
  const good = await checked(response, hash);
  if (good) await keep(key, good);
  else if (response.ok) await registration.update().catch(() => undefined);
  await refill(key);
};

// In the language asked for, or else in one that is kept.
const notKept = async (key) => {
  const there = await keysHere().catch(() => []);
  const read = navigator.languages.map((tag) => tag.slice(0, 2));
  const languages = [languageOf(key), ...read, ...Object.keys(LISTS)].filter((name) => there.includes(listOf(name)));
  for (const language of languages) {
    const page = language === FIRST ? "offline.html" : `${language}/offline.html`;
    const found = await kept(page, await hashOf(page).catch(() => undefined));
    if (found) return new Response(found.body, { status: 503, headers: found.headers });
  }
  return Response.error();
};

const page = async (event) => {
  const { request } = event;
  const key = pageOf(request.url);
  const [hash, folder] = await Promise.all([hashOf(key), hashOf(`${key}/`)]).catch(() => []);
  const found = hash && (await kept(key, hash));
  if (found) {
    event.waitUntil(refill(key));
    return found;
  }
  if (folder) return Response.redirect(`${SCOPE}${key}/${new URL(request.url).search}`);
  try {
    const response = await fetch(request);
    fresh.add(event.resultingClientId);
    if (hash) event.waitUntil(remember(key, hash, response.clone()));
    return response;
  } catch {
    return notKept(key);
  }
};

const part = async ({ request, clientId }) => {
  const key = keyOf(request.url);
  const isNamed = NAMED.test(key);
  if (fresh.has(clientId) && !isNamed) return fetch(request);
  const hash = await hashOf(key).catch(() => undefined);
  if (hash) return have(key, hash);
  // A tab of the version before.
  return (isNamed && (await elsewhere(request.url))) || fetch(request);
};

addEventListener("install", (event) => event.waitUntil(install()));
addEventListener("activate", (event) => event.waitUntil(activate()));
// The reader has taken up the offer, or the file that ends it has come.
addEventListener("message", ({ data }) => {
  ended = data === "end";
  ended ? caches.delete(NAME) : skipWaiting();
});
addEventListener("fetch", (event) => {
  const { request } = event;
  if (ended || request.method !== "GET" || !request.url.startsWith(SCOPE) || request.headers.has("range")) return;
  event.respondWith(request.mode === "navigate" ? page(event) : part(event));
});
