/* Blocks on purpose: puts the chosen display on <html> before anything is painted. The only script that is no module. */
(function () {
  "use strict";
  var root = document.documentElement;
  var chosen = {};
  try {
    chosen = JSON.parse(localStorage.getItem("gongkai.display")) || {};
  } catch (error) {
    /* no storage, or something else under the name: the system's settings rule */
  }
  var dark = window.matchMedia("(prefers-color-scheme: dark)").matches;
  var scheme = chosen.scheme === "slate" || chosen.scheme === "default" ? chosen.scheme : dark ? "slate" : "default";
  root.setAttribute("data-md-color-scheme", scheme);
  ["mode", "size", "contrast", "pointer"].forEach(function (name) {
    if (typeof chosen[name] === "string" && chosen[name]) root.setAttribute("data-gk-" + name, chosen[name]);
  });
  root.classList.remove("no-js");
  root.classList.add("js");
  // The search page's words for older browsers would otherwise show until its module has started, and then jump away.
  if ("DecompressionStream" in window && "requestSubmit" in HTMLFormElement.prototype) root.classList.add("gk-can-search");
})();
