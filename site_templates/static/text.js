// The full text: which language is shown, and a term's gloss on demand. Everything is readable without.

const form = document.querySelector("[data-reading]");
const text = document.querySelector("[data-glossary]");

function remember(key, value) {
  try {
    if (value === undefined) return localStorage.getItem(key);
    localStorage.setItem(key, value);
  } catch {
    // A browser that keeps nothing starts afresh on each page.
  }
  return null;
}

// Changing what is shown keeps the passage at the top of the window where it is.
function keepingPlace(change) {
  const row = [...document.querySelectorAll(".row")].find((node) => node.getBoundingClientRect().bottom > 120);
  const before = row?.getBoundingClientRect().top;
  change();
  if (row && before !== undefined) scrollBy({ top: row.getBoundingClientRect().top - before, behavior: "instant" });
}

if (form && text) {
  const show = (mode) => {
    text.dataset.mode = mode;
  };
  const stored = remember("reading");
  const modes = [...form.querySelectorAll('input[type="radio"]')];
  const chosen = modes.find((input) => input.value === stored);
  if (chosen) chosen.checked = true;
  show(modes.find((input) => input.checked).value);
  if (location.hash) document.getElementById(location.hash.slice(1))?.scrollIntoView();
  const glosses = form.querySelector("[data-glosses]");
  form.addEventListener("change", (event) => {
    if (event.target === glosses) {
      text.toggleAttribute("data-terms", glosses.checked);
      return;
    }
    remember("reading", event.target.value);
    keepingPlace(() => show(event.target.value));
  });

  let terms;
  const box = document.createElement("dialog");
  box.className = "glossbox";
  document.body.append(box);
  const line = (words, className, lang) => {
    const node = document.createElement("p");
    node.textContent = words;
    if (className) node.className = className;
    if (lang) node.lang = lang;
    return node;
  };
  text.addEventListener("click", async (event) => {
    const link = event.target.closest(".gloss");
    if (!link || !text.hasAttribute("data-terms") || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    try {
      terms ??= fetch(text.dataset.glossary).then((answer) => answer.json());
      const id = link.hash.replace("#term-", "");
      const term = (await terms).find((entry) => entry.id === id);
      const language = document.documentElement.lang.startsWith("zh") ? "zh" : "en";
      const more = link.cloneNode();
      more.textContent = "→";
      more.className = "";
      more.setAttribute("aria-label", term[language]);
      const name = line(`${term.zh} `, "glossbox__name", "zh-CN");
      name.append(more);
      box.replaceChildren(name, line(term.pinyin, "pinyin", "zh-Latn"), line(term.en, "", "en"), line(term.explanation[language]));
      if (!box.open) box.show();
      box.addEventListener("close", () => link.focus(), { once: true });
      more.focus();
    } catch {
      location.href = link.href;
    }
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && box.open) box.close();
  });
  document.addEventListener("click", (event) => {
    if (box.open && !box.contains(event.target) && !event.target.closest(".gloss")) box.close();
  });
}
