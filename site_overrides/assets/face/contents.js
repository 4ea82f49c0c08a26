/* The contents list follows the scroll: the entry of the last heading above the reading line is the current one. */

const READING_LINE = 0.25; // of the window's height

export function followContents(page) {
  const list = page.querySelector("[data-gk-contents]");
  const entries = [...list.querySelectorAll("a[href^='#']")]
    .map((link) => ({ link, target: page.getElementById(decodeURIComponent(link.hash.slice(1))) }))
    .filter(({ target }) => target);
  if (!entries.length) return;
  let current = null;
  let asked = false;

  function show() {
    asked = false;
    const line = window.innerHeight * READING_LINE;
    let found = entries[0];
    for (const entry of entries) if (entry.target.getBoundingClientRect().top <= line) found = entry;
    if (window.innerHeight + window.scrollY >= page.documentElement.scrollHeight - 2) found = entries[entries.length - 1];
    if (found === current) return;
    current?.link.removeAttribute("aria-current");
    list.querySelectorAll(".is-here").forEach((item) => item.classList.remove("is-here"));
    current = found;
    found.link.setAttribute("aria-current", "location");
    for (let item = found.link.closest("li"); item; item = item.parentElement.closest("li")) item.classList.add("is-here");
    keepInView(list, found.link);
  }
  const ask = () => {
    if (!asked) requestAnimationFrame(show);
    asked = true;
  };
  window.addEventListener("scroll", ask, { passive: true });
  window.addEventListener("resize", ask, { passive: true });
  show();
}

/** Scrolls the list, never the page. */
function keepInView(list, link) {
  const box = list.getBoundingClientRect();
  const entry = link.getBoundingClientRect();
  if (entry.top < box.top || entry.bottom > box.bottom) list.scrollTop += entry.top - box.top - box.height / 3;
}
