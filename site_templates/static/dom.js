// Finding and making elements with their types known.
// @ts-check

/**
 * Return the first element that answers a selector; without one the page is broken, and this says so.
 * @template {Element} T
 * @param {ParentNode} root
 * @param {string} selector
 * @param {new () => T} kind
 * @returns {T}
 */
export function one(root, selector, kind) {
  const found = maybe(root, selector, kind);
  if (!found) throw new TypeError(`no ${kind.name} answers ${selector}`);
  return found;
}

/**
 * Return the first element that answers a selector, or null.
 * @template {Element} T
 * @param {ParentNode} root
 * @param {string} selector
 * @param {new () => T} kind
 * @returns {T | null}
 */
export function maybe(root, selector, kind) {
  const found = root.querySelector(selector);
  return found instanceof kind ? found : null;
}

/**
 * Return all elements that answer a selector.
 * @template {Element} T
 * @param {ParentNode} root
 * @param {string} selector
 * @param {new () => T} kind
 * @returns {T[]}
 */
export function all(root, selector, kind) {
  return [...root.querySelectorAll(selector)].flatMap((found) => (found instanceof kind ? [found] : []));
}

/**
 * Return a new element with a class and children.
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} name
 * @param {string} className
 * @param {...(Node | string)} children
 * @returns {HTMLElementTagNameMap[K]}
 */
export function element(name, className, ...children) {
  const node = document.createElement(name);
  if (className) node.className = className;
  node.append(...children);
  return node;
}

/**
 * Return a copy of a node with all that is in it.
 * @template {Node} T
 * @param {T} node
 * @returns {T}
 */
export function copy(node) {
  return /** @type {T} */ (node.cloneNode(true));
}

/**
 * Return the text of a node without white space at its ends.
 * @param {Node | null | undefined} node
 */
export function textOf(node) {
  return (node && node.textContent ? node.textContent : "").trim();
}

/**
 * Show a box over the page. A browser without dialogs (Safari before 15.4) shows it where the style sheet puts it.
 * @param {HTMLDialogElement} box
 */
export function openBox(box) {
  if (box.showModal) box.showModal();
  else box.setAttribute("open", "");
}

/**
 * Close a box, and tell those who listen.
 * @param {HTMLDialogElement} box
 */
export function closeBox(box) {
  if (box.close) {
    box.close();
  } else if (box.hasAttribute("open")) {
    box.removeAttribute("open");
    box.dispatchEvent(new Event("close"));
  }
}
