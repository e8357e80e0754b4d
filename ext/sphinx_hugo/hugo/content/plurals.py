"""English plurals of directory names, as Hugo forms the titles of sections without a file."""

from __future__ import annotations

import re

_LAST_WORD = re.compile(r"(?<![^\W\d_])[^\W\d_]+\Z")

_UNCHANGED = frozenset(
    [
        *("aircraft", "bison", "data", "deer", "equipment", "fish", "information", "media"),
        *("money", "moose", "rice", "salmon", "series", "sheep", "shrimp", "species", "swine"),
        *("trout", "people", "men", "women", "children"),
    ]
)
_IRREGULAR = {
    "alumnus": "alumni", "beau": "beaux", "cactus": "cacti", "chateau": "chateaux",
    "child": "children", "corpus": "corpora", "criterion": "criteria", "focus": "foci",
    "foot": "feet", "genus": "genera", "goose": "geese", "larva": "larvae", "man": "men",
    "mouse": "mice", "nucleus": "nuclei", "ox": "oxen", "person": "people",
    "phenomenon": "phenomena", "plateau": "plateaux", "quiz": "quizzes", "radius": "radii",
    "syllabus": "syllabi", "tableau": "tableaux", "tooth": "teeth", "wiz": "wizzes",
    "woman": "women", "appendix": "appendices", "matrix": "matrices", "index": "indices",
    "vertex": "vertices", "go": "goes", "video": "videoes", "bus": "buses",
    "calf": "calves", "elf": "elves", "gulf": "gulves", "half": "halves", "knife": "knives",
    "leaf": "leaves", "life": "lives", "loaf": "loaves", "safe": "saves", "scarf": "scarves",
    "self": "selves", "shelf": "shelves", "thief": "thieves", "wharf": "wharves",
    "wife": "wives", "wolf": "wolves",
}  # fmt: skip
_LATIN_UM = frozenset(
    [
        *("addendum", "aquarium", "bacterium", "datum", "erratum", "medium", "memorandum"),
        *("millennium", "referendum", "stratum"),
    ]
)
_OES = ("echo", "hero", "potato", "tomato")
# The first ending that fits decides: (ending, characters to cut, what to add).
_ENDINGS = (
    ("ss", 0, "es"), ("sis", 2, "es"), ("xis", 2, "es"), ("us", 0, "es"), ("s", 0, ""),
    ("ch", 0, "es"), ("sh", 0, "es"), ("x", 0, "es"), ("z", 0, "es"),
    ("ay", 0, "s"), ("ey", 0, "s"), ("iy", 0, "s"), ("oy", 0, "s"), ("uy", 0, "s"),
    ("y", 1, "ies"), ("", 0, "s"),
)  # fmt: skip


def pluralize(name: str) -> str:
    """Return the plural of *name*: of its last word, the case of its first letter kept."""
    match = _LAST_WORD.search(name)
    if match is None:
        return name if name.endswith(("s", "S")) else f"{name}s"
    word = match[0]
    return name[: match.start()] + _plural(word, word.lower())


def _plural(word: str, low: str) -> str:
    if low in _UNCHANGED:
        return word
    if low in _IRREGULAR:
        plural = _IRREGULAR[low]
        return plural if word[0] == low[0] else plural.capitalize()
    if low in _LATIN_UM:
        return f"{word[:-2]}a"
    if low.endswith(_OES):
        return f"{word}es"
    cut, ending = next((cut, add) for end, cut, add in _ENDINGS if low.endswith(end))
    return word[: len(word) - cut] + ending
