/* Paper: what the card folds away is open while printing, and the sheet says where and when it was printed. */

export function wakePaper(page) {
  const place = page.createElement("p");
  place.className = "gk-printed-from";
  place.hidden = true;
  page.querySelector("article")?.append(place);
  let opened = [];
  window.addEventListener("beforeprint", () => {
    opened = [...page.querySelectorAll(".card details:not([open])")];
    for (const fold of opened) fold.open = true;
    place.textContent = `打印自 ${location.href}，${new Date().toLocaleDateString("zh-CN")}`;
    place.hidden = false;
  });
  window.addEventListener("afterprint", () => {
    for (const fold of opened) fold.open = false;
    place.hidden = true;
  });
}
