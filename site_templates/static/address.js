// What the page's own address asks for: the only place that reads or writes it. Addresses are typed, cut and damaged on
// their way, so nothing here throws, and what is read of one is bounded.
// @ts-check

const LONGEST = 16000; // signs of a query that are read; every value of every filter has room
const MOST = 2000; // values of one parameter

/** Return what stands behind the #. Anchors are ASCII, so nothing is decoded: that would throw at a malformed one. */
export function fragment() {
  return location.hash.slice(1);
}

/** Return the element that the fragment names, or null. */
export function target() {
  return fragment() ? document.getElementById(fragment()) : null;
}

/**
 * Return the parameters of an address.
 * @param {string} [text]
 */
export function query(text = location.search) {
  return new URLSearchParams(text.slice(0, LONGEST));
}

/**
 * Return the values of a parameter, written with commas or repeated; null without it.
 * @param {URLSearchParams} asked
 * @param {string} name
 */
export function values(asked, name) {
  return asked.has(name) ? new Set(asked.getAll(name).join(",").split(",", MOST)) : null;
}

/**
 * Return a choice as a query that people can read.
 * @param {URLSearchParams} asked
 */
export function written(asked) {
  return asked.toString().replace(/%2C/g, ",");
}

/**
 * Keep a query in the address; a browser that has been asked too often (Safari) leaves the address as it is.
 * @param {string} text
 */
export function keep(text) {
  try {
    history.replaceState(history.state, "", `${location.pathname}${text ? `?${text}` : ""}${location.hash}`);
  } catch (error) {
    console.warn(error);
  }
}
