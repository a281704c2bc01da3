// Follows the preview: reloads the page when it has changed and shows what is wrong. Only the preview sends this file.
// @ts-check
(() => {
  const own = /** @type {HTMLScriptElement} */ (document.currentScript);
  const place = `preview:${location.pathname}`;
  let { styles } = own.dataset;
  /** @type {EventSource | null} */
  let listening = null;
  /** @type {HTMLElement | null} */
  let box = null;

  /** @typedef {{ place: string, message: string, hint?: string }} Problem */

  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = new URL("preview.css", own.src).href;
  document.head.append(link);

  const details = () => [...document.querySelectorAll("details")];

  function reload() {
    const open = details().map((element) => element.open);
    sessionStorage.setItem(place, JSON.stringify({ x: scrollX, y: scrollY, open }));
    location.reload();
  }

  function restore() {
    const kept = JSON.parse(sessionStorage.getItem(place) || "null");
    sessionStorage.removeItem(place);
    if (!kept) return;
    const now = details();
    if (now.length === kept.open.length) now.forEach((element, i) => (element.open = kept.open[i]));
    scrollTo({ left: kept.x, top: kept.y, behavior: "instant" });
  }

  /** @param {string} version */
  function restyle(version) {
    const links = /** @type {NodeListOf<HTMLLinkElement>} */ (document.querySelectorAll('link[rel="stylesheet"][href*="assets/"]'));
    for (const old of links) {
      const address = new URL(old.href);
      address.searchParams.set("v", version);
      const fresh = /** @type {HTMLLinkElement} */ (old.cloneNode());
      fresh.href = address.href;
      fresh.addEventListener("load", () => old.remove());
      old.after(fresh);
    }
    styles = version;
  }

  /** @type {(name: string, words: string, lang?: string) => HTMLElement} */
  function text(name, words, lang) {
    const element = document.createElement(name);
    element.textContent = words;
    if (lang) element.lang = lang;
    return element;
  }

  /** @type {(problems: Problem[], language: string) => void} */
  function show(problems, language) {
    if (box) box.remove();
    box = null;
    if (!problems.length) return;
    const shown = document.createElement("section");
    box = shown;
    box.className = "preview-problems";
    box.setAttribute("role", "alert");
    box.popover = "manual"; // above open dialogs as well
    const title = text("p", "");
    title.className = "preview-problems__title";
    title.append(text("span", `需要改正：${problems.length} 处`, "zh-CN"), " · ");
    title.append(text("span", `To be corrected: ${problems.length}`, "en"));
    const close = document.createElement("button");
    close.textContent = "收起 · Hide";
    close.type = "button";
    close.addEventListener("click", () => shown.remove());
    const list = document.createElement("ol");
    for (const problem of problems) {
      const item = document.createElement("li");
      item.append(text("code", problem.place), text("p", problem.message, language));
      if (problem.hint) item.append(text("p", `→ ${problem.hint}`, language));
      list.append(item);
    }
    box.append(title, close, list);
    document.body.append(box);
    if (box.showPopover) box.showPopover();
  }

  /** @param {MessageEvent<string>} event */
  function heard(event) {
    const state = JSON.parse(event.data);
    if (state.pages !== own.dataset.pages) {
      reload();
      return;
    }
    if (state.styles !== styles) restyle(state.styles);
    show(state.problems, state.language === "zh" ? "zh-CN" : "en");
  }

  // A browser keeps only a few connections open to a host, so that pages nobody looks at must not hold one each.
  function listen() {
    if (listening) listening.close();
    listening = null;
    if (document.hidden) return;
    listening = new EventSource(new URL("news", own.src));
    listening.addEventListener("message", heard);
  }

  // The record that a page shows, as forms name it: that of a task's page, that at the end of the address, the plan.
  function record() {
    const [language, room, plan, task] = location.pathname.split("/").slice(1);
    if (language !== "zh" && language !== "en") return "zh/";
    const [, kind, id] = new URL(location.href).hash.slice(0, 200).match(/^#(target|fact|measure|anomaly|result|milestone)-([a-z0-9-]+)$/) || [];
    if (room === "tasks" && task) return `${language}/task/${plan}/${task}`;
    if (room === "plans" && plan) return kind ? `${language}/${kind}/${plan}/${id}` : `${language}/plan/${plan}`;
    if (room === "parks" && plan) return `${language}/park/${plan}`;
    return `${language}/`;
  }

  const edit = document.createElement("a");
  edit.className = "preview-edit";
  edit.append(text("span", "编辑数据", "zh-CN"), " · ", text("span", "Edit the data", "en"));
  edit.href = new URL(`edit/${record()}`, own.src).href;
  addEventListener("hashchange", () => (edit.href = new URL(`edit/${record()}`, own.src).href));
  (document.querySelector("footer") || document.body).append(edit);

  addEventListener("load", restore);
  addEventListener("pagehide", () => listening && listening.close());
  document.addEventListener("visibilitychange", listen);
  listen();
})();
