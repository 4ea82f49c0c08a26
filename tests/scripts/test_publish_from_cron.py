"""The script for a host with cron: quiet when it publishes, one report of trouble when it must not."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.git import Repository
from tests.support.site import ROOT, TODAY, Project

pytestmark = pytest.mark.long

SCRIPTS = ("publish-from-cron", "commit-ledger", "check_links.py", "use-deploy-key")


@pytest.fixture
def repository(project: Project) -> Repository:
    """The project under git."""
    made = Repository(project.folder)
    for name in SCRIPTS:
        made.write(f"scripts/{name}", (ROOT / "scripts" / name).read_bytes()).chmod(0o755)
    made.write(".gitignore", "/build/\n/site/\n/www/\n/generator\n")
    made.git("init", "--quiet", "--initial-branch=main")
    made.git("add", "-A")
    made.git("commit", "--quiet", "-m", "start")
    return made


def run(repository: Repository, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["scripts/publish-from-cron", *arguments],
        cwd=repository.folder,
        env=repository.environment()
        | {"GONGKAI": f"{sys.executable} -m generator", "PYTHON": sys.executable, "SOURCE_DATE_EPOCH": TODAY},
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )


def test_it_publishes_and_refuses(repository: Repository) -> None:
    www = repository.folder / "www"
    done = run(repository, str(www))
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    release = (www / "current").readlink()
    assert '"first_published": "2026-07-01"' in (repository.folder / "content/ledger.json").read_text(encoding="utf-8")
    repository.git("commit", "--quiet", "-am", "ledger")

    (file,) = (repository.folder / "content" / "reports").rglob("卫滨区司法局.txt")
    file.write_text(file.read_text(encoding="utf-8") + "联系电话19912345678\n", encoding="utf-8")
    done = run(repository, str(www))
    assert done.returncode == 1
    assert "错误 P02 有手机号码199****5678" in done.stderr
    assert (www / "current").readlink() == release
    assert repository.git("diff", "--name-only", "--", "content/ledger.json") == ""


def test_without_a_target_it_says_how(repository: Repository) -> None:
    done = run(repository)
    assert (done.returncode, done.stderr) == (2, "usage: publish-from-cron TARGET\n")


def test_the_ledger_is_committed_alone_and_pushed(repository: Repository, tmp_path: Path) -> None:
    subprocess.run(["git", "init", "--quiet", "--bare", str(tmp_path / "origin.git")], check=True)
    repository.git("remote", "add", "origin", str(tmp_path / "origin.git"))
    repository.git("push", "--quiet", "-u", "origin", "main")
    repository.write("content/ledger.json", '{"schema": "gongkai.ledger/1", "reports": {} }\n')
    repository.write("content/half-done.txt", "x\n")
    command = [str(repository.folder / "scripts/commit-ledger")]
    for _ in range(2):
        subprocess.run(command, env=repository.environment(), check=True)
    assert repository.git("rev-list", "--count", "origin/main").strip() == "2"
    assert repository.git("show", "--name-only", "--format=", "HEAD").split() == ["content/ledger.json"]


def test_the_key_is_for_this_user_alone(repository: Repository, tmp_path: Path) -> None:
    environment = repository.environment() | {"HOME": str(tmp_path), "DEPLOY_KEY": "k", "DEPLOY_KNOWN_HOSTS": "h"}
    subprocess.run([str(repository.folder / "scripts/use-deploy-key")], env=environment, check=True)
    assert (tmp_path / ".ssh" / "id_deploy").stat().st_mode & 0o077 == 0
    assert (tmp_path / ".ssh" / "id_deploy").read_text(encoding="utf-8") == "k\n"
