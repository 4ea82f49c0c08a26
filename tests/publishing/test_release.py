"""Publishing to a folder: one link that is replaced, releases that are kept, and a way back that holds."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from generator.publishing.release import Terms, deploy, rollback
from generator.publishing.target import LocalTarget, PublishError, SshTarget, open_target

START = datetime(2026, 7, 1, 8, 0, tzinfo=UTC)


def make_site(folder: Path, word: str) -> Path:
    (folder / "assets").mkdir(parents=True)
    for name in ("index.html", "404.html", "sitemap.xml"):
        (folder / name).write_text(f"{name} {word}", encoding="utf-8")
    (folder / "assets" / f"main.{word}0123abcd.js").write_text(word, encoding="utf-8")
    (folder / "assets" / "plain.js").write_text(word, encoding="utf-8")
    return folder


def served(target: LocalTarget) -> str:
    return (target.root / "current" / "index.html").read_text(encoding="utf-8")


@pytest.fixture
def target(tmp_path: Path) -> LocalTarget:
    return LocalTarget(tmp_path / "www")


def publish(target: LocalTarget, site: Path, hours: int, terms: Terms = Terms()) -> str | None:  # noqa: B008
    return deploy(site, target, START + timedelta(hours=hours), terms, lambda _: None)


def test_deploys_serves_and_keeps_old_hashed_assets(target: LocalTarget, tmp_path: Path) -> None:
    publish(target, make_site(tmp_path / "a", "aa"), 0)
    publish(target, make_site(tmp_path / "b", "bb"), 1)
    assert served(target) == "index.html bb"
    assets = target.root / "current" / "assets"
    assert sorted(path.name for path in assets.iterdir()) == ["main.aa0123abcd.js", "main.bb0123abcd.js", "plain.js"]
    assert (assets / "plain.js").read_text(encoding="utf-8") == "bb"


def test_the_same_site_is_not_deployed_twice(target: LocalTarget, tmp_path: Path) -> None:
    site = make_site(tmp_path / "a", "aa")
    assert publish(target, site, 0) is not None
    assert publish(target, site, 1) is None
    assert len(target.releases()) == 1


def test_a_release_left_whole_in_the_same_second_is_served(target: LocalTarget, tmp_path: Path) -> None:
    publish(target, make_site(tmp_path / "a", "aa"), 0)
    site, now = make_site(tmp_path / "b", "bb"), START + timedelta(hours=1)

    def killed(step: str) -> None:
        if step == "切换":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        deploy(site, target, now, Terms(), killed)
    assert served(target) == "index.html aa"
    assert deploy(site, target, now, Terms(), lambda _: None) == target.current()
    assert served(target) == "index.html bb"
    assert len(target.releases()) == 2


def test_keeps_as_many_releases_as_asked(target: LocalTarget, tmp_path: Path) -> None:
    names = [publish(target, make_site(tmp_path / f"s{n}", f"{n}{n}"), n, Terms(keep=2)) for n in range(5)]
    assert target.releases() == tuple(names[-3:])


def test_rollback_serves_the_release_before_and_holds(target: LocalTarget, tmp_path: Path) -> None:
    first = publish(target, make_site(tmp_path / "a", "aa"), 0)
    publish(target, make_site(tmp_path / "b", "bb"), 1)
    assert rollback(target, START, None, "值班员") == first
    assert served(target) == "index.html aa"
    third = make_site(tmp_path / "c", "cc")
    with pytest.raises(PublishError, match="已回退并暂停发布"):
        publish(target, third, 2)
    assert served(target) == "index.html aa"
    publish(target, third, 3, Terms(resume=True))
    assert served(target) == "index.html cc"
    assert target.hold() is None


def test_nothing_to_go_back_to(target: LocalTarget, tmp_path: Path) -> None:
    publish(target, make_site(tmp_path / "a", "aa"), 0)
    with pytest.raises(PublishError, match="没有可以回退到的版本"):
        rollback(target, START, None, "值班员")


def test_an_incomplete_folder_is_refused(target: LocalTarget, tmp_path: Path) -> None:
    site = make_site(tmp_path / "a", "aa")
    (site / "404.html").unlink()
    with pytest.raises(PublishError, match=r"不是完整的网站（缺 404\.html）"):
        publish(target, site, 0)
    assert target.current() is None


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("web@host.example:/srv/www", SshTarget("web@host.example", "/srv/www")),
        ("host:www", SshTarget("host", "www")),
        ("/srv/www", LocalTarget(Path("/srv/www"))),
        ("out", LocalTarget(Path("out"))),
    ],
)
def test_addresses(address: str, expected: object) -> None:
    assert open_target(address) == expected
