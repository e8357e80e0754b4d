"""Give parsers text for as long as you like: ``python -m fuzz --seconds 60 [TARGET ...]``.

Each target runs in a process of its own, which may use so much memory and no more. With atheris (see
the group ``fuzz`` in ``pyproject.toml``) new texts come from those that reached new code, else from
chance. What must not be raised is written to the output folder with its text, and the run goes on.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import subprocess
import sys
import time
import traceback
from pathlib import Path
from typing import TYPE_CHECKING

from fuzz import pieces

if TYPE_CHECKING:
    from collections.abc import Callable

    from fuzz.targets import Target

HERE = Path(__file__).resolve().parent
MEMORY = 3 << 30
LONGEST = 4096
SLOW = 2.0
"""CPU seconds that no text of that length takes; it is another order of magnitude."""


def main() -> int:
    """Run the targets one after the other; return 1 if anything was found."""
    options = _arguments()
    out = Path(options.out)
    out.mkdir(parents=True, exist_ok=True)
    if options.one:
        _run(options.targets[0], options.seconds, out)
        return 0
    from fuzz.targets import BY_NAME

    found = 0
    for name in options.targets or BY_NAME:
        command = [sys.executable, "-m", "fuzz", "--one", name, "--out", str(out)]
        done = subprocess.run(
            [*command, "--seconds", str(options.seconds)],
            cwd=HERE.parent,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            check=False,
        )
        record = out / f"{name}.json"
        known = json.loads(record.read_text()) if record.is_file() else {"texts": 0, "finds": []}
        if done.returncode:
            Path(out, f"{name}.ended").write_bytes(done.stderr[-20_000:])
            known["finds"].append(f"ended with {done.returncode}")
        found += len(known["finds"])
        sys.stdout.write(f"{name:18}{known['texts']:>10} texts  {', '.join(known['finds'])}\n")
        sys.stdout.flush()
    return 1 if found else 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m fuzz", description=__doc__)
    parser.add_argument("targets", nargs="*", metavar="TARGET", help="all, if none is named")
    parser.add_argument("--seconds", type=int, default=60, help="for each target")
    parser.add_argument("--out", default="_build/fuzz", help="where finds are written")
    parser.add_argument("--one", action="store_true", help=argparse.SUPPRESS)
    return parser.parse_args()


class Watch:
    """Gives texts to a target and keeps what went wrong."""

    def __init__(self, target: Target, out: Path) -> None:
        self._target = target
        self._out = out
        self._texts = 0
        self._finds: dict[str, str] = {}
        self._pieces = pieces_of(target)
        self.record()

    def bytes(self, raw: bytes) -> None:
        """Give a text that is written as bytes: after a NUL they are numbers of pieces."""
        from fuzz.targets import text_of

        if raw[:1] == b"\0":
            self.text("".join(self._pieces[byte % len(self._pieces)] for byte in raw[1:]))
        else:
            self.text(text_of(raw))

    def text(self, text: str) -> None:
        """Give a text."""
        self._texts += 1
        started = time.process_time()
        try:
            self._target(text)
        except Exception as error:  # noqa: BLE001 - that there is one is the find
            frames = [
                f for f in traceback.extract_tb(error.__traceback__) if "fuzz" not in f.filename
            ]
            place = (
                f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else "property"
            )
            self._keep(f"{type(error).__name__} {place}", text, traceback.format_exc(limit=-12))
        took = time.process_time() - started
        if took > SLOW:
            self._keep("slow", text, f"{took:.1f} s for {len(text)} characters\n")
        if self._texts % 1000 == 0:
            self.record()

    def _keep(self, what: str, text: str, details: str) -> None:
        if what not in self._finds or len(text) < len(self._finds[what]):
            self._finds[what] = text
            number = list(self._finds).index(what)
            name = f"{self._target.name}-{number}.find"
            shown = f"{what}\n{text!r}\n{details}"
            (self._out / name).write_text(shown, encoding="utf-8", errors="backslashreplace")
            self.record()

    def record(self) -> None:
        """Write down how far it is."""
        values = {"texts": self._texts, "finds": list(self._finds)}
        (self._out / f"{self._target.name}.json").write_text(json.dumps(values), encoding="utf-8")


def pieces_of(target: Target) -> list[str]:
    """Return the pieces of texts for a target; a byte can name each."""
    return [*target.pieces, *pieces.ANYWHERE][:256]


def seeds(name: str) -> list[bytes]:
    """Return the corpus of a target: texts, in one file, between lines of percent signs."""
    path = HERE / "corpus" / f"{name}.txt"
    return path.read_bytes().split(b"\n%%%%\n") if path.is_file() else []


def _run(name: str, seconds: int, out: Path) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    try:
        import atheris
    except ImportError:
        from fuzz.targets import BY_NAME

        watch = Watch(BY_NAME[name], out)
        _by_chance(watch.text, pieces_of(BY_NAME[name]), seeds(name), seconds)
        watch.record()
        return
    with atheris.instrument_imports(include=["sphinx_hugo"]):
        from fuzz.targets import BY_NAME
    watch = Watch(BY_NAME[name], out)
    corpus = out / f"{name}.corpus"
    corpus.mkdir(exist_ok=True)
    for number, seed in enumerate(seeds(name)):
        (corpus / f"seed-{number}").write_bytes(seed)
    count = len(pieces_of(BY_NAME[name]))
    for number in range(count):
        (corpus / f"piece-{number}").write_bytes(bytes([0, number, number, number]))
    limits = [f"-max_total_time={seconds}", f"-max_len={LONGEST}", "-timeout=60", "-rss_limit_mb=0"]
    atheris.Setup([name, *limits, f"-artifact_prefix={out}/{name}-", str(corpus)], watch.bytes)
    atheris.Fuzz()


def _by_chance(
    give: Callable[[str], None], parts: list[str], known: list[bytes], seconds: int
) -> None:
    """Put pieces together, and into texts of the corpus."""
    from fuzz.targets import text_of

    chance = random.Random(0)
    texts = [text_of(raw) for raw in known] or [""]
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        made = "".join(chance.choices(parts, k=chance.choice((1, 3, 10, 40))))
        if chance.random() < 0.5:
            base = chance.choice(texts)
            at, to = sorted(chance.choices(range(len(base) + 1), k=2))
            made = base[:at] + made + base[to if chance.random() < 0.5 else at :]
        give(made[:LONGEST])


if __name__ == "__main__":
    sys.exit(main())
