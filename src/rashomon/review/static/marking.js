// A span of the text, marked by the mouse or moved word by word; what is marked is the browser's own selection.

const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}'’.,-]*[\p{L}\p{N}]|[\p{L}\p{N}]/gu;

export class Marking {
  on = false;

  constructor(words, taken) {
    this.taken = taken;
    this.paragraphs = [...words.querySelectorAll("[data-from]")];
    document.addEventListener("keydown", (event) => this.on && this.key(event), true);
  }

  /** Begin with what is selected, else with the first word at a place. */
  start(place) {
    this.found ??= this.paragraphs.flatMap((paragraph) => [...paragraph.textContent.matchAll(WORD)].map((word) => ({ paragraph, from: word.index, to: word.index + word[0].length })));
    if (!this.found.length) return;
    const selection = getSelection();
    const range = !selection.isCollapsed && selection.rangeCount ? selection.getRangeAt(0) : null;
    const paragraph = (range?.startContainer.parentElement ?? place)?.closest("[data-from]") ?? this.inView();
    const from = range && paragraph.contains(range.startContainer) ? within(paragraph, range.startContainer, range.startOffset) : place && paragraph.contains(place) ? within(paragraph, place, 0) : 0;
    this.first = Math.max(0, this.found.findIndex((word) => word.paragraph === paragraph && word.to > from));
    this.last = this.first;
    if (range) {
      const last = range.endContainer.parentElement.closest("[data-from]") ?? paragraph;
      const to = within(last, range.endContainer, range.endOffset);
      this.last = Math.max(this.first, this.found.findLastIndex((word) => word.paragraph === last && word.from < to));
    }
    this.on = true;
    this.bar ??= bar();
    this.draw();
  }

  stop() {
    this.on = false;
    this.bar?.remove();
    this.bar = null;
  }

  inView() {
    return this.paragraphs.find((paragraph) => paragraph.getBoundingClientRect().bottom > 80) ?? this.paragraphs[0];
  }

  key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = { ArrowLeft: -1, ArrowRight: 1, h: -1, l: 1, H: -1, L: 1 }[event.key];
    if (step && event.shiftKey) this.last = Math.min(Math.max(this.last + step, this.first), this.found.length - 1);
    else if (step) this.move(step);
    else if (event.key === "ArrowDown" || event.key === "ArrowUp") this.jump(event.key === "ArrowDown" ? 1 : -1);
    else if (event.key === "Enter") this.take();
    else if (event.key === "Escape") this.stop();
    else return;
    event.preventDefault();
    event.stopPropagation();
    if (this.on) this.draw();
  }

  move(step) {
    const there = Math.min(Math.max(this.first + step, 0), this.found.length - 1);
    this.last = Math.max(there, Math.min(this.last + there - this.first, this.found.length - 1));
    this.first = there;
  }

  jump(step) {
    const at = this.paragraphs.indexOf(this.found[this.first].paragraph);
    const ahead = step > 0 ? this.paragraphs.slice(at + 1) : this.paragraphs.slice(0, at).reverse();
    const word = ahead.map((paragraph) => this.found.findIndex((each) => each.paragraph === paragraph)).find((place) => place >= 0);
    if (word !== undefined) this.first = this.last = word;
  }

  draw() {
    const [first, last] = [this.found[this.first], this.found[this.last]];
    const range = document.createRange();
    range.setStart(...point(first.paragraph, first.from));
    range.setEnd(...point(last.paragraph, last.to));
    getSelection().removeAllRanges();
    getSelection().addRange(range);
    first.paragraph.scrollIntoView({ block: "nearest" });
    this.bar.querySelector("strong").textContent = range.toString().replace(/\s+/g, " ");
  }

  take() {
    const [first, last] = [this.found[this.first], this.found[this.last]];
    this.stop();
    this.taken(offset(first.paragraph, first.from), offset(last.paragraph, last.to));
  }
}

/** Where something is in a paragraph, in UTF-16 units, as scripts count. */
function within(paragraph, node, at) {
  const range = document.createRange();
  range.setStart(paragraph, 0);
  range.setEnd(node, at);
  return range.toString().length;
}

/** A place in the report's text, in code points, as the record counts. */
function offset(paragraph, at) {
  return Number(paragraph.dataset.from) + [...paragraph.textContent.slice(0, at)].length;
}

/** The text node at a place in a paragraph, and the place in it. */
function point(paragraph, at) {
  const nodes = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
  let node = nodes.nextNode();
  while (node && at > node.length) {
    at -= node.length;
    node = nodes.nextNode();
  }
  return [node, at];
}

function bar() {
  const made = document.createElement("div");
  made.className = "marking";
  made.setAttribute("role", "status");
  made.append("Marked: ", document.createElement("strong"), document.createElement("br"));
  const keys = document.createElement("small");
  keys.textContent = "← → move it, with Shift its end, ↑ ↓ by paragraphs, Enter takes it, Esc leaves";
  made.append(keys);
  document.body.append(made);
  return made;
}
