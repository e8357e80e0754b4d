"""``collections``: building, reading and taking apart of slices and maps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..casts import to_int, to_list, to_string
from ..errors import FunctionError
from ..exposed import Exposed
from ..lookup import lookup_key, member
from ..objects.keyvalues import KeyValues
from ..objects.pages import Pages
from ..objects.scratch import Scratch
from ..ordering import SORT_KEY, equal
from ..printing import to_text
from ..values import MISSING, Params, type_name
from .registry import Function, Namespace

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..runtime import Runtime

COLLECTIONS = Namespace("collections")
_MAX_SEQUENCE = 1_000_000


def like(template: object, values: Iterable[object]) -> list[object]:
    """Make a list of the same kind: pages stay ``Pages``."""
    items = list(values)
    return Pages(items) if isinstance(template, Pages) else items  # type: ignore[arg-type, return-value]


@COLLECTIONS.add("Dictionary", "dict")
def _dict(*pairs: object) -> dict[str, object]:
    if len(pairs) % 2:
        msg = "invalid dictionary call: it needs pairs of key and value"
        raise FunctionError(msg)
    result: dict[str, object] = {}
    for key, value in zip(pairs[::2], pairs[1::2], strict=True):
        if isinstance(key, list) and key:
            _set_deep(result, [to_string(part) for part in key], value)
        elif isinstance(key, str):
            result[str(key)] = value
        else:
            msg = f"invalid dictionary key of type {type_name(key)}"
            raise FunctionError(msg)
    return result


def _set_deep(target: dict[str, object], keys: list[str], value: object) -> None:
    for key in keys[:-1]:
        inner = target.setdefault(key, {})
        if not isinstance(inner, dict):
            msg = f"the key {key!r} holds no map"
            raise FunctionError(msg)
        target = inner
    target[keys[-1]] = value


@COLLECTIONS.add("Slice", "slice")
def _slice(*values: object) -> list[object]:
    if values and all(
        isinstance(value, Exposed) and value.GO_TYPE == "*hugolib.pageState" for value in values
    ):
        return Pages(values)  # type: ignore[arg-type, return-value]
    return list(values)


@COLLECTIONS.add("Append", "append")
def _append(*args: object) -> list[object]:
    if len(args) < 2:
        msg = "need at least 2 arguments to append"
        raise FunctionError(msg)
    *added, base = args
    if base is None:
        start: list[object] = []
    elif isinstance(base, list):
        start = base
    else:
        msg = f"expected a slice, got {type_name(base)}"
        raise FunctionError(msg)
    if len(added) == 1 and isinstance(added[0], list):
        nested = bool(start) and all(isinstance(item, list) for item in start)
        return [*start, added[0]] if nested else like(base, [*start, *added[0]])
    return like(base, [*start, *added])


@COLLECTIONS.add("Merge", "merge")
def _merge(*maps: object) -> dict[str, object]:
    if len(maps) < 2:
        msg = "merge requires at least two parameters"
        raise FunctionError(msg)
    result: dict[str, object] = {}
    kept: type[dict[str, object]] = dict
    if maps[-1] is None:
        msg = "destination must be a map, got <nil>"
        raise FunctionError(msg)
    for value in maps:
        if value is None:
            continue
        if not isinstance(value, dict):
            msg = f"merge takes maps, not a value of type {type_name(value)}"
            raise FunctionError(msg)
        kept = Params if isinstance(value, Params) else dict
        result = _merged(result, value, 0)
    return kept(result)


def _merged(base: dict[str, object], over: dict[str, object], depth: int) -> dict[str, object]:
    result = dict(base)
    names = {key.lower(): key for key in base}
    for key, value in over.items():
        # Keys match without regard to case; the spelling of the first one stays.
        name = names.get(key.lower(), key)
        known = result.get(name)
        if isinstance(known, dict) and isinstance(value, dict) and depth < 60:
            result[name] = _merged(known, value, depth + 1)
        else:
            result[name] = value
    return result


@COLLECTIONS.add("Index", "index")
def _index(value: object, *keys: object) -> object:
    if len(keys) == 1 and isinstance(keys[0], list):
        keys = tuple(keys[0])
    current = value
    for key in keys:
        current = _item(current, key)
    return current


def _item(value: object, key: object) -> object:
    if value is None:
        return None
    if isinstance(value, dict):
        found = lookup_key(value, to_text(key))
        return None if found is MISSING else found
    if isinstance(value, str):
        place = to_int(key)
        data = value.encode("utf-8", "replace")
        if not 0 <= place < len(data):
            return None
        return data[place]
    if isinstance(value, list):
        place = to_int(key)
        return value[place] if 0 <= place < len(value) else None
    msg = f"can't index item of type {type_name(value)}"
    raise FunctionError(msg)


@COLLECTIONS.add("IsSet", "isset", "isSet")
def _isset(value: object, key: object) -> bool:
    if isinstance(value, list):
        return 0 <= to_int(key) < len(value)
    if isinstance(value, dict):
        return to_text(key) in value
    return False


@COLLECTIONS.add("In", "in")
def _in(values: object, item: object) -> bool:
    if isinstance(values, str):
        if item is None or isinstance(item, (dict, list)):
            return False
        return to_string(item) in values
    if isinstance(values, list):
        return any(equal(value, item) for value in values)
    return False


@COLLECTIONS.add("Delimit", "delimit")
def _delimit(values: object, separator: object, last: object = None) -> str:
    if isinstance(values, dict):
        values = [values[key] for key in sorted(values, key=SORT_KEY)]
    if not isinstance(values, list):
        msg = f"can't iterate over {to_text(values)}"
        raise FunctionError(msg)
    signs = [to_string(separator)] * (len(values) - 1) + [""]
    if last is not None and len(values) > 1:
        signs[-2] = to_string(last)
    # Maps and slices are passed over, with the sign behind them.
    parts = zip(values, signs, strict=False)
    return "".join(to_string(it) + sign for it, sign in parts if not isinstance(it, (dict, list)))


@COLLECTIONS.add("Seq", "seq")
def _seq(*bounds: object) -> list[object]:
    if not 1 <= len(bounds) <= 3:
        msg = "invalid number of arguments to Seq"
        raise FunctionError(msg)
    numbers = [to_int(bound) for bound in bounds]
    if len(numbers) == 1:
        last = numbers[0]
        if last == 0:
            return []
        first, step = (1, 1) if last > 0 else (-1, -1)
    elif len(numbers) == 2:
        first, last = numbers
        step = 1 if last >= first else -1
    else:
        first, step, last = numbers
    if step == 0 or (first < last and step < 0) or (first > last and step > 0):
        msg = "'increment' must not be 0 and must lead from first to last"
        raise FunctionError(msg)
    count = (last - first) // step + 1
    if count > _MAX_SEQUENCE:
        msg = f"size of result exceeds limit of {_MAX_SEQUENCE}"
        raise FunctionError(msg)
    return list(range(first, first + count * step, step))


@COLLECTIONS.add("Reverse")
def _reverse(values: object) -> object:
    return like(values, to_list(values)[::-1]) if values is not None else None


@COLLECTIONS.add("Shuffle", "shuffle")
def _shuffle(values: object) -> list[object]:
    # Not at random: pages must not change from build to build.
    return like(values, to_list(values))


@COLLECTIONS.add("D")
def _sample(seed: object, count: object, high: object) -> list[object]:
    del seed
    return list(range(min(to_int(count), to_int(high), _MAX_SEQUENCE)))


@COLLECTIONS.add("KeyVals", "keyVals")
def _key_vals(key: object, *values: object) -> KeyValues:
    return KeyValues(key, list(values))


@COLLECTIONS.add("NewScratch", "newScratch")
def _new_scratch() -> Scratch:
    return Scratch()


@COLLECTIONS.add("Querify", "querify")
def _querify(*params: object) -> str:
    from urllib.parse import quote_plus  # noqa: PLC0415

    if len(params) == 1 and isinstance(params[0], dict):
        params = tuple(item for key in sorted(params[0]) for item in (key, params[0][key]))
    elif len(params) == 1 and isinstance(params[0], list):
        params = tuple(params[0])
    if len(params) % 2:
        msg = "querify requires an even number of arguments"
        raise FunctionError(msg)
    pairs = [(to_string(k), to_string(v)) for k, v in zip(params[::2], params[1::2], strict=True)]
    pairs.sort(key=lambda pair: pair[0])
    return "&".join(f"{quote_plus(key)}={quote_plus(value)}" for key, value in pairs)


@COLLECTIONS.add("Apply", "apply")
def _apply(runtime: Runtime, values: object, name: object, *args: object) -> list[object]:
    if values is None:
        return []
    function = _named(runtime, to_string(name))
    result: list[object] = []
    for value in to_list(values):
        runtime.budget.step()
        call = [value if isinstance(arg, str) and arg == "." else arg for arg in args]
        result.append(function.invoke(runtime, call))
    return result


def _named(runtime: Runtime, name: str) -> Function:
    if name == "apply":
        msg = "can't apply myself (no turtles allowed)"
        raise FunctionError(msg)
    space, _, short = name.rpartition(".")
    found = runtime.functions.get(space or short)
    if isinstance(found, Namespace) and space:
        return found.member(short)
    if isinstance(found, Function) and not space:
        return found
    msg = f"can't find function {name}"
    raise FunctionError(msg)


@COLLECTIONS.add("Group", "group")
def _group(key: object, values: object) -> object:
    from ..objects.pages import PageGroup  # noqa: PLC0415

    if not isinstance(values, Pages):
        msg = f"can't group a value of type {type_name(values)}: group takes pages"
        raise FunctionError(msg)
    return PageGroup(key, values)


def path_value(value: object, path: str) -> object:
    """Follow a path with dots into maps and objects; nil where it ends early."""
    for name in path.strip(".").split("."):
        if value is None:
            return None
        value = member(value, name, ())
        if value is MISSING:
            return None
    return value
