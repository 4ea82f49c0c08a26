"""`gongkai hook`: a commit with a leak does not happen; other people's hooks stay."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.command import Done
from tests.support.command import gongkai as command
from tests.support.git import Repository, new_repository

LEAK = "联系电话19912345678\n"


def gongkai(repository: Repository, *arguments: str, below: str = ".") -> Done:
    return command(repository.folder / below, *arguments)


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    made = new_repository(tmp_path / "公开 资料")
    made.write("content/site.yml", "name: 公开\n")
    made.git("add", "-A")
    made.git("commit", "--quiet", "-m", "start")
    return made


def commits(repository: Repository) -> int:
    return int(repository.git("rev-list", "--count", "HEAD"))


def test_a_leak_is_not_committed(repository: Repository) -> None:
    assert gongkai(repository, "hook", "install").returncode == 0
    repository.write("content/reports/2024/甲县 司法局.txt", LEAK)
    repository.git("add", "-A")
    done = repository.try_git("commit", "-m", "report")
    assert (done.returncode, commits(repository)) == (1, 1)
    assert "content/reports/2024/甲县 司法局.txt:1:5: 错误 P02 有手机号码199****5678" in done.stderr
    assert "没有提交。" in done.stderr
    assert "19912345678" not in done.stdout + done.stderr
    repository.write("content/reports/2024/甲县 司法局.txt", "办公电话0370-1234567\n")
    repository.git("commit", "--quiet", "-am", "report")
    assert commits(repository) == 2


def test_what_lies_outside_the_content_is_not_its_business(repository: Repository) -> None:
    gongkai(repository, "hook", "install")
    repository.write("notes.txt", LEAK)
    repository.git("add", "-A")
    repository.git("commit", "--quiet", "-m", "notes")
    assert commits(repository) == 2


def test_a_partial_commit_is_looked_at_as_such(repository: Repository) -> None:
    gongkai(repository, "hook", "install")
    repository.write("content/甲.txt", "好\n")
    repository.write("content/乙.txt", LEAK)
    repository.git("add", "-A")
    repository.git("commit", "--quiet", "-m", "one of two", "content/甲.txt")
    assert repository.try_git("commit", "-m", "the other", "content/乙.txt").returncode == 1
    assert commits(repository) == 2


def test_worktrees_are_guarded_too(repository: Repository, tmp_path: Path) -> None:
    gongkai(repository, "hook", "install")
    repository.git("worktree", "add", "--quiet", str(tmp_path / "另一 处"), "-b", "draft")
    other = Repository(tmp_path / "另一 处")
    other.write("content/甲.txt", LEAK)
    other.git("add", "-A")
    done = other.try_git("commit", "-m", "x")
    assert (done.returncode, "199****5678" in done.stderr) == (1, True)
    assert gongkai(other, "hook", "install").returncode == 0


def test_the_site_may_lie_in_a_folder_of_the_repository(tmp_path: Path) -> None:
    repository = new_repository(tmp_path / "大 仓库")
    repository.write("网站/content/site.yml", "name: 公开\n")
    assert gongkai(repository, "hook", "install", below="网站").returncode == 0
    repository.write("网站/content/甲.txt", LEAK)
    repository.git("add", "-A")
    done = repository.try_git("commit", "-m", "x")
    assert (done.returncode, "网站/content/甲.txt:1:5" in done.stderr) == (1, True), done.stderr


def test_a_foreign_hook_is_not_overwritten(repository: Repository) -> None:
    foreign = repository.write(".git/hooks/pre-commit", "#!/bin/sh\necho foreign >> ran\n")
    foreign.chmod(0o755)
    done = gongkai(repository, "hook", "install")
    assert (done.returncode, "没有改动" in done.stderr) == (1, True)
    assert "foreign" in foreign.read_text(encoding="utf-8")


def test_a_foreign_hook_can_be_kept_and_comes_back(repository: Repository) -> None:
    foreign = repository.write(".git/hooks/pre-commit", "#!/bin/sh\necho foreign >> ran\n")
    foreign.chmod(0o755)
    assert gongkai(repository, "hook", "install", "--chain").returncode == 0
    assert gongkai(repository, "hook", "install", "--chain").returncode == 0
    repository.write("content/甲.txt", "好\n")
    repository.git("add", "content")
    repository.git("commit", "--quiet", "-m", "x")
    assert (repository.folder / "ran").read_text(encoding="utf-8") == "foreign\n"
    repository.write("content/甲.txt", LEAK)
    assert repository.try_git("commit", "-am", "y").returncode == 1
    assert gongkai(repository, "hook", "remove").returncode == 0
    assert foreign.read_text(encoding="utf-8") == "#!/bin/sh\necho foreign >> ran\n"


def test_hooks_that_several_repositories_share_are_left_alone(repository: Repository, tmp_path: Path) -> None:
    repository.git("config", "core.hooksPath", str(tmp_path / "shared"))
    done = gongkai(repository, "hook", "install")
    assert (done.returncode, "几个仓库共用" in done.stderr) == (2, True)


def test_without_a_repository(tmp_path: Path) -> None:
    done = gongkai(Repository(tmp_path), "hook", "install")
    assert (done.returncode, "用法有误：这里不是 git 仓库" in done.stderr) == (2, True)
