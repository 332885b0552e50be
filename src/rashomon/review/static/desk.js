// What every page of the desk can do: go elsewhere by key, search, move along rows, list the keys, change between light and dark;
// tell what was decided and what went wrong.

import "./along.js";

const PAGES = { i: "/incidents", r: "/reports", a: "/actors", q: "/queue", l: "/log", m: "/import" };
const TOLD = 8000; // milliseconds that what went wrong stays in view
const OWN = "[data-key]:is(button, a, input, textarea, select)";

let going = false;

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
  if (event.key === "Escape" && isField(event.target)) return event.target.blur();
  if (isField(event.target) || document.querySelector("dialog[open]")) return;
  if (going) {
    going = false;
    if (PAGES[event.key]) location.assign(PAGES[event.key]);
    return;
  }
  if (event.key === "g") going = true;
  else if (event.key === "?") document.getElementById("keys").showModal();
  else if (event.key === "j" || event.key === "k") {
    if (!alongRows(event.key === "j" ? 1 : -1)) return;
  } else if (!useOwn(event.key)) return;
  event.preventDefault();
});

/** What a page gives a key by `data-key`: a field is gone to, anything else is pressed. */
function useOwn(key) {
  const found = [...document.querySelectorAll(OWN)].find((each) => each.dataset.key === key && each.offsetParent !== null);
  if (!found) return false;
  if (isField(found)) {
    found.focus();
    found.select?.();
  } else found.click();
  return true;
}

/** From row to row of a list (`data-keys="rows"`), by the first link in each; Enter is the link's own. */
function alongRows(step) {
  const links = [...document.querySelectorAll("[data-keys=rows] :is(tr, li, article)")]
    .filter((row) => row.offsetParent !== null)
    .map((row) => row.querySelector("a[href]"))
    .filter(Boolean);
  if (!links.length) return false;
  const at = links.findIndex((link) => link.closest("tr, li, article").contains(document.activeElement));
  const was = at < 0 ? links.findIndex((link) => link.matches("[data-at]")) : at;
  const next = links[Math.max(0, Math.min(links.length - 1, was + step))];
  links.forEach((link) => link.removeAttribute("data-at"));
  next.setAttribute("data-at", "");
  next.focus();
  next.scrollIntoView({ block: "nearest" });
  return true;
}

document.querySelector("[data-help]")?.addEventListener("click", () => document.getElementById("keys").showModal());

document.querySelector("[data-theme-switch]")?.addEventListener("click", () => {
  const dark = getComputedStyle(document.documentElement).getPropertyValue("--is-dark").trim() === "1";
  const theme = dark ? "light" : "dark";
  document.documentElement.dataset.theme = theme;
  localStorage.setItem("theme", theme);
});

/** Whether keys typed there are words and no commands. */
export function isField(element) {
  return element.matches?.("input:not([type=checkbox]):not([type=radio]):not([type=range]), textarea, select, [contenteditable]");
}

/** Tell what happened, where assistive technology reads it; what went wrong goes away by itself, news stays until there is other. */
export function tell(message, wrong = false) {
  if (!wrong) {
    document.getElementById("news").textContent = message;
    return;
  }
  const told = document.createElement("p");
  told.className = "wrong";
  told.setAttribute("role", "alert");
  told.textContent = message;
  document.body.append(told);
  setTimeout(() => told.remove(), TOLD);
}

/** Send a form's fields; gives what the desk answers, or why it did not: `{ok, status, told}`. */
export async function send(address, fields) {
  const headers = { Accept: "application/json", "X-CSRF-Token": document.body.dataset.csrf };
  try {
    const answer = await fetch(address, { method: "POST", headers, body: new URLSearchParams(fields) });
    const told = await answer.json().catch(() => null);
    return { ok: answer.ok && told !== null, status: answer.status, told, message: messageOf(told) };
  } catch {
    return { ok: false, status: 0, told: null, message: "The desk cannot be reached; nothing was decided. Try again." };
  }
}

/** A judgement in words: "Judgement 12: merge, I12 with I40". */
export function inWords(judgement) {
  const after = judgement.after.map((group) => group.join(" with ")).join("; ");
  return `Judgement ${judgement.number}: ${judgement.what.replaceAll("-", " ").replace("opine", "opinion")}${after ? `, ${after}` : ""}.`;
}

function messageOf(told) {
  return told?.error?.message ?? "The desk did not answer as it should. Try again; if it happens again, look where it was started.";
}

document.addEventListener("htmx:responseError", (event) => {
  let told = null;
  try {
    told = JSON.parse(event.detail.xhr.responseText);
  } catch {
    // no JSON: the message says that it went wrong
  }
  tell(messageOf(told), true);
});
document.addEventListener("htmx:sendError", () => tell("The desk cannot be reached. Is it still running?", true));

// Whoever was in a part that is replaced is afterwards in what replaced it, and not at the top of the page.
let within = null;
document.addEventListener("htmx:beforeSwap", (event) => {
  within = event.detail.target.contains(document.activeElement) ? event.detail.target : null;
});
document.addEventListener("htmx:afterSettle", () => {
  if (within?.isConnected && document.activeElement === document.body) {
    if (!within.hasAttribute("tabindex")) within.tabIndex = -1;
    within.focus({ preventScroll: true });
  }
  within = null;
});

document.addEventListener("click", (event) => {
  if (event.target.closest("[data-reload]")) location.reload();
});

/** After a decision by a form, its page says what was decided, and takes it back by `z`. */
async function tellDone() {
  const address = new URL(location.href);
  const number = address.searchParams.get("done");
  if (!/^\d+$/.test(number ?? "")) return;
  address.searchParams.delete("done");
  history.replaceState(history.state, "", address);
  const answer = await fetch(`/decisions/${number}.json`);
  if (!answer.ok) return;
  const judgement = await answer.json();
  tell(`${inWords(judgement)} `);
  if (judgement.undone || judgement.what === "undo") return;
  const undo = document.createElement("button");
  undo.dataset.key = "z";
  undo.append(Object.assign(document.createElement("kbd"), { textContent: "z" }), " Undo");
  undo.addEventListener("click", async () => {
    undo.disabled = true;
    const done = await send("/decisions/undo", { number, why: "taken back at once" });
    if (!done.ok) return tell(done.message, true);
    address.searchParams.set("done", done.told.number);
    location.assign(address);
  });
  document.getElementById("news").append(undo);
}

tellDone();
