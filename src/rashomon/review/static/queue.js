// The queue: one thing after the other by key. The next is fetched while one is looked at, and a decision is sent while the next is
// shown; what the desk refuses comes back with the reason, and nothing that was typed is lost.

import { inWords, isField, send, tell } from "./desk.js";

const POLL = 5000; // milliseconds between two questions for what others do
const FEW = 4; // lines left when more are fetched
const WRITTEN = `why ${document.querySelector(".queue").dataset.queue}`; // where the reason stands that was written last

const queue = document.querySelector(".queue");
const open = document.getElementById("open");
const list = document.getElementById("lines");
const tab = queue.dataset.queue;
const fetched = new Map(); // key → what the desk gave of it: { html } or { gone }
const answered = new Set();
const done = []; // what can be undone, the last at the end

let line = list.firstElementChild;
let last = queue.dataset.last;
let sending = Promise.resolve();
let going = false; // `g` and a letter lead to another page

const keyOf = (each) => each.dataset.line;
const article = () => open.querySelector("article");
const reasonField = () => open.querySelector("[name=why]");

function fetchItem(each, ahead = false) {
  const key = keyOf(each);
  if (!fetched.has(key)) {
    const address = each.querySelector("a").href + (ahead ? "&ahead=true" : "");
    fetched.set(key, ask(address));
  }
  return fetched.get(key);
}

async function ask(address) {
  try {
    const answer = await fetch(address, { headers: { "HX-Request": "true", Accept: "application/json" } });
    if (answer.ok) return { html: await answer.text() };
    const told = await answer.json().catch(() => null);
    return { gone: told?.error?.message ?? "It cannot be shown.", passing: answer.status >= 500 };
  } catch {
    return { gone: "The desk cannot be reached. Is it still running?", passing: true };
  }
}

/** Show a line's thing; `message` is why it came back, `why` what was typed. */
async function show(each, { message = "", why = "", focus = true, scroll = true } = {}) {
  line = each;
  for (const link of list.querySelectorAll("a[aria-current]")) link.removeAttribute("aria-current");
  if (!each) return nothing();
  const link = each.querySelector("a");
  link.setAttribute("aria-current", "true");
  scrollList(link);
  const slow = setTimeout(() => open.replaceChildren(note(`Opening ${link.querySelector("span").textContent} …`)), 150);
  const found = await fetchItem(each);
  clearTimeout(slow);
  if (line !== each) return;
  if (found.gone) return isGone(each, found);
  open.innerHTML = found.html;
  refuse(message, why);
  if (focus) open.querySelector("h2").focus({ preventScroll: true });
  if (scroll && open.getBoundingClientRect().top < 0) open.scrollIntoView({ block: "start" });
  poll();
  const next = each.nextElementSibling;
  if (next) fetchItem(next, true);
  if (remaining() < FEW) more();
}

/** Within the list alone: where it stands below, the page stays where it is. */
function scrollList(link) {
  const side = list.parentElement;
  const [place, view] = [link.getBoundingClientRect(), side.getBoundingClientRect()];
  if (place.top < view.top) side.scrollTop -= view.top - place.top + place.height;
  else if (place.bottom > view.bottom) side.scrollTop += place.bottom - view.bottom + place.height;
}

function isGone(each, found) {
  tell(found.gone, found.passing);
  fetched.delete(keyOf(each));
  if (found.passing) return open.replaceChildren(note(found.gone));
  const next = each.nextElementSibling ?? each.previousElementSibling;
  each.remove();
  show(next);
}

async function nothing() {
  open.replaceChildren(note("Looking for more …"));
  await more();
  if (line) return;
  if (list.firstElementChild) show(list.firstElementChild);
  else open.replaceChildren(note("Nothing waits here any more."));
}

function note(text) {
  return Object.assign(document.createElement("p"), { className: "empty", textContent: text });
}

function remaining() {
  let count = 0;
  for (let each = line; each; each = each.nextElementSibling) count += 1;
  return count;
}

let coming = null;
/** The lines behind those that are listed. */
function more() {
  coming ??= ask(`/queue?tab=${tab}&skip=${list.childElementCount}`)
    .then((found) => {
      const page = new DOMParser().parseFromString(found.html ?? "", "text/html");
      const there = new Set([...list.children].map(keyOf));
      for (const each of page.querySelectorAll("[data-line]")) {
        if (!there.has(keyOf(each)) && !answered.has(keyOf(each))) list.append(each);
      }
    })
    .finally(() => (coming = null));
  return coming;
}

/** Decide: the next is shown at once, and what was decided is sent. */
function answer(choice, reason) {
  const button = open.querySelector(`[data-choice='${choice}']`);
  if (!button || !line) return;
  const form = button.form;
  const typed = reasonField().value.trim();
  const why = reason ?? (typed || button.dataset.why);
  if (!reason && typed) sessionStorage.setItem(WRITTEN, typed);
  const fields = new URLSearchParams(new FormData(form));
  fields.set("why", why);
  if (button.name) fields.set(button.name, button.value);
  const asked = { each: line, next: line.nextElementSibling, address: button.getAttribute("formaction"), fields, why, refs: refs() };
  answered.add(keyOf(line));
  const following = line.nextElementSibling ?? line.previousElementSibling;
  line.remove();
  count(-1);
  show(following);
  sending = sending.then(() => decide(asked));
}

