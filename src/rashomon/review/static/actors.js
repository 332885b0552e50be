// The list of actors by key: j and k go from name to name.

import { isField } from "./desk.js";

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || isField(event.target)) return;
  const step = { j: 1, k: -1 }[event.key];
  if (!step) return;
  const names = [...document.querySelectorAll("table.actors th a")];
  const there = names.indexOf(document.activeElement);
  const next = there < 0 ? (step > 0 ? 0 : names.length - 1) : there + step;
  names[Math.min(Math.max(next, 0), names.length - 1)]?.focus();
});
