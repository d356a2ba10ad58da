import random
from collections.abc import Callable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from emit.word.reading import changed, parts
from emit.word.samples import TEMPLATE, document, pictures, template
from ghgplan.diagnostics import Diagnostic, Severity
from ghgplan.document.blocks import Edition
from ghgplan.emit.word import TemplateError, write_word
from ghgplan.emit.word.checking.check import check_template
from ghgplan.emit.word.package import packed

MAIN, HEADER, STYLES, TYPES, RELATIONS = (
    "word/document.xml",
    "word/header1.xml",
    "word/styles.xml",
    "[Content_Types].xml",
    "word/_rels/document.xml.rels",
)
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SUMMARY = TEMPLATE.parent / "summary.docx"


def check(content: bytes, name: str = "own.docx") -> tuple[Diagnostic, ...]:
    found = check_template(content, f"templates/{name}")
    for diagnostic in found:
        assert diagnostic.message("zh")
        assert diagnostic.message("en")
        assert diagnostic.advice("zh")
        assert diagnostic.advice("en")
    return found


def codes(content: bytes, name: str = "own.docx") -> list[str]:
    return [found.code for found in check(content, name)]


def with_text(text: str) -> bytes:
    """The template with a paragraph of one's own text before its contents."""
    return with_xml(f'<w:p><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>')


def with_xml(xml: str) -> bytes:
    return changed(template(), MAIN, lambda whole: whole.replace("<w:body>", f"<w:body>{xml}", 1))


def with_part(name: str, content: bytes, change_types: str = "") -> bytes:
    found = {**parts(template()), name: content}
    if change_types:
        found[TYPES] = found[TYPES].replace(b"</Types>", change_types.encode() + b"</Types>")
    return packed(found)


def with_relation(kind: str, target: str, *, external: bool = True) -> bytes:
    mode = ' TargetMode="External"' if external else ""
    link = f'<Relationship Id="rId90" Type="{OFFICE}/{kind}" Target="{target}"{mode}/>'
    return changed(template(), RELATIONS, lambda xml: xml.replace("</Relationships>", f"{link}</Relationships>"))


@pytest.mark.parametrize("path", [TEMPLATE, SUMMARY])
def test_what_ships_is_in_order(path) -> None:
    assert check(path.read_bytes()) == ()


# ---------------------------------------------------------------- the package


def test_lock_files_old_files_encrypted_files_and_others_are_told_apart() -> None:
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    assert codes(b"\x00" * 162, "~$own.docx") == ["GP-T15"]
    assert codes(ole + bytes(600)) == ["GP-T10"]
    assert codes(ole + "EncryptedPackage".encode("utf-16-le")) == ["GP-T11"]
    assert codes(b"") == codes(b"text") == ["GP-T24"]
    assert codes(packed({"a.txt": b"a"})) == ["GP-T24"]


def test_a_damaged_package_is_told() -> None:
    assert codes(template()[:2000]) == ["GP-T16"]
    content = bytearray(template())
    content[content.index(b"word/document.xml") + 60] ^= 0xFF
    assert codes(bytes(content)) == ["GP-T16"]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("document.main+xml", "template.main+xml", "GP-T13"),
        (
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
            "application/vnd.ms-word.document.macroEnabled.main+xml",
            "GP-T12",
        ),
        ("wordprocessingml.document.main+xml", "spreadsheetml.sheet.main+xml", "GP-T24"),
    ],
)
def test_other_kinds_of_office_files_are_told_apart(old: str, new: str, code: str) -> None:
    assert codes(changed(template(), TYPES, lambda xml: xml.replace(old, new))) == [code]


def test_macros_and_strict_files_and_doctypes_are_refused() -> None:
    assert codes(with_part("word/vbaProject.bin", b"x")) == ["GP-T12"]
    strict = changed(
        template(),
        MAIN,
        lambda xml: xml.replace("schemas.openxmlformats.org/wordprocessingml/2006/main", "purl.oclc.org/ooxml/wordprocessingml/main"),
    )
    assert codes(strict) == ["GP-T14"]
    assert codes(changed(template(), HEADER, lambda xml: xml.replace("<w:hdr", '<!DOCTYPE a [<!ENTITY b "c">]><w:hdr', 1))) == ["GP-T22"]
    wide = ('<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE a><a/>').encode("utf-16")
    assert codes(with_part("word/own.xml", wide)) == ["GP-T22"]


