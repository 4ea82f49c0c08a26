"""The catalogue of themes: frameworks (one for each national outline), sub-topics, set phrases.

All of it is data in `themes/`; how to add a sub-topic or a framework is told, in Chinese, in `README-themes.md`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from pathlib import Path

from generator.catalogues.cues import read_cue
from generator.catalogues.functions import load_functions
from generator.catalogues.load import CatalogueError, load

FOLDER = Path(__file__).with_name("themes")


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme of a framework, e.g. T4. `title` is the official wording, `short` what menus show.

    `continues` names the themes of earlier frameworks that this one takes over: their sub-topics belong here without
    any change to their files. Cue words tell the theme without telling a sub-topic.
    """

    id: str
    title: str
    short: str
    definition: str
    source: str
    continues: tuple[str, ...] = ()
    strong: tuple[str, ...] = ()
    medium: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Framework:
    """A set of themes that holds for report years `valid_from` to `valid_to`, both included; None is open.

    `placements` puts single sub-topics (by id) under another theme than the one that follows from `continues`.
    """

    id: str
    version: int
    name: str
    source: str
    valid_from: int
    valid_to: int | None
    themes: tuple[Theme, ...]
    placements: dict[str, str] = field(default_factory=dict)

    def covers(self, year: int) -> bool:
        """Whether a report on `year` is to be read by this framework."""
        return self.valid_from <= year and (self.valid_to is None or year <= self.valid_to)

    def theme(self, identifier: str) -> Theme | None:
        """The theme with this id, None if the framework has no such theme."""
        return next((theme for theme in self.themes if theme.id == identifier), None)


@dataclass(frozen=True, slots=True)
class Topic:
    """A sub-topic. `theme` is the theme under which it was first filed.

    `aliases` are other names, shown and searched; they count as strong cues. `also` names themes that the topic
    supports half as much. `vetoes` are longer words that make a cue inside them void for this topic; `unless` are
    words that make the medium and weak cues in the same sentence void. `function` is the function of government
    (`functions.yml`) to which the words belong. `superseded_by` names the topic that took this one's place, "" if
    none did.
    """

    id: str
    name: str
    theme: str
    definition: str
    aliases: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    strong: tuple[str, ...] = ()
    medium: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()
    vetoes: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    function: str = ""
    superseded_by: str = ""
    examples: tuple[str, ...] = ()
    counter_examples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TopicFile:
    """What a file `topics-*.yml` holds."""

    version: int
    topics: tuple[Topic, ...]


@dataclass(frozen=True, slots=True)
class WordFile:
    """What `silent.yml` and `not-keywords.yml` hold."""

    version: int
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ThemeCatalogue:
    """Everything about themes. `frameworks` are in order of their years, `topics` in order of the files."""

    frameworks: tuple[Framework, ...]
    topics: tuple[Topic, ...]
    silent: tuple[str, ...]
    not_keywords: frozenset[str] = frozenset()

    def framework(self, year: int | None) -> Framework:
        """The framework for a report year; the nearest one where none covers it, the newest for None."""
        if year is None:
            return self.frameworks[-1]
        fitting = [item for item in self.frameworks if item.covers(year)]
        started = [item for item in self.frameworks if item.valid_from <= year]
        return (fitting or started or [self.frameworks[0]])[-1]

    def covers(self, year: int) -> bool:
        """Whether some framework is valid for the report year; where not, a person has to decide (H01)."""
        return any(item.covers(year) for item in self.frameworks)

    def theme_of(self, topic: Topic, framework: Framework) -> str | None:
        """The theme of a framework under which a topic stands, None if it has no place there."""
        return framework.placements.get(topic.id) or self.successor(topic.theme, framework)

    def successor(self, theme: str, framework: Framework) -> str | None:
        """The theme of `framework` that is, or continues, directly or through others, the theme with this id."""
        reached, fresh = {theme}, {theme}
        while fresh:
            found = next((item.id for item in framework.themes if item.id in reached), None)
            if found is not None:
                return found
            every = (item for frame in self.frameworks for item in frame.themes)
            fresh = {item.id for item in every if reached & set(item.continues)} - reached
            reached |= fresh
        return None

    def topic(self, identifier: str | None) -> Topic | None:
        """The topic with this id, None if there is none."""
        return next((topic for topic in self.topics if topic.id == identifier), None)


@cache
def themes() -> ThemeCatalogue:
    """The catalogue that ships with the generator. Raises `CatalogueError` if a file is wrong."""
    return load_themes(FOLDER)


