"""Where a site is published: a local folder, or a folder on a host reached by ssh and rsync.

<root>/releases/<name>/     complete releases, newest name last
<root>/releases/.incoming-…  a release that is being copied; never served
<root>/current               link to the release that is served; replaced in one step
<root>/HOLD                  written by a rollback: nothing is deployed until somebody resumes
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

INCOMING = ".incoming-"
HASHED = re.compile(r"[.-][0-9a-f]{8,}\.(?:min\.)?[a-z0-9]+(?:\.map)?$")
"""File names that carry a hash of their content: they may be carried from release to release."""

_REMOTE = re.compile(r"(?P<host>(?:\w[\w.-]*@)?\w[\w.-]*):(?:~/)?(?P<root>[/\w.][^:]*)$")
"""`user@host:/path`, or a path below the user's home folder; neither part can be taken for an option."""


SHELL = "ssh -o BatchMode=yes"
"""How to reach a host. Nobody is there to type a password: without a key it fails at once."""


class PublishError(Exception):
    """A target that cannot be reached or used; the message is Chinese."""


class Target(Protocol):
    """What publishing needs of a target. Every method is one step that either happened or did not."""

    def releases(self) -> tuple[str, ...]:
        """Names of the complete releases, oldest first."""

    def current(self) -> str | None:
        """Name of the release that is served, None if there is none."""

    def hold(self) -> str | None:
        """Text of the hold, None if there is none."""

    def receive(self, site: Path, name: str) -> None:
        """Copy the site to the place for incoming releases."""

    def carry_over(self, name: str, kept: tuple[str, ...]) -> None:
        """Link the hashed files of kept releases into the incoming one, so that open pages still find theirs."""

    def complete(self, name: str) -> None:
        """Make the incoming release a complete one."""

    def activate(self, name: str) -> None:
        """Serve a release: replace the link in one step."""

    def remove(self, name: str) -> None:
        """Remove a release that is not served."""

    def set_hold(self, text: str | None) -> None:
        """Write the hold, or take it away with None."""


def open_target(address: str) -> Target:
    """The target of an address: `user@host:/path` is a host, anything else a local folder."""
    remote = _REMOTE.fullmatch(address)
    if remote and not Path(address).exists():
        return SshTarget(remote["host"], remote["root"])
    return LocalTarget(Path(address))


@dataclass(frozen=True, slots=True)
class LocalTarget:
    """A folder on this machine."""

    root: Path

    @property
    def _releases(self) -> Path:
        folder = self.root / "releases"
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise PublishError(f"不能写入发布目录 {self.root}：{error.strerror}") from None
        return folder

    def releases(self) -> tuple[str, ...]:
        """See `Target`."""
        return tuple(sorted(path.name for path in self._releases.iterdir() if not path.name.startswith(".")))

    def current(self) -> str | None:
        """See `Target`."""
        link = self.root / "current"
        return link.readlink().name if link.is_symlink() else None

    def hold(self) -> str | None:
        """See `Target`."""
        file = self.root / "HOLD"
        return file.read_text(encoding="utf-8") if file.is_file() else None

    def receive(self, site: Path, name: str) -> None:
        """See `Target`."""
        for leftover in self._releases.glob(f"{INCOMING}*"):
            shutil.rmtree(leftover)
        shutil.copytree(site, self._releases / f"{INCOMING}{name}")

    def carry_over(self, name: str, kept: tuple[str, ...]) -> None:
        """See `Target`."""
        incoming = self._releases / f"{INCOMING}{name}"
        for release in kept:
            folder = self._releases / release
            for file in folder.rglob("*"):
                target = incoming / file.relative_to(folder)
                if HASHED.search(file.name) and file.is_file() and not target.exists():
                    target.parent.mkdir(parents=True, exist_ok=True)
                    os.link(file, target)

    def complete(self, name: str) -> None:
        """See `Target`."""
        (self._releases / f"{INCOMING}{name}").rename(self._releases / name)

    def activate(self, name: str) -> None:
        """See `Target`."""
        fresh = self.root / ".current-new"
        fresh.unlink(missing_ok=True)
        fresh.symlink_to(Path("releases") / name, target_is_directory=True)
        fresh.replace(self.root / "current")

    def remove(self, name: str) -> None:
        """See `Target`. The folder is renamed first, so that a killed removal leaves no half release behind."""
        doomed = self._releases / f"{INCOMING}old-{name}"
        (self._releases / name).rename(doomed)
        shutil.rmtree(doomed)

    def set_hold(self, text: str | None) -> None:
        """See `Target`."""
        file = self.root / "HOLD"
        if text is None:
            file.unlink(missing_ok=True)
        else:
            part = self.root / ".HOLD-new"
            part.write_text(text, encoding="utf-8")
            part.replace(file)