def test_bombs_are_refused_before_anything_is_unpacked() -> None:
    def made(write: Callable[[ZipFile], None]) -> bytes:
        out = BytesIO(template())
        with ZipFile(out, "a", ZIP_DEFLATED) as package:
            write(package)
        return out.getvalue()

    assert codes(made(lambda package: package.writestr("word/media/a.bin", bytes(5_000_000)))) == ["GP-T17"]
    assert codes(made(lambda package: [package.writestr(f"a/{n}.bin", b"") for n in range(1_200)] and None)) == ["GP-T17"]
    assert codes(made(lambda package: package.writestr("word/media/a.bin", bytes(120_000_000)))) == ["GP-T17"]


@pytest.mark.parametrize("name", ["../out.xml", "/etc/out.xml", "a\\b.xml", "word/../../out.xml", "C:/out.xml", "WORD/Document.xml"])
def test_names_that_lead_out_or_are_taken_are_refused(name: str) -> None:
    out = BytesIO(template())
    with ZipFile(out, "a") as package:
        package.writestr(name.replace("\\", "/"), b"<a/>")
    content = out.getvalue()
    if "\\" in name:
        # zipfile itself writes no such name.
        content = content.replace(b"a/b.xml", b"a\\b.xml")
    assert codes(content) == ["GP-T18"]


@pytest.mark.parametrize(
    ("kind", "target"),
    [
        ("attachedTemplate", "https://example.com/remote.dotm"),
        ("image", "https://example.com/a.png"),
        ("hyperlink", "file:///C:/a.exe"),
        ("hyperlink", "javascript:alert(1)"),
        ("oleObject", "\\\\server\\a"),
        ("frame", "https://example.com"),
    ],
)
def test_what_is_fetched_from_outside_is_refused(kind: str, target: str) -> None:
    (found,) = check(with_relation(kind, target))
    assert (found.code, found.arguments["target"]) == ("GP-T19", target)


@pytest.mark.parametrize("target", ["https://example.com/a", "http://example.com", "mailto:a@example.com"])
def test_links_to_the_web_may_stay(target: str) -> None:
    assert codes(with_relation("hyperlink", target)) == []


@pytest.mark.parametrize("kind", ["oleObject", "package", "control", "aFChunk"])
def test_objects_of_other_programs_are_refused(kind: str) -> None:
    assert codes(with_relation(kind, "embeddings/a.bin", external=False)) == ["GP-T21"]


@pytest.mark.parametrize(
    "code",
    ["DDEAUTO c:\\windows\\cmd.exe", "DDE a b", "INCLUDETEXT a", "INCLUDEPICTURE https://a", "LINK Excel", "MACROBUTTON a b", " dde a"],
)
def test_fields_that_fetch_or_run_are_refused_however_they_are_written(code: str) -> None:
    simple = f'<w:p><w:fldSimple w:instr="{code}"><w:r><w:t>x</w:t></w:r></w:fldSimple></w:p>'
    sign = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    split = "".join(f"<w:r><w:instrText>{letter}</w:instrText></w:r>" for letter in code)
    whole = f"<w:p>{sign.format('begin')}{split}{sign.format('separate')}<w:r><w:t>x</w:t></w:r>{sign.format('end')}</w:p>"
    nested = whole.replace(
        split, f"{sign.format('begin')}<w:r><w:instrText>QUOTE</w:instrText></w:r>{sign.format('separate')}{split}{sign.format('end')}"
    )
    unended = whole.replace(sign.format("end"), "")
    for xml in (simple, whole, nested, unended):
        assert "GP-T20" in codes(with_xml(xml))


def test_ordinary_fields_may_stay_and_hold_no_tags() -> None:
    assert codes(with_xml('<w:p><w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p>')) == []
    assert codes(with_xml('<w:p><w:fldSimple w:instr=" REF {{ version }} "/></w:p>')) == ["GP-T39"]


# ---------------------------------------------------------------- tags


