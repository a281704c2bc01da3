"""Find controls that a reader sees and that do nothing."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page

# One control of each make is used as a reader would; what answers changes something in the page, its address, the
# focus or the clipboard's status. A box that opens must be seen, and close again.
_DEAD = """async () => {
  const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
  const shown = (node) => node.getClientRects().length && getComputedStyle(node).visibility === "visible";
  const seen = (node) => shown(node) && !node.disabled;
  const makes = (node) => [node.tagName, node.type, node.className, node.name, Object.keys(node.dataset)].join();
  const state = () => [location.href, document.activeElement.outerHTML.slice(0, 80)].join();
  const within = (box) => {
    const { height, top } = box.getBoundingClientRect();
    return height > 0 && top >= 0 && top < innerHeight;
  };
  const act = (node) => {
    if (node.matches("select")) {
      node.selectedIndex = node.options.length - 1;
      node.dispatchEvent(new Event("change", { bubbles: true }));
      node.dispatchEvent(new Event("input", { bubbles: true }));
    } else if (node.matches("input:not([type=checkbox], [type=radio])")) {
      node.value = "a";
      node.dispatchEvent(new Event("input", { bubbles: true }));
    } else node.click();
  };
  const answers = async (node) => {
    let changed = false;
    const observer = new MutationObserver((records) => {
      // The language switch takes the address along at every click.
      const language = document.querySelector("[data-language]");
      changed = changed || records.some(({ target }) => target !== language);
    });
    observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    const before = state();
    act(node);
    for (let i = 0; i < 30 && !changed && state() === before; i += 1) await wait(50);
    observer.disconnect();
    return changed || state() !== before;
  };
  const dead = [];
  const done = new Set();
  const visit = async (nodes) => {
    for (const node of nodes) {
      if (!node.isConnected || !seen(node) || done.has(makes(node))) continue;
      if (node.type === "radio" && node.checked) continue;
      done.add(makes(node));
      if (!(await answers(node))) dead.push(node.outerHTML.slice(0, 200));
      const box = document.querySelector("dialog[open]");
      if (!box) continue;
      if (!within(box)) dead.push(`out of sight: ${box.outerHTML.slice(0, 80)}`);
      const close = box.querySelector("form button, [data-citebox-close]");
      close.click();
      await wait(20);
      if (box.hasAttribute("open")) dead.push(`does not close: ${box.outerHTML.slice(0, 80)}`);
    }
  };
  await visit([...document.querySelectorAll("button, input, select")]);
  return dead;
}"""


def dead_controls(page: Page) -> list[Any]:
    """Return the controls of a page that are seen and do nothing when they are used."""
    found: list[Any] = page.evaluate(_DEAD)
    return found


def words(page: Page) -> int:
    """Return how much of a page's own text is seen."""
    return len(page.locator("#content").inner_text())
