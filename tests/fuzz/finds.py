"""What fuzzing has found: a name, the target and the shortest text; each stays as a case."""

from __future__ import annotations

FINDS: dict[str, tuple[str, str]] = {
    "a reference that is a dot, from no page": ("ref", "."),
    "a carriage return in CSV": ("unmarshal", "\r,\x0b"),
    "a CSV field of more than Python takes": ("csv", "x" * 140_000),
    "brackets in TOML, each of which was counted again for the next": ("toml", "[" * 100_000),
    "a run of quotes, each of which looked for its end": ("markdown", '"' * 20_000),
    "letters, each of which might begin the last word": ("address", "é" * 20_000 + ">" * 20_000),
    "a glob of many stars": ("glob", "*a" * 12 + "b"),
    "a glob whose class has two signs in a row": ("glob", "[[a]||&&--~~]"),
}
