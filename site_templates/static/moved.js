// Follows a page that has moved, with the anchor it was asked for. Where the anchor has a pointer of its own, that leads.
// @ts-check

import { fragment, target } from "./address.js";

const pointer = target()?.querySelector("a");
const moved = /** @type {HTMLAnchorElement} */ (document.querySelector("[data-moved]"));
location.replace(pointer ? pointer.href : moved.hash || !fragment() ? moved.href : `${moved.href}#${fragment()}`);
