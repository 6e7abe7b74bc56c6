// The page itself; `cities`, `schema` and `give` come from the build and from the page's first script.
const MOST_BYTES = 5_000_000;
const DEEPEST = 20;
const KEPT = "learning-cities preview";
const BETWEEN = "|";
const candidate = document.querySelector("#candidate");
const told = document.querySelector("[data-told]");
const directory = document.querySelector(".directory");
const listed = (part) => document.querySelector(`[data-part=${part}]`);
let hasBegun = false;

// The address of this page stays, whatever the directory asks of the history.
for (const kind of ["pushState", "replaceState"]) {
  const own = history[kind].bind(history);
  history[kind] = (state, title, address) => own(state, title, address && location.pathname + new URL(address, location).search);
}

const add = (part, text) => {
  const section = listed(part);
  const item = document.createElement("li");
  item.textContent = text;
  section.hidden = false;
  section.querySelector("ul").append(item);
};
self.report = (problem) => add("problems", problem);
const count = (part) => listed(part).querySelectorAll("li").length;

const depthOf = (text) => {
  let depth = 0, most = 0, isText = false;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (isText) {
      if (sign === "\\") at += 1;
      else if (sign === '"') isText = false;
    } else if (sign === '"') isText = true;
    else if (sign === "[" || sign === "{") most = Math.max(most, (depth += 1));
    else if (sign === "]" || sign === "}") depth -= 1;
  }
  return most;
};

