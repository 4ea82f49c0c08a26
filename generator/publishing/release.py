"""Deploys a built site and takes it back. Killing it at any point leaves the served release whole."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from generator.publishing.target import PublishError, Target

Step = Callable[[str], None]
"""Called with the name of each step when it begins, and with 完成 at the end."""

_NAME = re.compile(r"\d{8}T\d{6}-[0-9a-f]{12}")
COMPLETE = ("index.html", "404.html", "sitemap.xml")
"""A folder without these is no complete site."""


@dataclass(frozen=True, slots=True)
class Terms:
    """How to deploy: `keep` releases stay besides the new one; `resume` lifts the hold that a rollback left."""

    keep: int = 5
    resume: bool = False


def deploy(site: Path, target: Target, now: datetime, terms: Terms, step: Step) -> str | None:
    """Publish the folder `site`; returns the name of the release, None if this very site is served already.

    Raises `PublishError` if the folder is no complete site, or after a rollback unless the terms say to resume.
    """
    if missing := [name for name in COMPLETE if not (site / name).is_file()]:
        raise PublishError(f"{site} 不是完整的网站（缺 {'、'.join(missing)}），没有发布")
    if (hold := target.hold()) is not None:
        if not terms.resume:
            raise PublishError(f"已回退并暂停发布：{hold.strip()}。问题解决后用 gongkai deploy --resume 恢复发布")
        target.set_hold(None)
    content = site_hash(site)
    served = target.current()
    if served is not None and served.endswith(content):
        return None
    name = f"{now:%Y%m%dT%H%M%S}-{content}"
    kept = _kept(target.releases(), served, terms.keep)
    if name not in target.releases():  # a deployment killed before 切换 within this very second has left it whole
        step("复制")
        target.receive(site, name)
        step("保留旧资源")
        target.carry_over(name, kept)
        step("成为版本")
        target.complete(name)
    step("切换")
    target.activate(name)
    step("清理")
    for release in target.releases():
        if release not in (*kept, name):
            target.remove(release)
    step("完成")
    return name


def rollback(target: Target, now: datetime, to: str | None, by: str) -> str:
    """Serve an earlier release and hold further deployments; returns its name.

    `to` None means the release before the one that is served. Raises `PublishError` if there is none.
    """
    served, releases = target.current(), target.releases()
    earlier = [name for name in releases if served is None or name < served]
    name = to or (earlier[-1] if earlier else None)
    if name is None or name not in releases:
        raise PublishError(f"没有可以回退到的版本{f'“{to}”' if to else ''}；现有：{'、'.join(releases) or '无'}")
    target.set_hold(f"{now:%Y-%m-%d %H:%M} 由{by}从 {served or '无'} 回退到 {name}\n")
    target.activate(name)
    return name


def site_hash(site: Path) -> str:
    """First 12 hex digits of a SHA-256 over paths and bytes of all files: two equal sites have one hash."""
    total = hashlib.sha256()
    for path in sorted(site.rglob("*")):
        if path.is_file():
            total.update(path.relative_to(site).as_posix().encode() + b"\0")
            total.update(hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()[:12]


def _kept(releases: tuple[str, ...], served: str | None, keep: int) -> tuple[str, ...]:
    """The newest `keep` releases, and the one that is served, whatever its age."""
    newest = [name for name in releases if _NAME.fullmatch(name)][-keep:]
    return tuple(name for name in releases if name in newest or name == served)