@dataclass(frozen=True, slots=True)
class SshTarget:
    """A folder on a host, used through `ssh` and `rsync` with the keys and settings of the user who deploys."""

    host: str
    root: str

    def releases(self) -> tuple[str, ...]:
        """See `Target`."""
        return tuple(self._shell("mkdir -p releases && ls -1 releases").split())

    def current(self) -> str | None:
        """See `Target`."""
        return self._shell("readlink current || true").strip().rpartition("/")[2] or None

    def hold(self) -> str | None:
        """See `Target`."""
        return self._shell("cat HOLD 2>/dev/null || true") or None

    def receive(self, site: Path, name: str) -> None:
        """See `Target`."""
        self._shell(f"rm -rf releases/{INCOMING}*")
        place = f"{self.host}:{self.root}/releases/{INCOMING}{name}/"
        self._run(["rsync", "--archive", "--delete", "--protect-args", f"--rsh={SHELL}", f"{site}/", place], "")

    def carry_over(self, name: str, kept: tuple[str, ...]) -> None:
        """See `Target`. File names come from `find`, the pattern is that of `HASHED`."""
        pattern = r".*[.-][0-9a-f]{8,}\.(min\.)?[a-z0-9]+(\.map)?"
        for release in kept:
            self._shell(
                f"cd releases/{release} && find . -type f -regextype posix-extended -regex '{pattern}' "
                f'-exec sh -c \'d=../{INCOMING}{name}/$1; [ -e "$d" ] || '
                '{ mkdir -p "${d%/*}" && ln "$1" "$d"; }\' sh {} \\;'
            )

    def complete(self, name: str) -> None:
        """See `Target`."""
        self._shell(f"mv releases/{INCOMING}{name} releases/{name}")

    def activate(self, name: str) -> None:
        """See `Target`."""
        self._shell(f"ln -sfn releases/{name} .current-new && mv -T .current-new current")

    def remove(self, name: str) -> None:
        """See `Target`."""
        self._shell(f"mv releases/{name} releases/{INCOMING}old-{name} && rm -rf releases/{INCOMING}old-{name}")

    def set_hold(self, text: str | None) -> None:
        """See `Target`."""
        self._shell("rm -f HOLD" if text is None else "cat > .HOLD-new && mv .HOLD-new HOLD", text or "")

    def _shell(self, script: str, given: str = "") -> str:
        root = shlex.quote(self.root)
        return self._run([*SHELL.split(), self.host, f"mkdir -p {root} && cd {root} && {{ {script}; }}"], given)

    def _run(self, command: list[str], given: str) -> str:
        try:
            done = subprocess.run(  # noqa: S603  (the program and the user's own target)
                command, input=given, capture_output=True, encoding="utf-8", check=False
            )
        except FileNotFoundError:
            raise PublishError(f"这台机器没有 {command[0]}，不能发布到 {self.host}") from None
        if done.returncode:
            raise PublishError(f"{self.host} 上的操作没有成功：{done.stderr.strip() or done.returncode}")
        return done.stdout
