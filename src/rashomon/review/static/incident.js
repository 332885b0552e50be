// An incident: from value to value by key, the words behind each beside it, what differs alone, as of any day, decisions in place.

import { neighbours } from "./along.js";
import { correct, correctable } from "./incident_correct.js";
import { inWords, isField, send, tell } from "./desk.js";

const PATIENCE = 120; // milliseconds that a pointer rests on a value before its words are fetched
const MOVES = {
  ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0],
  h: [0, -1], l: [0, 1], k: [-1, 0], j: [1, 0],
};

const words = new Map(); // address of a value's words → what the desk gave
let wanted = null;
let waiting = 0;

const page = () => document.querySelector(".incident");
const cellOf = (element) => element?.closest?.(".accounts td[role=gridcell]");
const shown = (row) => row.offsetParent !== null;

/** What was read of a value, in the panel beside the accounts. */
async function light(cell) {
  const places = cell.dataset.at;
  if (!places || wanted === cell) return;
  wanted = cell;
  document.querySelectorAll(".accounts td.lit").forEach((other) => other.classList.remove("lit"));
  cell.classList.add("lit");
  const correcting = document.getElementById("correct-lit");
  if (correcting) correcting.hidden = !correctable(cell);
  const asked = new URLSearchParams(places.split("\n").slice(0, 60).map((place) => ["at", place]));
  const address = `${page().dataset.address}/evidence?${asked}`;
  if (!words.has(address)) {
    const answer = await fetch(address, { headers: { "HX-Request": "true" } });
    words.set(address, answer.ok ? await answer.text() : "<p class=empty>The words cannot be shown now.</p>");
  }
  if (wanted !== cell) return;
  const there = document.getElementById("evidence");
  there.innerHTML = words.get(address);
  const panel = there.closest(".evidence");
  panel.scrollTop = (there.querySelector("mark.words")?.offsetTop ?? 0) - panel.clientHeight / 3;
}

function putOut() {
  wanted = null;
  document.querySelector(".accounts td.lit")?.classList.remove("lit");
  document.getElementById("evidence").replaceChildren();
}

/** From one value to the next; rows that are not shown are passed over. */
function move(cell, [down, right]) {
  const rows = [...cell.closest("tbody").rows].filter(shown);
  const row = rows[rows.indexOf(cell.parentElement) + down];
  const next = row?.querySelectorAll("td")[[...cell.parentElement.querySelectorAll("td")].indexOf(cell) + right];
  if (next) goTo(next);
}

function goTo(cell) {
  document.querySelectorAll(".accounts td[tabindex='0']").forEach((other) => (other.tabIndex = -1));
  cell.tabIndex = 0;
  cell.focus();
}

function onlyDiffering() {
  const box = document.getElementById("only-differing");
  box.checked = !box.checked;
  box.dispatchEvent(new Event("change", { bubbles: true }));
}

/** All rows, or only those that differ; whoever was in one that goes is in the first that stays. */
function show(differing) {
  const table = document.querySelector(".accounts table");
  const cell = table.querySelector("td[tabindex='0']");
  const was = document.activeElement === cell;
  table.classList.toggle("only-differing", differing);
  if (!shown(cell.parentElement)) {
    const column = [...cell.parentElement.querySelectorAll("td")].indexOf(cell);
    const next = [...table.tBodies[0].rows].find(shown).querySelectorAll("td")[column];
    cell.tabIndex = -1;
    next.tabIndex = 0;
    if (was) next.focus();
  }
}

