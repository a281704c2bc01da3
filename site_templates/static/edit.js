// Links for mending the passage or term at hand: where the pointer or the focus is, or where the address leads. Only
// pages of a site whose repository is known load this file.
const patterns = [...document.querySelector("template[data-edit]").content.querySelectorAll("a")];
const links = document.createElement("span");
links.className = "edit edit--inline";
let record = null;

function settle(target) {
  const next = target?.closest("[data-lines]");
  if (!next || next === record) return;
  record = next;
  const [id, ...lines] = record.dataset.lines.trim().split(" ");
  const own = record.querySelector(".permalink"); // a passage has one; a term is named by its heading
  const name = own?.title ?? record.querySelector("h3").textContent.trim();
  const made = patterns.map((pattern) => pattern.cloneNode(true));
  const report = made.pop();
  report.href = report.href.replaceAll("@record@", id).replaceAll("@anchor@", record.id);
  made.length = lines.length; // a passage that is not translated stands in one file
  made.forEach((link, i) => (link.href += lines[i]));
  for (const link of [...made, report]) link.setAttribute("aria-label", `${link.textContent}: ${name}`);
  links.replaceChildren(...made, report);
  (own?.parentElement ?? record.querySelector("p")).append(links);
}

addEventListener("pointerover", (event) => {
  if (!links.contains(document.activeElement)) settle(event.target);
});
addEventListener("focusin", (event) => settle(event.target));
const follow = () => settle(document.getElementById(location.hash.slice(1)));
addEventListener("hashchange", follow);
follow();
