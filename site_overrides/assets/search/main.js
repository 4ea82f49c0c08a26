/* Entry point, loaded on every page: wakes the search boxes when they are used, and the search page. */

const opened = new Map();

/** The index at an address, opened once; `afresh` opens it again, for the case that a new one was published meanwhile. */
function opener(address) {
  const base = new URL(address, document.baseURI).href;
  return (afresh = false) => {
    if (afresh || !opened.has(base)) {
      const fetchBytes = async (path) => {
        const response = await fetch(base + path, path === "index.json" ? { cache: "no-cache" } : {});
        if (!response.ok) throw new Error(`${response.status} ${path}`);
        return new Uint8Array(await response.arrayBuffer());
      };
      // The first file is asked for at once, not only when the scripts are there.
      const index = fetchBytes("index.json");
      index.catch(() => {});
      const read = (path) => (path === "index.json" ? index : fetchBytes(path));
      const opening = import("./store.js").then(({ Store }) => Store.open(read));
      opening.catch(() => opened.delete(base));
      opened.set(base, opening);
    }
    return opened.get(base);
  };
}

/** What the search needs: Chrome and Edge 80, Firefox 113, Safari 16.4. Without it the plain page stays. */
const capable = "DecompressionStream" in window && "requestSubmit" in HTMLFormElement.prototype;

function wakeBox(form) {
  const input = form.elements.namedItem("q");
  const wake = async () => {
    const { Suggest } = await import("./suggest.js");
    if (!input.hasAttribute("aria-controls")) new Suggest(input, opener(form.dataset.index));
  };
  if (document.activeElement === input) wake();
  input.addEventListener("focus", wake, { once: true });
}

async function wakePage(root) {
  const openStore = opener(root.dataset.index);
  if (location.search !== "") openStore().catch(() => {}); // the page says so when it asks for it
  const { SearchPage } = await import("./page.js");
  root.dataset.ready = "";
  await new SearchPage(root, openStore).show();
}

/** This script does not wait for the page; as soon as all of its elements are there, it looks for its own. */
function start() {
  if (document.readyState === "loading") return;
  document.removeEventListener("readystatechange", start);
  document.querySelectorAll("form[data-index]").forEach(wakeBox);
  const root = document.getElementById("gongkai-search");
  if (root) wakePage(root);
}

if (capable) {
  document.addEventListener("readystatechange", start);
  start();
}
