"""What fuzzing has found: a name, the target and the shortest text; each stays as a case."""

from __future__ import annotations

FINDS: dict[str, tuple[str, str]] = {
    "a reference that is a dot, from no page": ("ref", "."),
    "a carriage return in CSV": ("unmarshal", "\r,\x0b"),
    "a CSV field of more than Python takes": ("csv", "x" * 140_000),
    "brackets in TOML, each of which was counted again for the next": ("toml", "[" * 100_000),
    "a run of quotes, each of which looked for its end": ("markdown", '"' * 20_000),
    "letters, each of which might begin the last word": ("address", "é" * 20_000 + ">" * 20_000),
    "a small figure in a permalink": ("permalink", "/:sections[1²0]/"),
    "a number of a section with more digits than Python reads": (
        "permalink",
        f"/:sections[{'9' * 5000}]/",
    ),
    "a character reference of more digits than Python reads": ("html", f"&#{'9' * 5000};"),
    "the same in a summary": ("summary", f"<p>&#{'9' * 5000};"),
    "line numbers of more digits than Python reads": (
        "markdown",
        f'```go {{hl_lines=[{"9" * 5000}, "2-{"9" * 5000}"]}}\nx\n```\n',
    ),
    "line numbers in a shortcode": ("attributes", f"hl_lines=2 4-{'9' * 5000}"),
    "so many ranges of lines that they fill the memory": (
        "attributes",
        "hl_lines=" + "1-99999 " * 25,
    ),
    "an index of printf of many digits": ("verbs", f"%[{'9' * 5000}]d"),
    "formulas that do not end, each of which looked for its end": ("markdown", "\\(" * 20_000),
    "a glob of many stars": ("glob", "*a" * 12 + "b"),
    "a glob whose class has two signs in a row": ("glob", "[[a]||&&--~~]"),
}
