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
    ("ss", 0, "es"), ("sis", 2, "es"), ("alias", 0, "es"), ("xis", 2, "es"), ("us", 0, "es"),
    ("s", 0, ""),
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
    if low in _UNCHANGED or low in _SINGULARS:
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


_SINGULARS = {plural: word for word, plural in _IRREGULAR.items()} | {
    "data": "datum", "octopi": "octopus", "dice": "die", "lice": "louse",
}  # fmt: skip
_SAME = frozenset(
    [
        *("aircraft", "bison", "deer", "equipment", "fish", "information", "money", "moose"),
        *("news", "rice", "salmon", "series", "sheep", "shrimp", "species", "swine", "trout"),
        "menus",
    ]
)
# The first ending that fits decides: (ending, characters to cut, what to add).
_SINGULAR_ENDINGS = (
    ("movies", 1, ""), ("cookies", 1, ""), ("ss", 0, ""), ("sses", 2, ""), ("aliases", 2, ""),
    ("uses", 2, ""), ("us", 0, ""), ("alias", 0, ""),
    ("yses", 2, "is"), ("axes", 2, "is"), ("rises", 2, "is"), ("heses", 2, "is"),
    ("sis", 0, ""), ("xis", 0, ""), ("oes", 2, ""), ("ies", 3, "y"), ("xes", 2, ""),
    ("ches", 2, ""), ("shes", 2, ""), ("s", 1, ""),
)  # fmt: skip
_ES_KEPT = ("ouses", "auses", "shoes", "toes", "does")


def singularize(name: str) -> str:
    """Return the singular of *name*: of its last word, the case of its first letter kept."""
    match = _LAST_WORD.search(name)
    if match is None:
        return name.removesuffix("s")
    word = match[0]
    low = word.lower()
    if low in _SAME or low in _LATIN_UM:
        return name
    if low in _SINGULARS:
        single = _SINGULARS[low]
        single = single if word[0] == low[0] else single.capitalize()
    elif low.endswith(_ES_KEPT):
        single = word[:-1]
    else:
        fits = ((cut, add) for end, cut, add in _SINGULAR_ENDINGS if low.endswith(end))
        cut, add = next(fits, (0, ""))
        single = word[: len(word) - cut] + add
    return name[: match.start()] + single
