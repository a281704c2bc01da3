// A glossary that is cut lists names; each keeps the anchor it always had. An address with that anchor leads on to where the
// term is explained; without the script its name does. A term that has moved to another letter's page is looked for in the list.
// @ts-check

import { fragment, target } from "./address.js";
import "./edit.js";

const names = /** @type {HTMLElement | null} */ (document.querySelector("[data-names]"))?.dataset.names;
const link = target()?.querySelector("a");
if (!names && link) location.replace(link.href);
if (names && !target() && fragment().startsWith("term-")) location.replace(`${names}#${fragment()}`);
