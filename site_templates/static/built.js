// The day the site was built, said at the foot of a page. It stands in a file of its own, so that pages stay as they are
// from build to build; that is asked for when a reader comes to the foot. Without it the foot names the data's version.
// @ts-check

/**
 * @param {{words?: Record<string, string>}} said
 * @param {string} language
 */
const words = (said, language) => said.words?.[language.split("-")[0]] ?? "";

const place = document.querySelector("[data-built]");
if (place instanceof HTMLElement && "IntersectionObserver" in window) {
  const seen = new IntersectionObserver((entries) => {
    if (!entries.some((entry) => entry.isIntersecting)) return;
    seen.disconnect();
    fetch(place.dataset.built ?? "")
      .then((answer) => (answer.ok ? answer.json() : {}))
      .then((said) => {
        place.textContent = words(said, place.lang);
      })
      .catch(() => {
        // A reader without a connection keeps what the page says.
      });
  });
  seen.observe(place.parentElement ?? place);
}
