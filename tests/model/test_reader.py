"""What content files say, remembered between builds: by their bytes, and never wrongly."""

from __future__ import annotations

from pathlib import Path

import pytest

from sphinx_hugo.hugo.content.reader import ContentReader, reader_from
from sphinx_hugo.hugo.content.reading import read_content
from sphinx_hugo.hugo.site import load_site

PAGE = "---\ntitle: One\ndate: 2024-02-01T10:00:00+02:00\nparams: {a: [1, x]}\n---\n\ntwo words\n"


def write(path: Path, text: str | bytes) -> str:
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return str(path)


def again(reader: ContentReader, folder: Path) -> ContentReader:
    reader.save(folder / "kept")
    return reader_from(folder / "kept")


CASES = {
    "YAML": PAGE,
    "TOML": "+++\ntitle = 'One'\ndate = 2024-02-01\n+++\ntext",
    "JSON": '{"title": "One", "weight": 3}\ntext',
    "nothing": "text",
    "empty": "",
    "broken": "---\ntitle: [\n---\ntext",
    "not UTF-8": b"---\ntitle: One\n---\n\xff",
}


@pytest.mark.parametrize("text", CASES.values(), ids=CASES)
def test_a_file_says_the_same_from_memory(text: str | bytes, tmp_path: Path) -> None:
    name = write(tmp_path / "a.md", text)
    reader = ContentReader()
    first = reader(name)
    later = again(reader, tmp_path)
    assert first == later(name) == read_content(name)
    assert later.damaged == reader.damaged == ({name} if isinstance(text, bytes) else set())


def test_memory_is_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    name = write(tmp_path / "a.md", PAGE)
    reader = ContentReader()
    reader(name)
    later = again(reader, tmp_path)
    monkeypatch.setattr("sphinx_hugo.hugo.content.reader.read_text", None)
    assert later(name).data["title"] == "One"


def test_a_change_counts_though_size_and_time_are_the_same(tmp_path: Path) -> None:
    import os

    path = tmp_path / "a.md"
    reader = ContentReader()
    reader(write(path, PAGE))
    before = path.stat()
    write(path, PAGE.replace("One", "Two"))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert again(reader, tmp_path)(str(path)).data["title"] == "Two"


def test_who_changes_what_a_file_says_does_not_change_the_memory(tmp_path: Path) -> None:
    name = write(tmp_path / "a.md", PAGE)
    reader = ContentReader()
    reader(name).data["title"] = "Changed"  # type: ignore[index]
    later = again(reader, tmp_path)
    later(name).data["params"]["a"].append("more")
    assert later(name) == read_content(name)


def test_a_file_that_is_gone_is_a_problem_and_forgotten(tmp_path: Path) -> None:
    name = write(tmp_path / "a.md", PAGE)
    reader = ContentReader()
    reader(name)
    Path(name).unlink()
    later = again(reader, tmp_path)
    assert [problem.filename for problem in later(name).problems] == [Path(name)]
    assert later.damaged == {name}
    write(tmp_path / "a.md", "other")
    assert again(later, tmp_path)(name).data == {}


@pytest.mark.parametrize("place", range(0, 400, 23))
@pytest.mark.parametrize("damage", [b"", b"\0", b"cposix\nsystem\n"])
def test_a_damaged_memory_is_as_good_as_none(place: int, damage: bytes, tmp_path: Path) -> None:
    name = write(tmp_path / "a.md", PAGE)
    reader = ContentReader()
    reader(name)
    reader.save(tmp_path / "kept")
    kept = (tmp_path / "kept").read_bytes()
    write(tmp_path / "kept", kept[:place] + damage + (kept[place + 1 :] if damage else b""))
    assert reader_from(tmp_path / "kept")(name) == read_content(name)


def test_other_code_does_not_believe_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    name = write(tmp_path / "a.md", PAGE)
    reader = ContentReader()
    reader(name)
    reader.save(tmp_path / "kept")
    monkeypatch.setattr("sphinx_hugo.hugo.content.reader._version", lambda: b"later")
    called = []
    monkeypatch.setattr(
        "sphinx_hugo.hugo.content.reader.read_text",
        lambda *a: called.append(a) or read_content(name),
    )
    assert reader_from(tmp_path / "kept")(name) == read_content(name)
    assert called


def test_a_folder_that_cannot_be_written_is_no_error(tmp_path: Path) -> None:
    name = write(tmp_path / "a.md", PAGE)
    reader = ContentReader()
    reader(name)
    reader.save(tmp_path / "a.md" / "kept")
    assert reader_from(tmp_path / "a.md" / "kept")(name) == read_content(name)


def test_a_site_is_the_same_from_memory(tmp_path: Path) -> None:
    root = tmp_path / "site"
    (root / "content" / "docs").mkdir(parents=True)
    (root / "hugo.toml").write_text("title = 'T'\n[languages.en]\n[languages.fr]\n")
    for name in ("_index.md", "a.md", "a.fr.md", "docs/_index.md", "docs/b.md"):
        write(root / "content" / name, PAGE.replace("One", name))
    reader = ContentReader()
    first = load_site(root, read=reader)
    later = load_site(root, read=again(reader, tmp_path))
    assert dict(first.pages) == dict(later.pages)
    assert first.problems == later.problems
