// Import: files dragged here, folders and all, with a bar while they are sent; what becomes of an import, said aloud.

const form = document.querySelector("form[data-upload]");
if (form) uploads(form);

document.addEventListener("htmx:afterSwap", () => {
  const state = document.getElementById("import")?.dataset.state;
  const said = document.getElementById("said");
  if (!state || !said || said.dataset.state === state) return;
  said.dataset.state = state;
  said.textContent = document.querySelector("#import .outcome, #import .progress p")?.textContent.trim() ?? "";
});

function uploads(form) {
  const drop = form.querySelector("[data-drop]");
  const folder = form.querySelector("#folder");
  form.querySelector(".folder").hidden = false;
  for (const name of ["dragenter", "dragover"]) drop.addEventListener(name, (event) => over(event, true));
  for (const name of ["dragleave", "drop"]) drop.addEventListener(name, (event) => over(event, false));
  drop.addEventListener("drop", async (event) => send(form, await dropped(event.dataTransfer)));
  folder.addEventListener("change", () => send(form, [...folder.files].map((file) => [file, file.webkitRelativePath])));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    send(form, [...form.querySelector("#files").files].map((file) => [file, file.name]));
  });

  function over(event, is) {
    event.preventDefault();
    drop.classList.toggle("over", is);
  }
}

/** What was dropped: files with their paths, folders walked through. */
async function dropped(transfer) {
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry()).filter(Boolean);
  if (!entries.length) return [...transfer.files].map((file) => [file, file.name]); // out of a program, not a folder
  return (await Promise.all(entries.map(files))).flat();
}

async function files(entry) {
  if (entry.isFile) return [[await new Promise((done, wrong) => entry.file(done, wrong)), entry.fullPath.slice(1)]];
  const reader = entry.createReader();
  const found = [];
  // a folder is given out a hundred at a time, until there are none
  for (let some; (some = await new Promise((done, wrong) => reader.readEntries(done, wrong))).length;) found.push(...some);
  return (await Promise.all(found.map(files))).flat();
}

function send(form, given) {
  if (!given.length) return wrong(form, "There are no files in that.");
  const data = new FormData();
  for (const name of ["publisher", "published"]) data.append(name, form.elements[name].value);
  if (form.elements.force.checked) data.append("force", "true");
  for (const [file, path] of given) data.append("files", file, path);
  const request = new XMLHttpRequest();
  request.open("POST", "/import/files");
  request.setRequestHeader("Accept", "application/json");
  request.setRequestHeader("X-CSRF-Token", document.body.dataset.csrf);
  request.responseType = "json";
  request.upload.addEventListener("progress", (event) => sent(form, event));
  request.addEventListener("error", () => wrong(form, "The desk cannot be reached; is it still running?"));
  request.addEventListener("load", () => {
    if (request.status === 202) location.assign(request.getResponseHeader("Location"));
    else wrong(form, request.response?.error?.message ?? `The desk answered ${request.status}.`);
  });
  wrong(form, "");
  form.querySelector("button").disabled = true;
  request.send(data);
}

function sent(form, event) {
  const line = form.querySelector(".sending");
  line.hidden = false;
  line.querySelector("progress").value = (100 * event.loaded) / event.total;
  line.querySelector("span").textContent = `${(event.loaded / 1e6).toFixed(1)} of ${(event.total / 1e6).toFixed(1)} MB sent`;
}

function wrong(form, message) {
  form.querySelector(".wrong").textContent = message;
  form.querySelector(".sending").hidden = true;
  form.querySelector("button").disabled = false;
}
