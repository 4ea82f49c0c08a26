"""Words of another agency's function: left over from a copied report, they must not decide about a theme.

The mechanism is general. The function of an agency shows in its name; a government, a town or an unknown agency may
use every word. A word that belongs to one function only counts in the report of another agency if the same paragraph
has a second, different word of that function.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.catalogues.functions import load_functions
from generator.model.identity import Identity
from generator.themes.matching import Hit

_GENERAL = re.compile(
    r"人民政府|[省市县区旗乡镇]政府|管理委员会|管委会|街道|办事处|司法[局厅]|法治|[乡镇]$|委员会办公室"
)
"""Bodies that speak for all functions. A justice bureau often reports for its whole district."""

_STUDIED = re.compile(
    r"(?:领域|系统|行业|方面|工作|管理|业务|相关|有关|的|、|，|和|及|等)*(?:法律|法规|规章|政策|知识|法治)"
)
"""What follows a function word that only tells which laws are studied: 医疗保障领域法律、法规的学习."""


def own_functions(identity: Identity) -> frozenset[str] | None:
    """The functions of the reporting agency by its name, with their kin; None if it may speak of all of them."""
    if identity.agency is None or identity.subject is not None:
        return None
    name, lexicon = identity.agency.value, load_functions()
    if _GENERAL.search(name) or any(item.coordinates for item in lexicon.of(name, None)):
        return None
    return lexicon.own(name, None) or None


def foreign_words(hits: Iterable[Hit], own: frozenset[str] | None) -> frozenset[str]:
    """The words among `hits` (of one paragraph) that belong to another agency's function and have no support."""
    if own is None:
        return frozenset()
    words: dict[str, set[str]] = {}
    for hit in hits:
        for vote in hit.votes:
            if vote.topic and vote.topic.function and vote.topic.function not in own:
                words.setdefault(vote.topic.function, set()).add(hit.word)
    return frozenset(word for found in words.values() if len(found) == 1 for word in found)


def names_studied_law(text: str, hit: Hit) -> bool:
    """Whether the word only says of what field the laws are that somebody learns or knows."""
    bound = any(vote.topic and vote.topic.function for vote in hit.votes)
    return bound and _STUDIED.match(text, hit.end, hit.end + 16) is not None
