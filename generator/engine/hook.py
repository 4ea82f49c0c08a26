"""MkDocs hook: fills `docs_dir` from `content/` before MkDocs reads it.

`mkdocs build` and `mkdocs serve` alone give the same site as `gongkai build` and `gongkai serve`.
"""

from __future__ import annotations

import os
import re
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.exceptions import PluginError

from generator.catalogues.load import CatalogueError
from generator.clock import today
from generator.content.site import read_site
from generator.engine.navigation import navigation
from generator.guard import conceal_path
from generator.model.diagnostic import Diagnostic
from generator.reporting.counts import in_telling_order
from generator.reporting.history import how_to_take_out
from generator.reporting.terminal import format_problems
from generator.site.generate import SiteBlockedError, generate

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.files import Files

_UNUSED = re.compile(r"assets/(?:javascripts/|stylesheets/(?:palette\.|.*\.map$))")
LEAVE_OUT = "GONGKAI_LEAVE_OUT"
"""Environment variable: leave reports with errors out instead of refusing to build."""


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Take name, address and navigation from `content/`; MkDocs' own values in `mkdocs.yml` are placeholders."""
    content = content_folder(config)
    try:
        site = read_site(content)
    except CatalogueError as error:
        raise PluginError(str(error)) from None
    config.site_name = site.settings.name
    config.site_description = site.settings.description
    config.site_url = site.settings.base_url or ""
    config.nav = navigation(content)
    config.extra["gongkai"] = site.settings
    config.extra["today"] = today()
    return config


def on_pre_build(config: MkDocsConfig) -> None:
    """Generate the site's Markdown; with errors the build stops before the last built site is touched.

    `extra.generated` says that the folder was filled already (the benchmark measures the two apart).
    """
    if config.extra.get("generated"):
        return
    try:
        generate(
            content_folder(config),
            Path(config.docs_dir),
            config.extra.get("today") or date.today(),  # noqa: DTZ011  (the day where the site is published)
            leave_out=bool(os.environ.get(LEAVE_OUT)),
        )
    except SiteBlockedError as error:
        sys.stderr.write(format_problems(shown_errors(error.diagnostics, content_folder(config))))
        sys.stderr.write(how_to_take_out(error.diagnostics))
        message = "有必须更正的问题，网站没有重新生成；上一次生成的网站保持不变。"
        raise PluginError(message) from None
    except CatalogueError as error:
        raise PluginError(str(error)) from None


def shown_errors(problems: tuple[Diagnostic, ...], content: Path) -> tuple[Diagnostic, ...]:
    """What keeps the site from being built, with paths from where the command runs; the rest is `gongkai check`'s."""
    shown = Path(os.path.relpath(content))
    return in_telling_order(
        replace(problem, file=conceal_path((shown / problem.file).as_posix())) if problem.file else problem
        for problem in problems
        if problem.blocks
    )


def on_files(files: Files, *, config: MkDocsConfig) -> Files:  # noqa: ARG001  (MkDocs passes it by name)
    """Leave out what Material brings and no page asks for: 2 MB of scripts, source maps, the palette."""
    for file in [file for file in files if _UNUSED.match(file.src_uri)]:
        files.remove(file)
    return files


def on_serve(server: LiveReloadServer, config: MkDocsConfig, **_: object) -> LiveReloadServer:
    """Watch what staff edit, not the folder that the hook itself writes."""
    server.unwatch(config.docs_dir)
    server.watch(str(content_folder(config)))
    return server


def content_folder(config: MkDocsConfig) -> Path:
    """The content folder: `extra.content` of `mkdocs.yml`, relative to that file."""
    base = Path(config.config_file_path).parent
    return base / str(config.extra.get("content", "content"))
