/* The switches of the display: each shows its state, changes <html>, and is remembered. */

const STORE = "gongkai.display";
const ATTRIBUTES = {
  mode: "data-gk-mode",
  scheme: "data-md-color-scheme",
  size: "data-gk-size",
  contrast: "data-gk-contrast",
  pointer: "data-gk-pointer",
};
/** What a switch stands for when it is not pressed. */
const OFF = { scheme: "default" };

function remember(name, value) {
  try {
    const chosen = JSON.parse(localStorage.getItem(STORE)) ?? {};
    chosen[name] = value;
    localStorage.setItem(STORE, JSON.stringify(chosen));
  } catch {
    // no storage: the choice lasts until the page is left
  }
}

function current(name) {
  return document.documentElement.getAttribute(ATTRIBUTES[name]) ?? "";
}

function showState(buttons) {
  for (const button of buttons) {
    const { gkSwitch: name, gkValue: value } = button.dataset;
    button.setAttribute("aria-pressed", String(current(name) === value));
  }
}

export function wakeSwitches(page) {
  const buttons = [...page.querySelectorAll("[data-gk-switch]")];
  for (const button of buttons) {
    button.addEventListener("click", () => {
      const { gkSwitch: name, gkValue: value } = button.dataset;
      const chosen = current(name) === value && value !== "" ? (OFF[name] ?? "") : value;
      if (chosen) page.documentElement.setAttribute(ATTRIBUTES[name], chosen);
      else page.documentElement.removeAttribute(ATTRIBUTES[name]);
      remember(name, chosen);
      showState(buttons);
    });
  }
  showState(buttons);
}
