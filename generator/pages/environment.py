"""The Jinja environment of the templates, and the one way to write a page."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from generator.model.fact import Qualifier
from generator.model.report import SiteFile
from generator.pages import addresses
from generator.pages.escape import attribute, markdown
from generator.text.shown_date import UNSTATED, day

_QUALIFIED = {Qualifier.APPROX: "≈", Qualifier.AT_LEAST: "≥", Qualifier.AT_MOST: "≤"}


@cache
def environment() -> Environment:
    """The environment of all templates: undefined names are errors, `md` and `attr` escape report text."""
    made = Environment(
        loader=PackageLoader("generator.pages", "templates"),
        undefined=StrictUndefined,
        autoescape=False,  # noqa: S701  (Markdown, not HTML: report text passes through `md` or `attr`)
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.filters.update(md=markdown, attr=attribute, day=day, qualified=_qualified)
    made.globals.update(address=addresses, UNSTATED=UNSTATED)
    return made


def write_page(
    address: str, template: str, *, title: str, front: dict[str, Any] | None = None, **values: Any
) -> SiteFile:
    """Render a template as the Markdown file of a page.

    `front` is the page's front matter besides the title (what the theme may use, e.g. `description`, `template`);
    `type`, the template's name, is added, and `number` on the second and later pages of a list (variable `list`).
    `values` are the template's variables. Templates get `root`, the relative way to the site's root.
    """
    root = addresses.up(address) or "./"
    body = environment().get_template(template).render(root=root, here=address, title=title, **values)
    facts = {"type": template.partition(".")[0].replace("_", "-"), **(front or {})}
    listed = values.get("list")
    if listed is not None and listed.number > 1:
        facts["number"] = listed.number
    return SiteFile(addresses.source(address), f"{front_matter(title, facts)}{body}".encode())


def front_matter(title: str, front: dict[str, Any]) -> str:
    """YAML front matter; JSON values are valid YAML, so that no text can break out of its key."""
    rows = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in {"title": title, **front}.items()]
    return "---\n" + "\n".join(rows) + "\n---\n\n"


def _qualified(qualifier: Qualifier) -> str:
    return _QUALIFIED.get(qualifier, "")
