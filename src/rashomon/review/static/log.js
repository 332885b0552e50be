// The log by keys: j and k from judgement to judgement, Enter opens what it is about, z takes it back, n goes further back in time.

import { isField } from "./desk.js";

const entries = [...document.querySelectorAll("[data-entry]")];
let here = -1;

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || isField(event.target) || event.defaultPrevented) return;
  if (document.querySelector("dialog[open]")) return;
  const at = entries.indexOf(document.activeElement.closest("[data-entry]"));
  if (at >= 0) here = at;
  if (event.key === "j") goTo(here + 1);
  else if (event.key === "k") goTo(here - 1);
  else if (event.key === "n") document.querySelector("[data-earlier]")?.click();
  else if (event.key === "z" && at >= 0) takeBack(entries[at]);
  else if (event.key === "Enter" && entries.includes(event.target)) event.target.querySelector(".change a")?.click();
  else return;
  event.preventDefault();
});

function goTo(place) {
  here = Math.min(Math.max(place, 0), entries.length - 1);
  entries[here]?.focus();
}

function takeBack(entry) {
  const undo = entry.querySelector("details.undo");
  if (!undo) return;
  undo.open = true;
  undo.querySelector("[name=why]").focus();
}