const isJson = (text) => /^\s*[[{]/.test(text);

const ofJson = (text) => {
  const depth = depthOf(text);
  if (depth > DEEPEST) throw `It nests ${depth} lists in each other, and a file of cities at most five: another file?`;
  let file;
  try {
    file = JSON.parse(text);
  } catch (error) {
    throw `It is not JSON: ${error.message}. “cargo xtask check” names line, column and cure.`;
  }
  if (Array.isArray(file)) return { cities: file };
  if (!Array.isArray(file.cities)) throw "It has no list “cities”. Take data/cities.json of this site as the model.";
  return file;
};

// RFC 4180; what separates is what stands most often between the headings.
const rowsOf = (text) => {
  const headings = text.split(/\r?\n/, 1)[0];
  const separator = [",", ";", "\t"].sort((a, b) => headings.split(b).length - headings.split(a).length)[0];
  const rows = [];
  let cells = [""], isQuoted = false, line = 1, begun = 1;
  const end = () => {
    if (cells.some((cell) => cell.trim())) rows.push({ line: begun, cells });
    cells = [""];
    begun = line;
  };
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (sign === "\n") line += 1;
    if (isQuoted) {
      if (sign !== '"') cells.push(cells.pop() + sign);
      else if (text[at + 1] === '"') {
        cells.push(cells.pop() + '"');
        at += 1;
      } else isQuoted = false;
    } else if (sign === '"' && !cells.at(-1)) isQuoted = true;
    else if (sign === separator) cells.push("");
    else if (sign === "\n") end();
    else if (sign !== "\r") cells.push(cells.pop() + sign);
  }
  end();
  return rows;
};

const guarded = (text) => (/^[=+\-@\t\r']/.test(text) ? `'${text}` : text);
const unguarded = (text) => (/^'[=+\-@\t\r']/.test(text) ? text.slice(1) : text);
const written = (value) => {
  if (value === undefined || value === null) return "";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (Array.isArray(value)) return guarded(value.map((part) => String(part).replace(/[\\|]/g, "\\$&")).join(BETWEEN));
  return typeof value === "string" ? guarded(value) : String(value);
};
const valuesOf = (text) => text.match(/(?:\\.|[^\\|])+/g)?.map((part) => part.trim().replace(/\\(.)/g, "$1")) ?? [];
const WHOLE = [(text) => /^-?\d+$/.test(text) && Number(text), "a whole number in digits, without separators"];
const KINDS = {
  string: [(text) => unguarded(text), ""],
  integer: WHOLE,
  number: [(text) => /^-?\d+([.,]\d+)?$/.test(text) && Number(text.replace(",", ".")), "degrees as a number, such as 32.0617 or -9.5982"],
  boolean: [(text) => ({ yes: { is: true }, true: { is: true }, no: { is: false }, false: { is: false } })[text.toLowerCase()], "yes or no"],
  array: [(text) => valuesOf(unguarded(text)), ""],
};
const kindOf = ({ city, ...others }, field) => {
  const { type, $ref } = city.properties[field];
  return type ?? others[$ref?.split("/").pop()]?.type ?? "string";
};

const ofTable = (text, now, schema) => {
  const [headings, ...rows] = rowsOf(text);
  const fields = schema.$defs.city.properties;
  const names = headings.cells.map((heading) => heading.trim());
  const known = names.map((name) => (name.startsWith("names.") ? "names" : name) in fields);
  if (!names.includes("slug")) throw "It is neither JSON nor a table with a column “slug”, as “cargo xtask data export” writes it.";
  names.forEach((name, at) => known[at] || self.report(`column “${name}”: no such field; it is left out`));
  const before = new Map(now.cities.map((record) => [record.slug, record]));
  const cities = rows.map(({ line, cells }) => {
    const slug = (cells[names.indexOf("slug")] ?? "").trim();
    const record = structuredClone(before.get(slug) ?? {});
    names.forEach((name, at) => {
      const cell = cells[at] ?? "";
      const [field, language] = name.split(".");
      const place = language ? (record.names ??= {}) : record;
      const key = language ?? field;
      if (!known[at] || cell === written(place[key])) return;
      if (!cell.trim()) return void delete place[key];
      const kind = language ? "string" : kindOf(schema.$defs, field);
      const [read, expected] = KINDS[kind] ?? KINDS.string;
      const list = kind === "array" && fields[field].items;
      const isWhole = list && (list.type ?? schema.$defs[list.$ref?.split("/").pop()]?.type) === "integer";
      let value = read(kind === "string" || kind === "array" ? cell : cell.trim());
      if (kind === "boolean") value = value?.is;
      if (isWhole) value = value.every((part) => WHOLE[0](part) !== false) ? value.map(Number) : false;
      if (value === undefined || value === false && kind !== "boolean") {
        self.report(`line ${line} (${slug}), ${name}: found “${cell}”, expected ${isWhole ? WHOLE[1] : expected}; it stays as it was`);
      } else place[key] = value;
    });
    if (record.names && !Object.keys(record.names).length) delete record.names;
    return record;
  });
  return { ...now, cities };
};

const shown = (value) => (value === undefined || value === null ? "nothing" : JSON.stringify(value));
// Whatever the order in which an object names its parts.
const ordered = (key, value) => (value instanceof Object && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).sort()) : value);
const differs = (a, b) => JSON.stringify(a, ordered) !== JSON.stringify(b, ordered);
const differences = (now, then) => {
  const old = new Map(now.cities.map((record) => [record.slug, record]));
  const fresh = new Map(then.cities.map((record) => [record?.slug, record]));
  const lines = [];
  const counts = { added: 0, left: 0, changed: 0 };
  for (const [slug, record] of fresh) {
    const before = old.get(slug);
    if (!before) {
      counts.added += 1;
      lines.push(`added: ${slug} (${record?.name ?? "without a name"})`);
      continue;
    }
    const keys = new Set([...Object.keys(before), ...Object.keys(record)]);
    const changed = [...keys].filter((key) => differs(before[key], record[key]));
    if (changed.length) counts.changed += 1;
    for (const key of changed) lines.push(`changed: ${slug}, ${key}: ${shown(before[key])} becomes ${shown(record[key])}`);
  }
  for (const slug of old.keys()) {
    if (fresh.has(slug)) continue;
    counts.left += 1;
    lines.push(`left out: ${slug}`);
  }
  return { lines, said: `${counts.added} added, ${counts.changed} changed, ${counts.left} left out` };
};

const fetched = async (address) => (await fetch(address)).json();
const problems = () => `${count("problems") || "No"} problem${count("problems") === 1 ? "" : "s"}`;

const show = async ({ name, text }) => {
  const [now, schema] = await Promise.all([fetched(cities), fetched(model)]);
  const isTable = !isJson(text);
  const then = isTable ? ofTable(text, now, schema) : ofJson(text);
  // The program counts the lines of what it is given, which is not the table.
  if (isTable) self.report = (problem) => add("problems", problem.replace(/, line \d+/, ""));
  const { lines, said } = differences(now, then);
  lines.forEach((line) => add("difference", line));
  const end = new MutationObserver(() => {
    const hasFailed = page.app === "failed";
    if (hasFailed) {
      sessionStorage.removeItem(KEPT);
      self.report(document.querySelector("[data-detail]").value.split("\n").slice(3).join(" ").trim());
    }
    directory.hidden = hasFailed;
    told.textContent = `“${name}”: ${problems()}. Against what is published: ${said}. ${hasFailed ? "Not one record can be shown." : "Below is the directory with it."}`;
    end.disconnect();
  });
  end.observe(document.documentElement, { attributeFilter: ["data-app"] });
  give(new Response(isTable ? JSON.stringify(then) : text));
};

const textOf = async (file) => {
  if (file.size > MOST_BYTES) throw `It has ${(file.size / 1e6).toFixed(1)} MB, and a directory that phones can read at most 5: another file?`;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(await file.arrayBuffer());
  } catch {
    throw "It is not a text in UTF-8. Save it as “UTF-8”, from Excel as “CSV UTF-8”.";
  }
};

const take = async (file) => {
  if (!file) return;
  try {
    const given = { name: file.name, text: await textOf(file) };
    if (isJson(given.text)) ofJson(given.text);
    else if (!/\bslug\b/.test(given.text.split("\n", 1)[0])) ofTable(given.text, { cities: [] }, { $defs: { city: { properties: {} } } });
    try {
      sessionStorage.setItem(KEPT, JSON.stringify(given));
      if (hasBegun) return location.reload();
    } catch {
      if (hasBegun) throw "This browser keeps no file of that size. Load this page again, then choose it anew.";
    }
    hasBegun = true;
    await show(given);
  } catch (reason) {
    told.textContent = `“${file.name}” is not taken. ${reason}`;
  }
  candidate.value = "";
};

// Before those that a program which has stopped is kept from.
addEventListener("change", ({ target }) => target === candidate && take(candidate.files[0]), true);
addEventListener("dragover", (event) => event.preventDefault());
addEventListener("drop", (event) => {
  event.preventDefault();
  take(event.dataTransfer.files[0]);
});
let kept;
try {
  kept = JSON.parse(sessionStorage.getItem(KEPT));
} catch {
  kept = undefined;
}
if (kept) {
  hasBegun = true;
  show(kept).catch((reason) => { told.textContent = `“${kept.name}” is not taken. ${reason}`; });
}
