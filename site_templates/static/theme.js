// Light or dark as the reader chose last time; runs before the first paint, so that nothing flashes. Serves the controls
// that every page has, and shows them: a control that nothing serves stays hidden.
// @ts-check
(() => {
  const root = document.documentElement;
  root.classList.replace("no-js", "js"); // says no more than that this script runs: there may be controls in the header
  let stored = null;
  try {
    stored = localStorage.getItem("theme");
  } catch {
    // A browser that keeps nothing follows the system.
  }
  if (stored === "light" || stored === "dark") root.dataset.theme = stored;

  // Pinyin over Chinese names, when the reader wants it.
  /** @param {boolean} on */
  const pinyin = (on) => {
    root.toggleAttribute("data-pinyin", on);
    for (const button of document.querySelectorAll("[data-pinyin-toggle]")) button.setAttribute("aria-pressed", String(on));
  };
  let wanted = false;
  try {
    wanted = localStorage.getItem("pinyin") === "on";
  } catch {
    // As above.
  }
  document.addEventListener("click", (event) => {
    if (!(event.target instanceof Element && event.target.closest("[data-pinyin-toggle]"))) return;
    wanted = !wanted;
    pinyin(wanted);
    try {
      localStorage.setItem("pinyin", wanted ? "on" : "off");
    } catch {
      // As above.
    }
  });
  document.addEventListener("click", (event) => {
    if (!(event.target instanceof Element && event.target.closest("[data-theme-toggle]"))) return;
    const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = dark ? "light" : "dark";
    try {
      localStorage.setItem("theme", root.dataset.theme);
    } catch {
      // The choice then holds for this page only.
    }
  });
  // Some windows down a long page there is a way back to its contents.
  const DOWN = 3; // windows
  addEventListener(
    "scroll",
    () => {
      const up = document.querySelector("[data-up]");
      if (up instanceof HTMLElement) up.hidden = scrollY < DOWN * innerHeight;
    },
    { passive: true },
  );
  addEventListener("DOMContentLoaded", () => {
    const up = document.querySelector("[data-up]");
    const link = up?.querySelector("a");
    if (!(up instanceof HTMLElement && link && document.getElementById("contents"))) return;
    link.href = "#contents";
    link.textContent = up.dataset.contents ?? "";
  });
  // Each sheet says where it is from. Style sheets cannot know, so they are told in variables.
  const told = () => {
    const said = (/** @type {string} */ query) => document.querySelector(query)?.textContent?.trim() ?? "";
    const sheet = { site: said(".brand"), address: location.href.split("#")[0], version: said(".site-footer__current") };
    for (const [name, words] of Object.entries(sheet)) root.style.setProperty(`--sheet-${name}`, JSON.stringify(words));
  };
  addEventListener("beforeprint", told);
  // What is closed is read on paper too: opened for printing, closed again after it.
  /** @type {HTMLDetailsElement[]} */
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = /** @type {HTMLDetailsElement[]} */ ([...document.querySelectorAll("details:not([open]):not(.cite__form)")]);
    for (const details of opened) details.open = true;
  });
  addEventListener("afterprint", () => {
    for (const details of opened) details.open = false;
    opened = [];
  });
  // What an address leads to may be folded: browsers that do not open it by themselves are helped.
  const reveal = () => {
    const found = document.getElementById(location.hash.slice(1));
    let opening = false;
    for (let around = found?.closest("details:not([open])"); around; around = around.parentElement?.closest("details:not([open])")) {
      if (around instanceof HTMLDetailsElement) around.open = opening = true;
    }
    if (opening) found?.scrollIntoView();
  };
  addEventListener("DOMContentLoaded", reveal);
  addEventListener("hashchange", reveal);
  // The language switch keeps the place on the page and what was chosen there: anchors and ids are the same in both
  // languages. A script that writes the address tells nobody, so the link is looked after when it is about to be used.
  const follow = () => {
    const link = document.querySelector("[data-language]");
    if (!(link instanceof HTMLAnchorElement)) return;
    link.search = location.search;
    link.hash = location.hash;
  };
  for (const event of ["DOMContentLoaded", "hashchange", "pointerdown", "focusin", "click"]) addEventListener(event, follow, true);
  // States of plans turn on days that are known: what is said is put right by the reader's day.
  const states = () => {
    const now = new Date();
    const today = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((n) => String(n).padStart(2, "0")).join("-");
    for (const state of document.querySelectorAll("[data-turns]")) {
      if (!(state instanceof HTMLElement)) continue;
      /** @type {[string, string][]} */
      const turns = JSON.parse(state.dataset.turns || "[]");
      const last = turns.filter(([day]) => day <= today).pop();
      if (!last) continue;
      state.classList.remove("state--in-force"); // which has a colour of its own
      state.textContent = last[1] && `${state.dataset.before ?? ""}${last[1]}${state.dataset.after ?? ""}`;
    }
  };
  addEventListener("DOMContentLoaded", () => {
    pinyin(wanted);
    states();
    const served = ["[data-theme-toggle]", "[data-pinyin-toggle]"];
    if (location.protocol === "file:") served.push("[data-as-file]"); // says what a page opened as a file cannot do
    for (const control of document.querySelectorAll(served.join())) control.removeAttribute("hidden");
  });
})();
