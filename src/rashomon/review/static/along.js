// From one thing to the next of the list that one came from: a list remembers where its rows lead when one of them is followed, and
// whoever comes back to it is at the row of what they looked at last.

const KEPT = "list";

const kept = () => JSON.parse(sessionStorage.getItem(KEPT) ?? '{"leads": []}');
const keep = (list) => sessionStorage.setItem(KEPT, JSON.stringify(list));
const here = () => location.pathname + location.search;

document.addEventListener("click", (event) => {
  const list = event.target.closest("[data-keys=rows] a[href]")?.closest("[data-keys=rows]");
  if (!list) return;
  const links = [...list.querySelectorAll(":is(tr, li, article)")].map((row) => row.querySelector("a[href]"));
  const leads = links.filter(Boolean).map((link) => link.getAttribute("href"));
  keep({ from: here(), leads, at: event.target.closest("a").getAttribute("href") });
});

/** Links to the one before and the one after, and to the list, by `[` and `]`; nothing for what is in no list. */
export function neighbours(address) {
  const list = kept();
  const { from, leads } = list;
  const at = leads.indexOf(address);
  if (at < 0) return [];
  keep({ ...list, at: address });
  const before = leads[at - 1] ? [link(leads[at - 1], "[", "before")] : [];
  const after = leads[at + 1] ? [link(leads[at + 1], "]", "after")] : [];
  return [...before, ...after, link(from, null, `${at + 1} of the ${leads.length} listed`)];
}

function link(address, key, text) {
  const made = Object.assign(document.createElement("a"), { href: address });
  if (key) {
    made.dataset.key = key;
    made.append(Object.assign(document.createElement("kbd"), { textContent: key }), " ");
  }
  made.append(text);
  return made;
}

function resume() {
  const { from, at } = kept();
  if (from !== here() || performance.getEntriesByType("navigation")[0]?.type !== "back_forward") return;
  document.querySelector(`[data-keys=rows] a[href="${CSS.escape(at)}"]`)?.focus();
}

resume();
