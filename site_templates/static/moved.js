// Follows a page that has moved, with the anchor it was asked for. Where the anchor has a pointer of its own, that leads.
// Anchors are ASCII, so the fragment is used as it is: decoding would throw at a malformed one (#%).
// @ts-check
const anchor = location.hash.slice(1);
const pointer = anchor && document.getElementById(anchor)?.querySelector("a");
const moved = /** @type {HTMLAnchorElement} */ (document.querySelector("[data-moved]"));
location.replace(pointer ? pointer.href : moved.hash ? moved.href : moved.href + location.hash);
