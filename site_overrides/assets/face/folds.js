/* Menus that fold out close on Escape and when the reader goes elsewhere; an address opens the fold that holds its target. */

export function wakeFolds(page) {
  const menus = [...page.querySelectorAll("details[data-gk-closes]")];
  for (const menu of menus) {
    menu.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !menu.open) return;
      menu.open = false;
      menu.querySelector("summary").focus();
    });
    menu.addEventListener("focusout", (event) => {
      if (event.relatedTarget && !menu.contains(event.relatedTarget)) menu.open = false;
    });
  }
  page.addEventListener("click", (event) => {
    for (const menu of menus) if (menu.open && !menu.contains(event.target)) menu.open = false;
  });
  openTarget(page);
  window.addEventListener("hashchange", () => openTarget(page));
}

/** What an address names may lie in a fold: open it, or the reader sees nothing. */
function openTarget(page) {
  const target = location.hash.length > 1 && page.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target) return;
  for (let fold = target.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
}
