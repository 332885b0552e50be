// The list of incidents: mark rows by key, see how many are marked, follow links without losing one's place.

document.addEventListener("keydown", (event) => {
  if (event.key !== "s" || event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
  if (event.target.matches("input:not([type=checkbox]), select, textarea")) return;
  const mark = document.activeElement.closest(".lines tr")?.querySelector("[name=refs]");
  if (!mark) return;
  mark.click();
  event.preventDefault();
});

document.addEventListener("change", (event) => {
  const form = event.target.closest("[data-at-once]");
  if (form && event.target.type !== "search") form.requestSubmit(); // words are sent by Enter, which would send them twice
  if (event.target.matches("[data-mark-all]")) marks().forEach((mark) => (mark.checked = event.target.checked));
  if (event.target.matches("[data-mark-all], [name=refs], #all")) tellMarked();
});

const narrow = matchMedia("(max-width: 60rem)"); // as in the stylesheet
let opened = false; // by hand, where there is little room

document.addEventListener("click", (event) => {
  const by = event.target.closest("[data-by] > summary")?.parentElement;
  if (by) opened = !by.open;
});
document.addEventListener("htmx:afterSettle", ready);
narrow.addEventListener("change", ready);
ready();

function ready() {
  document.querySelector("[data-mark-all]")?.removeAttribute("hidden");
  const by = document.querySelector("[data-by]");
  if (by) by.open = opened || !narrow.matches;
  tellMarked();
}

function marks() {
  return [...document.querySelectorAll(".lines [name=refs]")];
}

function tellMarked() {
  const bulk = document.getElementById("bulk");
  if (!bulk) return;
  const all = document.getElementById("all").checked;
  const number = marks().filter((mark) => mark.checked).length;
  bulk.querySelector("[data-marked]").textContent = all ? "With" : `With ${number} marked, or`;
  bulk.querySelectorAll("button").forEach((button) => (button.disabled = !all && number === 0));
  const merge = bulk.querySelector("[data-few]");
  if (merge) merge.disabled = all || number < 2 || number > 20;
}
