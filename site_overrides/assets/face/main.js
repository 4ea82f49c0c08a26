/* Entry point of every page; what only reports need is loaded where there is one. */

import { wakeFolds } from "./folds.js";
import { wakePaper } from "./paper.js";
import { wakeSwitches } from "./switches.js";

wakeSwitches(document);
wakeFolds(document);
wakePaper(document);
if (document.querySelector("[data-gk-contents]")) import("./contents.js").then(({ followContents }) => followContents(document));
if (document.querySelector("[data-gk-report]")) import("./report.js").then(({ wakeReport }) => wakeReport(document));
