// Citations: copied with one click, and made for the passage or record at hand from the patterns of the page's box.
// Without this script the citations of the document can be read and marked by hand.

// The day of reading, as the reader's own clock has it.
function today() {
  const now = new Date();
  const two = (n) => String(n).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

// Words as a form of citation must write them.
const ESCAPES = {
  bibtex: (text) => text.replace(/[&%$#_{}]/g, "\\$&"),
  csl: (text) => JSON.stringify(text).slice(1, -1),
};

function dated(group, text) {
  return text.replace(group.dataset.accessed, `[${today()}]`);
}

async function copy(group, button) {
  const shown = button.parentElement.querySelector("pre");
  const status = group.querySelector("[data-copy-status]");
  status.textContent = "";
  try {
    await navigator.clipboard.writeText(shown.textContent);
    status.textContent = group.dataset.copied.replace("{name}", shown.getAttribute("aria-label"));
  } catch {
    // Without leave to write to the clipboard: mark the words, so that the reader's own copy command takes them.
    getSelection().selectAllChildren(shown);
    shown.focus();
    status.textContent = group.dataset.failed;
  }
}

for (const group of document.querySelectorAll(".cite")) {
  for (const shown of group.querySelectorAll("pre:not([data-pattern])")) shown.textContent = dated(group, shown.textContent);
  for (const button of group.querySelectorAll("[data-copy]")) {
    button.hidden = false;
    button.addEventListener("click", () => copy(group, button));
  }
}

const box = document.querySelector("[data-citebox]");

function opened(name, anchor) {
  const group = box.querySelector(".cite");
  box.querySelector("[data-citebox-name]").textContent = name;
  group.querySelector("[data-copy-status]").textContent = "";
  for (const shown of group.querySelectorAll("[data-pattern]")) {
    const write = ESCAPES[shown.dataset.form] ?? ((text) => text);
    const filled = shown.dataset.pattern
      .replaceAll("@place@", () => write(name))
      .replaceAll("@anchor@", anchor)
      .replaceAll("@key@", anchor.replace(/^p-/, ""));
    shown.textContent = dated(group, filled);
  }
  box.showModal();
  box.querySelector("h2").focus();
}

function opener(className) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = `cite__open ${className}`;
  button.textContent = box.dataset.open;
  button.setAttribute("aria-haspopup", "dialog");
  return button;
}

function name(button, words) {
  button.setAttribute("aria-label", box.dataset.openName.replace("{name}", words));
}

// Each record of a figure has its own button.
function records() {
  for (const record of document.querySelectorAll("[data-cite]")) {
    const button = opener("cite__open--record");
    name(button, record.dataset.cite);
    button.addEventListener("click", () => opened(record.dataset.cite, record.id));
    record.append(button);
  }
}

// Of the passages of a text, only the one at hand has a button: where the pointer or the focus is, or where the
// address leads. It stands behind the passage's own link, so the tabulator key finds it there.
function passages() {
  const button = opener("cite__open--passage");
  let row = null;
  const settle = (next) => {
    const link = next?.querySelector(".permalink");
    if (!link || next === row) return;
    row = next;
    name(button, link.title);
    link.after(button);
  };
  const text = document.querySelector(".text");
  text.addEventListener("pointerover", (event) => {
    if (document.activeElement !== button) settle(event.target.closest(".row"));
  });
  text.addEventListener("focusin", (event) => settle(event.target.closest(".row")));
  const follow = () => settle(document.getElementById(location.hash.slice(1))?.closest(".row"));
  addEventListener("hashchange", follow);
  follow();
  button.addEventListener("click", () => opened(row.querySelector(".permalink").title, row.id));
}

if (box) {
  box.querySelector("[data-citebox-close]").addEventListener("click", () => box.close());
  box.addEventListener("click", (event) => {
    if (event.target === box) box.close();
  });
  records();
  if (document.querySelector(".text")) passages();
}
