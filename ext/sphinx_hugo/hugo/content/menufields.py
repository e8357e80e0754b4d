"""Menus in front matter: the forms that ``menu`` and ``menus`` may take."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sphinx_hugo.hugo.values.coercion import to_int, to_string

if TYPE_CHECKING:
    from collections.abc import Mapping

_FORMS = "write 'menus: main', a list of names, or a map of names to properties"


def read_page_menus(value: object) -> tuple[Mapping[str, Mapping[str, Any]], tuple[str, ...]]:
    """Return menu name → properties (keys in lower case), and what cannot be read.

    A single value is one name, spaces included; what Hugo refuses is read as it was meant.
    """
    if value is None:
        return {}, ()
    messages: list[str] = []
    menus: dict[str, Mapping[str, Any]] = {}
    if isinstance(value, dict):
        _read_map(value, menus, messages)
    elif isinstance(value, (list, tuple)):
        for item in value:
            if isinstance(item, dict):
                messages.append(f"menus: a list holds names only; {_FORMS}")
                _read_map(item, menus, messages)
            elif name := to_string(item):
                menus.setdefault(name, {})
    elif name := to_string(value):
        menus[name] = {}
    return menus, tuple(messages)


def _read_map(
    value: dict[Any, Any], menus: dict[str, Mapping[str, Any]], messages: list[str]
) -> None:
    for name, properties in value.items():
        key = str(name).lower()
        if properties is None:
            menus[key] = {}
        elif isinstance(properties, dict):
            menus[key] = {str(k).lower(): v for k, v in properties.items()}
            _check_weight(key, menus[key], messages)
        else:
            menus[key] = {}
            messages.append(f"menus: the entry in {key!r} is {properties!r}; {_FORMS}")


def is_bad_weight(value: object) -> bool:
    """Tell whether Hugo would take this weight for 0 though it says something else."""
    if isinstance(value, str):
        return to_int(value) == 0 and value.strip("+-0xobXOB_ ") != ""
    return isinstance(value, dict | list | tuple)


def _check_weight(menu: str, properties: Mapping[str, Any], messages: list[str]) -> None:
    weight = properties.get("weight")
    if is_bad_weight(weight):
        messages.append(f"menus: the weight {weight!r} in {menu!r} is no whole number; 0 is used")