/** Open a form by its key, at its reason. */
function open(key) {
  const form = document.querySelector(`details[data-key='${key}']`);
  if (!form) return;
  form.open = true;
  const reason = form.querySelector("[name=why]");
  reason.focus();
  reason.select();
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isField(event.target)) return;
  if (document.querySelector("dialog[open]")) return;
  const cell = cellOf(event.target);
  if (cell && MOVES[event.key]) move(cell, MOVES[event.key]);
  else if (cell && event.key === "Enter" && event.target === cell) cell.querySelector("a[href]")?.click();
  else if (cell && event.key === "e") light(cell).then(() => document.getElementById("evidence").scrollIntoView({ block: "nearest" }));
  else if (cell && event.key === "c" && correctable(cell)) correct(cell);
  else if (!cell && event.key === "e") goTo(document.querySelector(".accounts td[tabindex='0']"));
  else if (event.key === "d" && document.getElementById("only-differing")) onlyDiffering();
  else if (event.key === "v" || event.key === "z") open(event.key);
  else return;
  event.preventDefault();
});

document.addEventListener("focusin", (event) => {
  const cell = cellOf(event.target);
  if (cell) light(cell);
});

document.addEventListener("click", (event) => {
  if (event.target.closest("#correct-lit")) correct(wanted);
  else if (event.target.closest("#evidence-close")) putOut();
});

document.addEventListener("pointerover", (event) => {
  clearTimeout(waiting);
  const cell = cellOf(event.target);
  if (cell) waiting = setTimeout(light, PATIENCE, cell);
});

document.addEventListener("change", (event) => {
  if (event.target.id !== "only-differing") return;
  show(event.target.checked);
  sessionStorage.setItem("only-differing", event.target.checked ? "1" : "");
});

/** The slider is another hand on the list of days: it moves through it, and what it stops at is asked for. */
document.addEventListener("input", (event) => {
  if (event.target.id !== "as-of-slider") return;
  const days = document.getElementById("as-of");
  days.selectedIndex = event.target.value;
  event.target.setAttribute("aria-valuetext", days.selectedOptions[0].text);
});

/** Decisions are sent in place: what is refused says why and keeps what was typed. */
document.addEventListener("submit", async (event) => {
  const form = event.target.closest("form[data-decide]");
  if (!form) return;
  event.preventDefault();
  const button = form.querySelector("button:not([type=button])");
  button.disabled = true;
  const answer = await send(form.action, new FormData(form));
  button.disabled = false;
  if (answer.ok) decided(answer.told);
  else refuse(form, answer.message);
});

document.addEventListener("decided", (event) => decided(event.detail));

/** What was decided is told, and what follows from it shown. */
async function decided(judgement) {
  words.clear();
  const at = document.querySelector(".accounts td[tabindex='0']");
  const place = at && [at.parentElement.rowIndex, at.cellIndex];
  await htmx.ajax("GET", location.pathname + location.search, { target: "#main", swap: "innerHTML" });
  tell(`${inWords(judgement)} ${judgement.what === "undo" ? "" : "z takes it back."}`);
  const again = place && document.querySelector(".accounts table")?.rows[place[0]]?.cells[place[1]];
  if (again) goTo(again);
}

function refuse(form, message) {
  form.querySelector(".refused")?.remove();
  const said = Object.assign(document.createElement("p"), { className: "refused", textContent: message });
  said.setAttribute("role", "alert");
  form.append(said);
}

/** What a page needs once it is there, and again when a part of it was exchanged. */
function begin() {
  const there = page();
  if (!there || there.dataset.begun) return;
  there.dataset.begun = "1";
  wanted = null;
  there.querySelector(".along").append(...neighbours(there.dataset.address));
  if (location.pathname !== there.dataset.address) history.replaceState(history.state, "", there.dataset.address + location.search);
  const box = document.getElementById("only-differing");
  if (box && there.querySelector(".accounts table") && sessionStorage.getItem("only-differing")) {
    box.checked = true;
    show(true);
  }
}

// What others decided is told once, and not again every few seconds.
document.addEventListener("htmx:beforeSwap", (event) => {
  const { target, serverResponse } = event.detail;
  if (target.id !== "news") return;
  if (target.dataset.told === serverResponse) event.detail.shouldSwap = false;
  target.dataset.told = serverResponse;
});

document.addEventListener("htmx:afterSettle", begin);
begin();