async function decide({ each, next, address, fields, why, refs }) {
  const { ok, told, message } = await send(address, fields);
  if (ok) {
    done.push({ number: told.number, each, next });
    tell(`${inWords(told)} Undo it by z.`);
    return forget(new Set([...refs, ...told.before.flat(), ...told.after.flat()]));
  }
  answered.delete(keyOf(each));
  fetched.delete(keyOf(each));
  count(1);
  putBack(each, next);
  show(each, { message, why });
}

/** Things with any of these in them were fetched as they were before: they are fetched anew. */
function forget(changed) {
  for (const [key, found] of fetched) {
    if (key.split("-").some((ref) => changed.has(ref))) {
      fetched.delete(key);
      if (line && keyOf(line) === key) found.then(() => line && keyOf(line) === key && show(line, { why: reasonField()?.value, focus: false }));
    }
  }
}

function putBack(each, next) {
  if (next?.parentElement === list) next.before(each);
  else list.append(each);
}

async function undo() {
  await sending;
  const latest = done.pop();
  if (!latest) return tell("Nothing was decided here that could be undone; the log has all that was.");
  const { ok, told, message } = await send("/decisions/undo", { number: latest.number, why: "taken back at once" });
  if (!ok) {
    done.push(latest);
    return tell(message, true);
  }
  tell(inWords(told));
  answered.delete(keyOf(latest.each));
  fetched.clear();
  count(1);
  putBack(latest.each, latest.next);
  show(latest.each);
}

function count(by) {
  const shown = document.querySelector(`[data-count='${tab}']`);
  if (!("more" in shown.dataset)) shown.textContent = Math.max(0, Number(shown.textContent.replaceAll(",", "")) + by).toLocaleString("en");
}

function refs() {
  return article().dataset.refs.split(" ");
}

function refuse(message, why) {
  const told = open.querySelector(".refused");
  if (told && message) {
    told.textContent = message;
    told.hidden = false;
  } else if (message) tell(message, true);
  if (why && reasonField()) reasonField().value = why;
}

/** To the reason of one's own: the one that was written last stands there, and gives way to what is typed. */
function write() {
  const field = reasonField();
  if (!field) return;
  field.value ||= sessionStorage.getItem(WRITTEN) ?? "";
  field.focus();
  field.select();
}

function evidence() {
  const all = [...open.querySelectorAll("details[data-evidence]")];
  const opening = all.some((each) => !each.open);
  for (const each of all) each.open = opening;
}

function otherQueue(step) {
  const tabs = [...document.querySelectorAll(".tabs a")];
  tabs[(tabs.findIndex((each) => each.matches("[aria-current]")) + step + tabs.length) % tabs.length].click();
}

const KEYS = {
  j: () => line?.nextElementSibling && show(line.nextElementSibling),
  k: () => line?.previousElementSibling && show(line.previousElementSibling),
  y: () => answer("y"),
  n: () => answer("n"),
  u: () => answer("u"),
  e: evidence,
  z: undo,
  w: write,
  o: () => (open.querySelector("[data-open]") ?? open.querySelector(".compare a"))?.click(),
  "[": () => otherQueue(-1),
  "]": () => otherQueue(1),
};

// before the keys of every page, of which some are other things elsewhere
document.addEventListener(
  "keydown",
  (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    if (document.querySelector("dialog[open]")) return;
    if (event.target === reasonField() && event.key === "Enter") {
      event.preventDefault(); // or the first answer there is would be sent
      return open.querySelector("h2").focus();
    }
    if (isField(event.target)) return;
    const reason = /^[1-9]$/.test(event.key) && open.querySelectorAll("[data-reason]")[event.key - 1];
    if (reason) answer(reason.dataset.reason, reason.dataset.why);
    else if (Object.hasOwn(KEYS, event.key) && !going) KEYS[event.key]();
    else {
      going = event.key === "g";
      return;
    }
    event.preventDefault();
  },
  { capture: true },
);

open.addEventListener("submit", (event) => {
  event.preventDefault();
  answer(event.submitter.dataset.choice);
});

open.addEventListener("click", (event) => {
  const reason = event.target.closest("[data-reason]");
  if (reason) answer(reason.dataset.reason, reason.dataset.why);
});

list.addEventListener("click", (event) => {
  if (event.ctrlKey || event.metaKey || !event.target.closest("a")) return;
  event.preventDefault();
  show(event.target.closest("li"));
});

/** Say what is open, and hear who else has it open and what they decided about it. */
async function poll() {
  const shown = article();
  if (!shown || document.hidden) return;
  const asked = new URLSearchParams([["since", last], ["looking", `${tab}:${shown.dataset.key}`], ...refs().map((ref) => ["refs", ref])]);
  const answer = await fetch(`/changes.json?${asked}`).catch(() => null);
  if (!answer?.ok || article() !== shown) return;
  const { last: now, decisions, others } = await answer.json();
  last = now;
  const verb = others.length === 1 ? "is" : "are";
  shown.querySelector("[data-others]").textContent = others.length ? `${others.join(", ")} ${verb} looking at this.` : "";
  if (!decisions.length) return;
  fetched.delete(keyOf(line));
  const before = shown.querySelector(".refused")?.textContent ?? ""; // what was refused may have been for the same reason
  const told = [before, ...decisions.map((each) => `${each.who} decided meanwhile: ${inWords(each)} “${each.why}”`)].join(" ").trim();
  show(line, { message: told, why: reasonField()?.value ?? "", focus: false });
}

history.scrollRestoration = "manual"; // what was scrolled to is another thing by now
setInterval(poll, POLL);
if (line) show(line, { scroll: false });