@pytest.mark.parametrize(
    ("text", "code", "argument"),
    [
        ("{{ titel }}", "GP-T30", ("suggestion", "title")),
        ("{{ labels.versoin }}", "GP-T30", ("suggestion", "labels.version")),
        ("{{ labels['versoin'] }}", "GP-T30", ("suggestion", "labels.version")),
        ("{% for line in control %}{{ line.labell }}{% endfor %}", "GP-T30", ("suggestion", "line.label")),
        ("{% for line in control %}{{ lien.label }}{% endfor %}", "GP-T30", ("suggestion", "line")),
        ("{{ control[0].labell }}", "GP-T30", ("name", "control[0].labell")),
        ("{{ (control | first).labell }}", "GP-T30", ("name", "control.labell")),
        ("{% if titel %}a{% endif %}", "GP-T30", ("suggestion", "title")),
        ("{% if version %}a{% elif versoin %}b{% endif %}", "GP-T30", ("suggestion", "version")),
        ("{% for a in title if titel %}a{% endfor %}", "GP-T30", ("suggestion", "title")),
        ("{{ version if versoin else date }}", "GP-T30", ("suggestion", "version")),
        ("{{ figures.scope_4 }}", "GP-T30", ("suggestion", "figures.scope_")),
        ("{{ version | }}", "GP-T31", ("written", "{{ version | }}")),
        ("{% fro a in title %}", "GP-T31", ("problem", "fro → for")),
        ("{% p if title %}", "GP-T31", ("written", "{% p if title %}")),
        ("{{ version", "GP-T32", ("written", "{{")),
        ("version }}", "GP-T32", ("written", "version }}")),
        ("{{ version }", "GP-T32", ("written", "{{")),
        ("100% {# of it", "GP-T32", ("written", "{#")),
        ("｛｛ version ｝｝", "GP-T35", ("written", "｛｛ version ｝｝")),
        ("{｛ version ｝}", "GP-T35", ("near", "{｛ version ｝}")),
        ("｛% if title %｝", "GP-T35", ("near", "｛% if title %｝")),
        ("{ version }", "GP-T36", ("written", "version")),
        ("{{ “text” }}", "GP-T37", ("written", "text")),
        ("{% if edition == “他说”好” %}a{% endif %}", "GP-T37", ("near", "{% if edition == “他说”好” %}a{% endif %}")),
        ("{% endfor %}", "GP-T34", ("tag", "{% endfor %}")),
        ("{% for a in title %}", "GP-T34", ("tag", "{% for a in title %}")),
        ("{{ version.upper() }}", "GP-T41", ("asked", "call")),
        ("{{ version + version }}", "GP-T41", ("asked", "calculation")),
        ("{{ version | safe }}", "GP-T41", ("asked", "escaping")),
        ("{% set a = version %}", "GP-T41", ("asked", "assignment")),
        ("{% include version %}", "GP-T41", ("asked", "inclusion")),
        ("{% cellbg version %}", "GP-T41", ("asked", "cells")),
        ("{%- if version %}a{% endif %}", "GP-T41", ("asked", "joining")),
        ("{{ title }}", "GP-T45", ("name", "title")),
        ("{{ labels }}", "GP-T45", ("name", "labels")),
        ("{% for a in version %}a{% endfor %}", "GP-T45", ("name", "version")),
        ("{% for a in title %}{{ loop.index }}{% endfor %}", "GP-T45", ("name", "loop.index")),
        ("{{ details | join }}", "GP-T45", ("name", "details")),
        ("{% for a in body %}{{ a }}{% endfor %}", "GP-T46", ("name", "a")),
        ("{{p version }}", "GP-T46", ("name", "version")),
        ("{{r version }}", "GP-T46", ("name", "version")),
        ("before {{p version }}", "GP-T38", ("tag", "{{p version }}")),
        ("before {%p if title %}", "GP-T38", ("tag", "{%p if title %}")),
        ("{%tr if title %}", "GP-T33", ("tag", "{%tr if title %}")),
    ],
)
def test_every_mistake_is_told_with_its_place(text: str, code: str, argument: tuple[str, str]) -> None:
    found = next(diagnostic for diagnostic in check(with_text(text)) if diagnostic.code == code)
    assert argument[1] in found.arguments[argument[0]]
    assert (found.arguments["template_part"], found.arguments["file"], found.arguments["paragraph"]) == ("body", MAIN, "1")
    assert found.arguments["near"][:10] == text[:10]


