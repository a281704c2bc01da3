// Style sheets of what is fetched later. Without them everything is there to be read.
// @ts-check

/**
 * Ask for a style sheet that stands beside a script and is of its version; settle when it is there, or is not.
 * @type {(name: string, script: string) => Promise<unknown>}
 */
export function styled(name, script) {
  const sheet = document.createElement("link");
  sheet.rel = "stylesheet";
  sheet.href = new URL(`${name}${new URL(script).search}`, script).href;
  const settled = new Promise((done) => {
    sheet.onload = sheet.onerror = done;
  });
  document.head.append(sheet);
  return settled;
}
