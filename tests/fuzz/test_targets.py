"""No text makes a parser raise anything but what it says, whatever stands in the text."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from fuzz.__main__ import pieces_of, seeds
from fuzz.finds import FINDS
from fuzz.memory import MORE, little_memory
from fuzz.targets import BY_NAME, TARGETS, Target, text_of

__all__ = ["little_memory"]

FEW = settings(max_examples=25)


@pytest.mark.parametrize("target", TARGETS, ids=lambda target: target.name)
def test_any_text_is_read_or_refused(target: Target) -> None:
    known = [text_of(raw) for raw in seeds(target.name)] or [""]
    made = st.lists(st.sampled_from(pieces_of(target)), max_size=40).map("".join)

    @FEW
    @given(st.sampled_from(known), made | st.text(max_size=40), st.integers(0, 400))
    @example("", "", 0)
    def reads(base: str, text: str, at: int) -> None:
        target(base[:at] + text + base[at:])

    reads()


@pytest.mark.parametrize("target", TARGETS, ids=lambda target: target.name)
def test_the_corpus_is_read(target: Target) -> None:
    texts = seeds(target.name)
    assert texts, "the target has no texts to begin with"
    for raw in texts:
        target.run(text_of(raw))


@pytest.mark.parametrize("name", FINDS)
def test_a_find_stays_mended(name: str) -> None:
    target, text = FINDS[name]
    BY_NAME[target](text)


LONG = {
    "one long line": "word " * 5_000,
    "one long word": "w" * 20_000,
    "opening signs": "{{<" * 5_000,
    "opening brackets": "[" * 10_000,
    "opening braces": "{" * 10_000,
    "opening quotes": '"' * 10_001,
    "NUL": "\0" * 10_000,
    "white space": "\u00a0\u2003\u3000\u2028\x0b\t " * 2_000,
    "line ends": "\r\n\n\r" * 5_000,
    "byte order marks": "\ufeff" * 10_000,
    "half characters": "\ud800\udfff" * 5_000,
    "dashes": "- " * 5_000,
    "digits": "9" * 5_000,
    "a character reference of many digits": f"&#{'9' * 5_000};",
    "line numbers": f'```go {{hl_lines=["1-{"9" * 5_000}"]}}\n```',
    "deeper and deeper": "\n".join("  " * depth + "a:" for depth in range(150)),
}


def test_memory_ends_where_it_should(little_memory: None) -> None:
    with pytest.raises(MemoryError):
        bytearray(2 * MORE)


@pytest.mark.usefixtures("little_memory")
@pytest.mark.parametrize("target", TARGETS, ids=lambda target: target.name)
def test_a_long_text_is_read_or_refused(target: Target) -> None:
    for text in LONG.values():
        target(text)
