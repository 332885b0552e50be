// Correcting a value where it stands: the form of its report, in a dialog over the accounts.

const CODED = { act: "act", firmness: "firmness", verified: "verified", when: "time", where: "place", who: "responsible" };
const OF_INCIDENT = { what: "kind", whom: "victim" }; // what an account has from its report's incident

const dialog = () => document.getElementById("correct");
const row = (cell) => cell.closest("tr").dataset.attribute;

function header(cell) {
  const heads = cell.closest("table").tHead.rows;
  return heads[heads.length - 1].cells[cell.cellIndex];
}

/** Whether a person can say what this value is. */
export function correctable(cell) {
  return Boolean(header(cell).dataset.values) && (row(cell) === "figures" || row(cell) in CODED || row(cell) in OF_INCIDENT);
}

/** Open the form for a value. */
export function correct(cell) {
  const { values, account } = header(cell).dataset;
  const attribute = CODED[row(cell)] ?? OF_INCIDENT[row(cell)] ?? figure(cell);
  const of = row(cell) in OF_INCIDENT ? "" : account;
  const asked = new URLSearchParams({ account: of, attribute });
  if (row(cell) === "figures" && cell.querySelector("a")) asked.set("entry", "0");
  fill(`${values}&${asked}`).then(() => {
    dialog().showModal();
    dialog().querySelector("[data-first]")?.focus();
  });
}

/** The kind of the figure that a cell gives first: "killed: up to 30 fighters". */
function figure(cell) {
  const words = cell.querySelector("a")?.textContent.split(":")[0];
  return words?.replaceAll(" ", "_") || "killed";
}

async function fill(address, options = {}) {
  const answer = await fetch(address, { ...options, headers: { "HX-Request": "true", ...options.headers } });
  if (answer.headers.get("content-type")?.includes("json")) return answer.json();
  const given = new DOMParser().parseFromString(await answer.text(), "text/html");
  dialog().replaceChildren(...given.body.childNodes);
  dialog().querySelector("[data-first]")?.focus();
  return null;
}

document.addEventListener("submit", async (event) => {
  const form = event.target;
  if (!form.closest("#correct")) return;
  event.preventDefault();
  const fields = new URLSearchParams(new FormData(form, event.submitter));
  if (form.method === "get") return fill(`${form.action}?${fields}`);
  const headers = { Accept: "application/json", "X-CSRF-Token": document.body.dataset.csrf };
  const judgement = await fill(form.action, { method: "POST", headers, body: fields });
  if (!judgement?.number) return;
  dialog().close();
  document.dispatchEvent(new CustomEvent("decided", { detail: judgement }));
});

document.addEventListener("change", (event) => {
  const choosing = event.target.closest("#correct form[data-choose]");
  if (choosing) choosing.requestSubmit();
});

document.addEventListener("click", (event) => {
  const link = event.target.closest("#correct a[data-form], #correct a[data-close]");
  if (!link) return;
  event.preventDefault();
  if (link.matches("[data-close]")) dialog().close();
  else fill(link.href);
});
