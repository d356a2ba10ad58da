"""Every built Word file is valid, also after another program has opened and saved it."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document

from emit.word.reading import changed
from ghgplan.emit.word.completeness import body_texts
from ghgplan.emit.word.lint import lint
from open_xml import schema_errors, validator


def documents(built: Path) -> list[Path]:
    return sorted(built.glob("*/*.docx"))


def test_the_sdk_finds_no_fault_with_any_document(built_plans: Path):
    found = documents(built_plans)
    assert len(found) >= 18
    assert schema_errors(found) == {}


def test_the_sdk_finds_no_fault_with_the_template(tmp_path: Path):
    assert schema_errors([Path(__file__).parents[2] / "templates" / "standard.docx"]) == {}


def test_the_sdk_would_find_a_fault(built_plans: Path, tmp_path: Path):
    flawed = tmp_path / "flawed.docx"
    content = documents(built_plans)[0].read_bytes()
    flawed.write_bytes(changed(content, "word/document.xml", lambda xml: xml.replace("<w:jc w:val=", "<w:jc w:nonsense=", 1)))
    (errors,) = schema_errors([flawed]).values()
    assert any("nonsense" in error for error in errors)


def test_without_the_validator_ci_fails_and_a_desk_skips(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("open_xml.FOLDER", tmp_path)
    monkeypatch.setenv("CI", "true")
    with pytest.raises(pytest.fail.Exception, match="npm ci"):
        validator()
    monkeypatch.delenv("CI")
    with pytest.raises(pytest.skip.Exception, match="npm ci"):
        validator()


def test_our_own_lint_finds_no_fault_with_any_document(built_plans: Path):
    assert {path.name: found for path in documents(built_plans) if (found := lint(path.read_bytes()))} == {}


def test_python_docx_opens_and_saves_every_document_without_loss(built_plans: Path, tmp_path: Path):
    saved = tmp_path / "saved"
    saved.mkdir()
    for path in documents(built_plans):
        Document(str(path)).save(str(saved / path.name))
        content = (saved / path.name).read_bytes()
        assert lint(content) == (), path.name
        assert list(body_texts(content)) == list(body_texts(path.read_bytes())), path.name
    # The parts are the same: the validator is asked about one plan's editions.
    assert schema_errors(sorted(saved.glob("sound-casthouse.*"))) == {}