@pytest.mark.parametrize(
    "text",
    [
        "{{ version }} {{ labels.contents }} {{ labels['contents'] }} {{ details[0].value }}",
        "{{ version | upper }} {{ title | join(' / ') }} {{ title | first }} {{ version | default(date) }}",
        "{% if history %}yes{% elif subtitle %}no{% else %}-{% endif %}",
        "{% for line in control %}{{ line.by }}{% if not loop.last %}, {% endif %}{% else %}none{% endfor %}",
        "{% if edition == ‘zh’ %}中文{% endif %}",
        "{% if edition in ('zh', 'zh-en') %}a{% endif %}",
        "{# a remark #}",
        "{{ figures.scopes_1_and_2 }}",
        "a { b, c } 100 %",
    ],
)
def test_what_a_company_may_write(text: str) -> None:
    assert codes(with_text(text)) == []


def test_a_single_brace_around_any_other_word_is_only_a_warning() -> None:
    (found,) = check(with_text("{ xyzzy }"))
    assert (found.code, found.severity) == ("GP-T36", Severity.WARNING)


def test_a_tag_split_over_runs_is_one_and_over_paragraphs_is_none() -> None:
    run = "<w:r><w:t>{}</w:t></w:r>"
    runs = "".join(run.format(letter) for letter in "{{titel}}")
    assert codes(with_xml(f"<w:p>{runs}</w:p>")) == ["GP-T30"]
    assert codes(with_xml(f"<w:p>{run.format('{{ version')}</w:p><w:p>{run.format('}}')}</w:p>")) == ["GP-T32", "GP-T32"]


def cell(text: str) -> str:
    return f"<w:tc><w:tcPr/><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>"


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        (cell("{% for a in title %}") + cell("{% endfor %}"), "GP-T33"),
        (cell("{%p for a in title %}") + cell("{%p endfor %}"), "GP-T33"),
        (cell("{%tr for a in title %}") + cell("IMPORTANT"), "GP-T38"),
        (cell("{%tc for a in title %} a") + cell("b"), "GP-T38"),
    ],
)
def test_tags_in_tables_begin_and_end_in_one_place(rows: str, code: str) -> None:
    table = f'<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="9"/><w:gridCol w:w="9"/></w:tblGrid><w:tr>{rows}</w:tr></w:tbl><w:p/>'
    assert code in codes(with_xml(table))


def test_a_loop_that_begins_in_a_table_and_ends_outside_is_told() -> None:
    inside = f'<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="9"/></w:tblGrid><w:tr>{cell("{%tr for a in title %}")}</w:tr></w:tbl>'
    outside = "<w:p><w:r><w:t>{%p endfor %}</w:t></w:r></w:p>"
    (found,) = check(with_xml(inside + outside))
    assert (found.code, found.arguments["other"]) == ("GP-T33", "{%tr for a in title %} (1)")


def test_a_paragraph_tag_beside_a_picture_or_the_end_of_a_section_is_told() -> None:
    kept = "<w:p><w:pPr><w:sectPr/></w:pPr><w:r><w:t>{%p if title %}</w:t></w:r></w:p><w:p><w:r><w:t>{%p endif %}</w:t></w:r></w:p>"
    assert codes(with_xml(kept)) == ["GP-T38"]


def test_headers_are_checked_and_hold_no_body() -> None:
    found = check(changed(template(), HEADER, lambda xml: xml.replace("{{ line.title }}", "{{ line.titel }}")))
    assert [(each.code, each.arguments["template_part"], each.arguments["suggestion"]) for each in found] == [
        ("GP-T30", "header", "line.title")
    ]
    loop = "<w:p><w:r><w:t>{0}</w:t></w:r></w:p>".format
    rows = loop("{%p for a in body %}") + loop("{{p a }}") + loop("{%p endfor %}")
    assert "GP-T44" in codes(changed(template(), HEADER, lambda xml: xml.replace("</w:hdr>", f"{rows}</w:hdr>")))


def test_captions_of_tables_and_words_for_pictures_are_checked_too() -> None:
    caption = changed(template(), MAIN, lambda xml: xml.replace('w:val="{{ labels.document_control }}"', 'w:val="{{ labels.documents }}"'))
    assert [found.code for found in check(caption)] == ["GP-T30"]
    space = 'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    described = (
        f'<w:p><w:r><w:drawing><wp:inline {space}><wp:docPr id="1" name="a" descr="{{{{ titel }}}}"/></wp:inline></w:drawing></w:r></w:p>'
    )
    assert codes(with_xml(described)) == ["GP-T30"]


