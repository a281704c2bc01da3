// A glossary that is cut lists names; each keeps the anchor it always had. An address with that anchor leads on to where the
// term is explained; without the script its name does.
// @ts-check

import { target } from "./address.js";

const link = target()?.querySelector("a");
if (link instanceof HTMLAnchorElement) location.replace(link.href);