@cache
def theme_names(year: int | None = None) -> dict[str, str]:
    """The themes for a report year (None: the newest framework), id → short name, in catalogue order."""
    return {theme.id: theme.short for theme in themes().framework(year).themes}


def load_themes(folder: Path) -> ThemeCatalogue:
    """Read the files of a folder laid out like `themes/`. Raises `CatalogueError` with file, line and column."""
    frameworks = {path: load(path, Framework) for path in sorted(folder.glob("outline-*.yml"))}
    topics = {path: load(path, TopicFile).topics for path in sorted(folder.glob("topics-*.yml"))}
    found = ThemeCatalogue(
        frameworks=tuple(sorted(frameworks.values(), key=lambda item: item.valid_from)),
        topics=tuple(topic for part in topics.values() for topic in part),
        silent=load(folder / "silent.yml", WordFile).words,
        not_keywords=frozenset(load(folder / "not-keywords.yml", WordFile).words),
    )
    _check_frameworks(frameworks, found)
    _check_topics(topics, found)
    return found


def _check_frameworks(files: dict[Path, Framework], catalogue: ThemeCatalogue) -> None:
    seen: set[str] = set()
    topics = {topic.id for topic in catalogue.topics}
    known = {theme.id for frame in catalogue.frameworks for theme in frame.themes}
    for path, frame in files.items():
        for theme in frame.themes:
            if theme.id in seen:
                raise _fault(path, theme.id, f"主题编号“{theme.id}”重复")
            seen.add(theme.id)
            if strange := set(theme.continues) - known:
                raise _fault(path, theme.id, f"continues 里没有这个主题：{_list(strange)}")
            _check_cues(path, theme.id, (*theme.strong, *theme.medium, *theme.weak))
        for topic, target in frame.placements.items():
            if topic not in topics or frame.theme(target) is None:
                raise _fault(path, topic, f"placements 里的“{topic}: {target}”没有对应的子题或主题")
    spans = sorted((frame.valid_from, frame.valid_to or 9999) for frame in files.values())
    if any(second[0] <= first[1] for first, second in pairwise(spans)):
        raise _fault(next(reversed(files)), "valid_from", "两部纲要的适用年度重叠")


def _check_topics(files: dict[Path, tuple[Topic, ...]], catalogue: ThemeCatalogue) -> None:
    seen: set[str] = set()
    themes = {theme.id for frame in catalogue.frameworks for theme in frame.themes}
    functions = {item.id for item in load_functions().functions}
    ids = {topic.id for topic in catalogue.topics}
    for path, topic in _topics_with_files(files):
        if topic.id in seen:
            raise _fault(path, topic.id, f"子题编号“{topic.id}”重复")
        seen.add(topic.id)
        if not (topic.id.isascii() and topic.id.replace("-", "").isalnum()):
            raise _fault(path, topic.id, f"子题编号“{topic.id}”只能用小写字母、数字和连字符")
        if strange := {topic.theme, *topic.also} - themes:
            raise _fault(path, topic.id, f"没有这个主题：{_list(strange)}")
        if topic.function and topic.function not in functions:
            raise _fault(path, topic.id, f"没有这个职能：{topic.function}")
        if topic.superseded_by and topic.superseded_by not in ids:
            raise _fault(path, topic.id, f"没有这个子题：{topic.superseded_by}")
        words = (*topic.aliases, *topic.strong, *topic.medium, *topic.weak, *topic.vetoes)
        _check_cues(path, topic.id, words)


def _topics_with_files(files: dict[Path, tuple[Topic, ...]]) -> Iterator[tuple[Path, Topic]]:
    for path, topics in files.items():
        for topic in topics:
            yield path, topic


def _check_cues(path: Path, identifier: str, words: Iterable[str]) -> None:
    for word in words:
        try:
            read_cue(word)
        except ValueError as error:
            raise _fault(path, identifier, str(error)) from None


def _list(names: Iterable[str]) -> str:
    return "、".join(sorted(names))


def _fault(path: Path, identifier: str, message: str) -> CatalogueError:
    """An error at the line where the entry's id stands; line 1 if it is not found."""
    lines = path.read_text(encoding="utf-8").splitlines()
    places = ((number, line.find(identifier)) for number, line in enumerate(lines, 1) if identifier in line)
    line, column = next(places, (1, 0))
    return CatalogueError(path, line, column + 1, message)