@pytest.mark.parametrize(
    ("part", "kind"),
    [
        ("word/comments.xml", "comments"),
        ("word/endnotes.xml", "endnotes"),
        ("docProps/app.xml", "properties"),
        ("docProps/custom.xml", "properties"),
        ("word/charts/chart1.xml", "chart"),
    ],
)
def test_tags_where_nobody_fills_them_are_told(part: str, kind: str) -> None:
    (found,) = check(with_part(part, b"<a><b>{{ version }}</b></a>"))
    assert (found.code, found.arguments["template_part"], found.arguments["near"]) == ("GP-T39", kind, "{{ version }}")


def test_everything_is_told_at_once() -> None:
    lines = ("{{ titel }}", "{{ labels.xyz }}", "｛｛ a ｝｝", "{{ version.upper() }}", "a {%p if x %}")
    content = with_xml("".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in lines))
    content = changed(content, STYLES, lambda xml: xml.replace('w:name w:val="Note"', 'w:name w:val="Other"'))
    assert set(codes(content)) == {"GP-T07", "GP-T30", "GP-T34", "GP-T35", "GP-T38", "GP-T41"}


# ---------------------------------------------------------------- body and styles


def test_a_template_that_lost_its_body_is_told_unless_it_says_that_it_is_a_summary() -> None:
    without = changed(template(), MAIN, lambda xml: xml.replace("{%p for block in body %}", "{%p for block in contents %}"))
    assert codes(without) == ["GP-T04"]
    for word in ("summary", "Summary", "摘要"):
        category = f"<cp:category>{word}</cp:category></cp:coreProperties>"
        assert (
            codes(changed(without, "docProps/core.xml", lambda xml, category=category: xml.replace("</cp:coreProperties>", category))) == []
        )


def test_a_summary_that_prints_nothing_is_told() -> None:
    nothing = changed(SUMMARY.read_bytes(), MAIN, lambda xml: xml[: xml.index("<w:body>") + 8] + xml[xml.index("<w:sectPr>") :])
    nothing = changed(
        nothing, "word/footer1.xml", lambda xml: xml.replace("{{ labels.version }} {{ version }}", "").replace("{{ date }}", "")
    )
    (found,) = check(nothing)
    assert (found.code, found.severity) == ("GP-T06", Severity.WARNING)


def test_only_the_styles_of_what_is_printed_are_asked_for() -> None:
    def hidden(xml: str) -> str:
        return xml.replace('w:name w:val="Body Text"', 'w:name w:val="a"').replace('w:name w:val="ghgplan Table"', 'w:name w:val="b"')

    assert [found.arguments for found in check(changed(template(), STYLES, hidden))] == [{"styles": "Body Text, ghgplan Table"}]
    assert codes(changed(SUMMARY.read_bytes(), STYLES, hidden)) == []


def test_too_many_tags_are_refused() -> None:
    assert "GP-T47" in codes(with_text("{{ version }}" * 2_001))


# ---------------------------------------------------------------- broken files


def test_three_hundred_broken_templates_give_findings_or_the_right_text() -> None:
    """Never anything raised, and a file that passes is filled with every text of the document."""
    chance = random.Random(5)
    sample = document(Edition.ENGLISH)
    images = pictures(sample)
    right = write_word(sample, images, template())
    inside = parts(template())
    passed = 0
    for number in range(300):
        if number % 2:
            content = bytearray(template())
            for _ in range(chance.randint(1, 20)):
                content[chance.randrange(len(content))] = chance.randrange(256)
            broken = bytes(content)
        else:
            name = chance.choice(sorted(inside))
            part = bytearray(inside[name])
            for _ in range(chance.randint(1, 3)):
                position = chance.randrange(len(part))
                part[position : position + chance.randint(0, 4)] = bytes(chance.choices(b'<>/{}%"= ptr\xe4', k=chance.randint(0, 4)))
            broken = packed({**inside, name: bytes(part)})
        if any(found.severity is Severity.ERROR for found in check(broken)):
            continue
        try:
            made = write_word(sample, images, broken)
        except TemplateError:
            continue
        passed += 1
        # Whatever got by is the document, for the guard compares every text of the body with the file.
        assert abs(len(parts(made)[MAIN]) - len(parts(right)[MAIN])) < 5_000
    assert passed > 5
