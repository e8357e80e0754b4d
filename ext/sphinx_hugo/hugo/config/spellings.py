"""Old spellings of configuration keys, read as they were meant.

Those that Hugo still takes without a word (``menu``, ``indexes``, ``paginate``, ``pygmentsStyle``,
``autoHeadingIDType``, a bool where a table stands today) are read in silence. Those that it warns
of or refuses are told in one message a site.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sphinx_hugo.hugo.config.settings import Reports

_Found = list[tuple[str, str]]
"""Old and new spelling, as people write them."""

_SILENT = frozenset({"menu", "indexes"})
_ROOT = {
    "languagecode": ("languageCode", "locale"),
    "indexes": ("indexes", "taxonomies"),
    "menu": ("menu", "menus"),
}
_LANGUAGE = {
    "languagecode": ("languageCode", "locale"),
    "languagename": ("languageName", "label"),
    "languagedirection": ("languageDirection", "direction"),
    "menu": ("menu", "menus"),
}
_PAGINATION = {"paginate": "pagersize", "paginatepath": "path"}
_HIGHLIGHT = {
    "pygmentsstyle": "style",
    "pygmentscodefences": "codefences",
    "pygmentscodefencesguesssyntax": "guesssyntax",
}
_CASCADE = {"_target": ("_target", "target"), "_build": ("_build", "build")}
# Tables that were a bool once, and the key that has taken its place.
_WERE_BOOLS = {
    ("goldmark", "extensions", "typographer"): ("disable", True),
    ("goldmark", "extensions", "footnote"): ("enable", False),
    ("goldmark", "parser", "attribute"): ("title", False),
}


def modernise(values: dict[str, Any], reports: Reports | None) -> dict[str, Any]:
    """Return a configuration in today's spelling; what is told goes to *reports*, if there are any.

    *values* itself is left as it is. ``menu`` replaces ``menus`` wholly, as in Hugo; of the other
    keys the new spelling wins.
    """
    found: _Found = []
    result = _modernise(values, found)
    if found and reports is not None:
        pairs = ", ".join(f'"{new}" for "{old}"' for old, new in dict.fromkeys(found))
        reports.add(
            found[0][0], f"old spellings, read as they were meant; Hugo wants {pairs} today"
        )
    return result


def _modernise(values: dict[str, Any], found: _Found) -> dict[str, Any]:
    result = _renamed(values, _ROOT, found, "")
    languages = result.get("languages")
    if isinstance(languages, dict):
        result["languages"] = {
            key: _renamed(value, _LANGUAGE, found, "languages.*.")
            if isinstance(value, dict)
            else value
            for key, value in languages.items()
        }
    _modernise_pagination(result)
    _modernise_highlighting(result)
    if isinstance(result.get("markup"), dict):
        result["markup"] = _modernise_markup(result["markup"], found)
    cascade = result.get("cascade")
    if isinstance(cascade, dict):
        result["cascade"] = _renamed(cascade, _CASCADE, found, "cascade.")
    elif isinstance(cascade, list):
        result["cascade"] = [
            _renamed(entry, _CASCADE, found, "cascade.") if isinstance(entry, dict) else entry
            for entry in cascade
        ]
    return result


def _renamed(
    values: dict[str, Any],
    spellings: dict[str, tuple[str, str]],
    found: _Found,
    prefix: str,
) -> dict[str, Any]:
    result = dict(values)
    for old, (written, new) in spellings.items():
        if old not in result:
            continue
        value = result.pop(old)
        if old == "menu" or new not in result:
            result[new] = value
        if old not in _SILENT:
            found.append((f"{prefix}{written}", f"{prefix}{new}"))
    return result


def _modernise_pagination(values: dict[str, Any]) -> None:
    for old, new in _PAGINATION.items():
        if old in values:
            table = values.get("pagination")
            settings = dict(table) if isinstance(table, dict) else {}
            settings.setdefault(new, values.pop(old))
            values["pagination"] = settings


def _modernise_highlighting(values: dict[str, Any]) -> None:
    """Move what was named after Pygments once; options win over ``markup.highlight``, as in Hugo."""
    options = values.pop("pygmentsoptions", None)
    old = {new: values.pop(name) for name, new in _HIGHLIGHT.items() if name in values}
    if isinstance(options, str):
        pairs = (option.partition("=") for option in options.split(","))
        given = {key.strip().lower(): _option(value.strip()) for key, _, value in pairs if key}
        if given.get("linenos") in ("table", "inline"):
            given |= {"linenumbersintable": given["linenos"] == "table", "linenos": True}
    else:
        given = {}
    markup = values.get("markup")
    if (old or given) and (markup is None or isinstance(markup, dict)):
        table = (markup or {}).get("highlight")
        settings = table if isinstance(table, dict) else {}
        values["markup"] = {**(markup or {}), "highlight": {**old, **settings, **given}}


def _option(text: str) -> str | int | bool:
    return int(text) if text.isdecimal() else text or True


def _modernise_markup(markup: dict[str, Any], found: _Found) -> dict[str, Any]:
    result: dict[str, Any] = _copied_maps(markup)
    for path, (key, inverted) in _WERE_BOOLS.items():
        table = _table(result, path[:-1])
        if isinstance(table.get(path[-1]), bool):
            table[path[-1]] = {key: table[path[-1]] != inverted}
    parser = _table(result, ("goldmark", "parser"))
    if "autoheadingidtype" in parser:
        parser["autoidtype"] = parser.pop("autoheadingidtype")
    for hook in ("link", "image"):
        table = _table(result, ("goldmark", "renderhooks", hook))
        if "enabledefault" in table:
            wanted = table.pop("enabledefault")
            if wanted is not None:
                table.setdefault("useembedded", "fallback" if wanted is True else "never")
            name = f"markup.goldmark.renderHooks.{hook}"
            found.append((f"{name}.enableDefault", f"{name}.useEmbedded"))
    return result


def _copied_maps(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _copied_maps(item) for key, item in value.items()}
    return value


def _table(values: dict[str, Any], path: tuple[str, ...]) -> dict[str, Any]:
    """Return the table at *path*; an empty one of its own if there is none."""
    table: Any = values
    for key in path:
        table = table.get(key) if isinstance(table, dict) else None
    return table if isinstance(table, dict) else {}
