"""Scripts in few files: what only one page script imports stands inside it, and it works as before."""

import re
from pathlib import Path

import pytest

from generator.search.bundle import bundled
from tests.search.corpus import ROOT

MODULES = {
    "main": 'await import("./page.js");\nawait import("./store.js");\n',
    "page": 'import { deep } from "./deep.js";\nimport { shared } from "./shared.js";\nexport const page = deep;\n',
    "deep": 'import { shared, two } from "./shared.js";\nexport const deep = shared * two;\n',
    "store": 'import { shared } from "./shared.js";\nexport const store = shared;\n',
    "shared": "export const shared = 1;\nexport const two = 2;\n",
}


def test_what_one_page_needs_stands_inside_it() -> None:
    assert bundled(MODULES)["page"] == (
        'import * as $shared from "./shared.js";\n'
        "const $deep = (() => {\n"
        "const { shared, two } = $shared;\nconst deep = shared * two;\n"
        "return { deep };\n})();\n"
        "const { deep } = $deep;\nconst { shared } = $shared;\nexport const page = deep;\n"
    )


def test_the_others_stay_as_they_are() -> None:
    made = bundled(MODULES)
    assert {name: made[name] for name in ("main", "deep", "shared")} == {
        name: MODULES[name] for name in ("main", "deep", "shared")
    }


def test_other_forms_of_export_are_refused() -> None:
    with pytest.raises(ValueError, match=r"deep\.js: export default"):
        bundled({**MODULES, "deep": "export default 1;\n"})


def test_the_search_page_names_the_files_that_it_needs() -> None:
    folder = ROOT / "site_overrides" / "assets" / "search"
    made = bundled({path.stem: path.read_text(encoding="utf-8") for path in folder.glob("*.js")})
    imported = re.findall(r'from "\./(\w+)\.js"', made["page"] + made["store"])
    page = Path(ROOT, "site_overrides", "partials", "search-page.html").read_text(encoding="utf-8")
    preloaded = re.search(r"for module in \(([^)]*)\)", page)
    assert preloaded is not None
    assert set(re.findall(r"\w+", preloaded[1])) == {"store", "page", *imported}
