/* Short news for everyone: seen in a corner, read out by screen readers, gone after a while. */

const SHOWN = 4000; // milliseconds
let place = null;
let timer = 0;

export function say(words) {
  if (!place) {
    place = document.createElement("p");
    place.className = "gk-live";
    place.setAttribute("role", "status");
    document.querySelector("main").append(place);
  }
  place.textContent = words;
  clearTimeout(timer);
  timer = setTimeout(() => place.replaceChildren(), SHOWN);
}
