// A report's page: entries light what stands in the text and the other way round; layers, marking and coding by key.

import { isField, tell } from "./desk.js";
import { Marking } from "./marking.js";

const page = document.querySelector("[data-report]");
const words = page.querySelector(".words");
const entries = [...page.querySelectorAll("[data-entry]")];
const entryOf = new Map();
for (const entry of entries) for (const mark of marksOf(entry)) if (!entryOf.has(mark)) entryOf.set(mark, entry);

const address = page.dataset.value;
const calm = matchMedia("(prefers-reduced-motion: reduce)");

// Layers: chosen once for all reports.
const boxes = [...page.querySelectorAll("[data-layer]")];
const hidden = new Set((localStorage.getItem("layers hidden") ?? "").split(" "));
for (const box of boxes) {
  box.checked = !hidden.has(box.dataset.layer);
  box.addEventListener("change", () => {
    localStorage.setItem("layers hidden", boxes.filter((each) => !each.checked).map((each) => each.dataset.layer).join(" "));
  });
}

// What is lit.
function marksOf(entry) {
  return entry.dataset.marks.split(" ").filter(Boolean);
}

function segmentsOf(marks) {
  return marks.flatMap((mark) => [...words.querySelectorAll(`[data-m~="${CSS.escape(mark)}"]`)]);
}

function unlight() {
  for (const lit of page.querySelectorAll(".lit")) lit.classList.remove("lit");
}

function light(marks) {
  unlight();
  const segments = segmentsOf(marks);
  for (const segment of segments) segment.classList.add("lit");
  return segments;
}

function show(entry) {
  const [first] = light(marksOf(entry));
  first?.scrollIntoView({ block: "center", behavior: calm.matches ? "auto" : "smooth" });
}

function stand(entry) {
  entry.closest("details")?.setAttribute("open", "");
  entry.focus({ preventScroll: true });
  entry.scrollIntoView({ block: "nearest" });
}

for (const entry of entries) {
  entry.addEventListener("focus", () => light(marksOf(entry)));
  entry.addEventListener("mouseenter", () => light(marksOf(entry)));
  entry.querySelector(".spot")?.addEventListener("click", (event) => {
    event.preventDefault();
    stand(entry);
    show(entry);
  });
}

// Of several marks that cover a word, the one that begins last is meant: the innermost.
function innermost(segment) {
  return segment.dataset.m.split(" ").reverse().find((mark) => entryOf.has(mark));
}

words.addEventListener("mouseover", (event) => {
  const segment = event.target.closest("[data-m]");
  for (const lit of page.querySelectorAll(".read .lit")) lit.classList.remove("lit");
  if (!segment) return;
  for (const mark of segment.dataset.m.split(" ")) entryOf.get(mark)?.classList.add("lit");
});

words.addEventListener("click", (event) => {
  const segment = event.target.closest("[data-m]");
  if (!segment || !getSelection().isCollapsed) return;
  const mark = innermost(segment);
  if (mark) stand(entryOf.get(mark));
});

for (const voice of page.querySelectorAll("[data-voice]")) {
  voice.addEventListener("focus", () => light([voice.dataset.voice]));
  voice.addEventListener("mouseenter", () => light([voice.dataset.voice]));
}

// Forms: loaded beside the text, and by themselves where this fails.
const form = document.getElementById("form");

async function load(target, field) {
  const answer = await fetch(target, { headers: { "HX-Request": "true" } });
  if (!answer.ok) return location.assign(target);
  put(await answer.text(), field);
}

/** Show a form, and stand in the field of that name, else in the first that is to be filled in. */
function put(html, field) {
  form.innerHTML = html;
  form.querySelector("title")?.remove();
  form.scrollIntoView({ block: "nearest" });
  const first = (field && form.querySelector(`[data-choose] [name=${field}]`)) ?? form.querySelector("[data-first]");
  (first ?? form.querySelector("[name=name], [name=why]"))?.focus();
}

function leave() {
  const filling = form.hasChildNodes();
  form.replaceChildren();
  marking.stop();
  if (filling) current()?.focus();
}

page.addEventListener("click", (event) => {
  const link = event.target.closest("[data-form], [data-close]");
  if (!link || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  if (link.matches("[data-form]")) return load(link.href);
  leave();
});

form.addEventListener("change", (event) => {
  if (event.target.closest("[data-choose]")) event.target.form.requestSubmit();
});

form.addEventListener("submit", async (event) => {
  if (event.target.method === "get") {
    event.preventDefault();
    const chosen = event.target.matches("[data-choose]") ? document.activeElement.name : null;
    return load(`${event.target.getAttribute("action")}?${new URLSearchParams(new FormData(event.target))}`, chosen);
  }
  event.preventDefault();
  say(new URLSearchParams(new FormData(event.target, event.submitter)));
});

/** Say what a value is; where that cannot be, the form says why, with what was filled in. */
async function say(filled) {
  const headers = { Accept: "application/json", "HX-Request": "true", "X-CSRF-Token": document.body.dataset.csrf };
  const answer = await fetch(address, { method: "POST", body: filled, headers }).catch(() => null);
  if (!answer) return tell("The desk cannot be reached; nothing was decided. Try again.", true);
  if (!answer.headers.get("content-type").includes("json")) return put(await answer.text());
  const said = await answer.json();
  if (said.error) return tell(said.error.message, true);
  const at = ["ref", "account", "attribute"].map((name) => filled.get(name)).filter(Boolean).join(".");
  const there = new URL(location.href);
  there.searchParams.set("done", said.number);
  there.hash = `e-${at}`;
  location.assign(there);
}

function decide(entry, what) {
  const { ref, account, attribute, now } = entry.dataset;
  say(new URLSearchParams({ ref, account, attribute, former: now, do: what }));
}

function correct(entry) {
  const link = entry.querySelector("[data-form]");
  if (link) load(link.href);
}

// Marking a span: by mouse selection, or moved by keys.
const marking = new Marking(words, (start, end) => {
  const of = current()?.dataset.ref;
  load(`${address}?${new URLSearchParams({ span: `${start}-${end}`, ...(of && { ref: of }) })}`);
});

function current() {
  return entries.find((entry) => entry === document.activeElement || entry.contains(document.activeElement)) ?? last;
}

let last = null;
for (const entry of entries) entry.addEventListener("focusin", () => (last = entry));

function step(by) {
  const seen = entries.filter((entry) => entry.offsetParent);
  const place = seen.indexOf(current());
  const next = seen[place < 0 ? (by > 0 ? 0 : seen.length - 1) : Math.min(Math.max(place + by, 0), seen.length - 1)];
  if (next) stand(next);
}

const DO = {
  j: () => step(1),
  k: () => step(-1),
  e: () => current() && show(current()),
  Enter: (event) => event.target.matches("[data-entry]") && show(event.target),
  c: () => current() && correct(current()),
  y: () => current()?.dataset.attribute && decide(current(), "confirm"),
  n: () => current()?.dataset.attribute && decide(current(), "none"),
  m: () => address && marking.start(current() && segmentsOf(marksOf(current()))[0]),
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
  if (event.key === "Escape") return leave();
  if (isField(event.target) || marking.on || document.querySelector("dialog[open]")) return;
  const layer = boxes[Number(event.key) - 1];
  if (layer) return layer.click();
  if (DO[event.key] && DO[event.key](event) !== false) event.preventDefault();
});

// Where a link led to: an entry, a mark, or a passage.
const there = location.hash ? document.getElementById(decodeURIComponent(location.hash.slice(1))) : null;
if (there?.matches("[data-entry]")) stand(there);
else if (there) there.scrollIntoView({ block: "center" });
