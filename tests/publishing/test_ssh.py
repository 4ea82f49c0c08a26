"""Publishing to a host by ssh and rsync: a real server on this machine, a root with blanks and Chinese in its name."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from generator.publishing.release import Terms, deploy, rollback
from generator.publishing.target import PublishError, SshTarget, open_target
from tests.publishing.test_release import make_site
from tests.support.sshd import ssh_host

pytestmark = pytest.mark.long

START = datetime(2026, 7, 1, 8, 0, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Host:
    """The server: how to start a process that reaches it."""

    environment: dict[str, str]


@pytest.fixture(scope="module")
def host(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Host]:
    with ssh_host(tmp_path_factory.mktemp("sshd")) as environment:
        yield Host(environment)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tmp_path / "网站 目录" / "it's"


@pytest.fixture
def target(host: Host, root: Path, monkeypatch: pytest.MonkeyPatch) -> SshTarget:
    monkeypatch.setenv("PATH", host.environment["PATH"])
    opened = open_target(f"web:{root}")
    assert isinstance(opened, SshTarget)
    return opened


def publish(target: SshTarget, site: Path, hours: int, terms: Terms = Terms()) -> str | None:  # noqa: B008
    return deploy(site, target, START + timedelta(hours=hours), terms, lambda _: None)


def served(root: Path) -> str:
    return (root / "current" / "index.html").read_text(encoding="utf-8")


def test_releases_assets_and_hold(target: SshTarget, root: Path, tmp_path: Path) -> None:
    names = [publish(target, make_site(tmp_path / word, word), hour, Terms(keep=1)) for hour, word in enumerate("abc")]
    assert served(root) == "index.html c"
    assert target.releases() == tuple(names[1:])
    assets = sorted(path.name for path in (root / "current" / "assets").iterdir())
    assert {"main.b0123abcd.js", "main.c0123abcd.js", "plain.js"} <= set(assets)
    assert publish(target, tmp_path / "c", 3) is None
    assert rollback(target, START, None, "值班员") == names[1]
    assert served(root) == "index.html b"
    with pytest.raises(PublishError, match="由值班员从"):
        publish(target, make_site(tmp_path / "d", "d"), 4)
    publish(target, tmp_path / "d", 5, Terms(resume=True))
    assert (served(root), target.hold()) == ("index.html d", None)


def test_a_removed_file_is_gone_and_modes_are_readable(target: SshTarget, root: Path, tmp_path: Path) -> None:
    publish(target, make_site(tmp_path / "a", "a"), 0)
    site = make_site(tmp_path / "b", "b")
    (site / "assets" / "plain.js").unlink()
    publish(target, site, 1)
    assert not (root / "current" / "assets" / "plain.js").exists()
    assert (root / "current" / "index.html").stat().st_mode & 0o444 == 0o444


@pytest.mark.parametrize("step", ["复制", "切换"])
def test_killed_at_a_step(target: SshTarget, host: Host, root: Path, tmp_path: Path, step: str) -> None:
    publish(target, make_site(tmp_path / "a", "a"), 0)
    site = make_site(tmp_path / "b", "b")
    command = [sys.executable, "-m", "generator", "deploy", f"web:{root}", "--site-dir", str(site)]
    with subprocess.Popen(command, env=host.environment, stderr=subprocess.PIPE, encoding="utf-8") as running:
        assert running.stderr is not None
        for line in running.stderr:
            if line.strip() == f"发布：{step}":
                break
        os.kill(running.pid, signal.SIGKILL)
    assert served(root) in {"index.html a", "index.html b"}
    publish(target, site, 2)
    assert served(root) == "index.html b"
    assert [path.name for path in (root / "releases").iterdir() if path.name.startswith(".")] == []


def test_a_host_that_refuses_is_one_sentence(target: SshTarget, tmp_path: Path) -> None:
    with pytest.raises(PublishError, match="web 上的操作没有成功"):
        publish(SshTarget(target.host, "/proc/none"), make_site(tmp_path / "a", "a"), 0)


@pytest.mark.parametrize("address", ["-oProxyCommand=x:/srv", "-x:/srv", "a b:/srv"])
def test_an_address_is_never_an_option(address: str) -> None:
    assert not isinstance(open_target(address), SshTarget)
