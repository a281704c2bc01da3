// Keys: no script listens to them but through this module.
// @ts-check

/**
 * Act on keys. While an input method is composing they belong to it; Safari sends the Enter that ends a composition
 * after it has ended, which 229 still tells.
 * @param {HTMLElement | Document} target
 * @param {(event: KeyboardEvent) => void} act
 */
export function onKey(target, act) {
  target.addEventListener("keydown", (event) => {
    const pressed = /** @type {KeyboardEvent} */ (event);
    if (!pressed.isComposing && pressed.keyCode !== 229) act(pressed);
  });
}
