import pytest

from ghgplan.plan.reader import read
from ghgplan.project import seen
from ghgplan.project.addresses import find
from ghgplan.project.loading import lines_of, load
from ghgplan.project.trouble import Trouble


def members(**paths):
    return "members:\n" + "".join(f"  {name}: {{name: {name}, plan: {path}}}\n" for name, path in paths.items())


def load_named(project, name):
    (plan,) = find([name], project).plans
    return load(plan)


def findings(loaded):
    return [(d.code, str(d.span)) for d in loaded.outcome.diagnostics]


def test_members_are_parsed_before_their_group(tmp_path, write_plan):
    write_plan("plans/group/plan.yaml", members(east="members/east.yaml", west="../west/plan.yaml"))
    write_plan("plans/group/members/east.yaml")
    write_plan("plans/west/plan.yaml")
    loaded = load_named(tmp_path, "group")
    assert findings(loaded) == []
    assert loaded.outcome.value is not None
    assert list(loaded.outcome.value.members) == ["east", "west"]
    assert sorted(loaded.files) == ["plans/group/members/east.yaml", "plans/group/plan.yaml", "plans/west/plan.yaml"]


def test_groups_of_groups(tmp_path, write_plan):
    write_plan("plans/top/plan.yaml", members(middle="../middle/plan.yaml"))
    write_plan("plans/middle/plan.yaml", members(low="../low/plan.yaml"))
    write_plan("plans/low/plan.yaml")
    loaded = load_named(tmp_path, "top")
    assert loaded.outcome.value is not None
    assert list(loaded.outcome.value.members["middle"].members) == ["low"]


def test_a_missing_member_is_found_at_its_line(tmp_path, write_plan):
    write_plan("plans/group/plan.yaml", members(east="members/none.yaml"))
    assert findings(load_named(tmp_path, "group")) == [("GP-F01", "plans/group/plan.yaml:10:28")]


def test_a_plan_that_includes_itself(tmp_path, write_plan):
    write_plan("plans/a/plan.yaml", members(me="plan.yaml"))
    assert findings(load_named(tmp_path, "a")) == [("GP-F05", "plans/a/plan.yaml:10:24")]


def test_a_circle_of_plans_is_found_where_it_closes(tmp_path, write_plan):
    write_plan("plans/a/plan.yaml", members(b="../b/plan.yaml"))
    write_plan("plans/b/plan.yaml", members(a="../a/plan.yaml"))
    assert findings(load_named(tmp_path, "a")) == [("GP-F05", "plans/b/plan.yaml:10:22"), ("GP-F06", "plans/a/plan.yaml:10:22")]


def test_the_errors_of_a_member_are_shown_with_it_and_once(tmp_path, write_plan):
    write_plan("plans/group/plan.yaml", members(east="members/east.yaml", again="members/east.yaml"))
    write_plan("plans/group/members/east.yaml", "compnay: x\n")
    loaded = load_named(tmp_path, "group")
    assert [(d.code, d.span.file) for d in loaded.outcome.diagnostics] == [
        ("GP-S01", "plans/group/members/east.yaml"),
        ("GP-F06", "plans/group/plan.yaml"),
        ("GP-F06", "plans/group/plan.yaml"),
    ]


def test_errors_of_group_and_member_are_found_together(tmp_path, write_plan):
    write_plan("plans/group/plan.yaml", "compnay: x\n" + members(east="/etc/passwd"))
    assert {code for code, _ in findings(load_named(tmp_path, "group"))} == {"GP-S01", "GP-F02"}


@pytest.mark.parametrize("chapter", ["members: east\n", "members: [east]\n", "members: {east: {name: E, plan: [a]}}\n", "members:\n"])
def test_a_chapter_of_another_shape_is_the_schemas_to_refuse(tmp_path, write_plan, chapter):
    write_plan("plans/group/plan.yaml", chapter)
    codes = {code for code, _ in findings(load_named(tmp_path, "group"))}
    assert codes
    assert all(code.startswith("GP-S") for code in codes)


def test_a_file_in_another_encoding_is_a_finding_with_its_lines(tmp_path):
    folder = tmp_path / "plans" / "a"
    folder.mkdir(parents=True)
    (folder / "plan.yaml").write_bytes("company: 甲\n".encode("gb18030"))
    loaded = load_named(tmp_path, "a")
    assert findings(loaded) == [("GP-Y03", "plans/a/plan.yaml:1:10")]
    assert loaded.files["plans/a/plan.yaml"].lines[0].startswith("company: ")


def test_a_file_that_cannot_be_read_is_trouble(tmp_path, write_plan, monkeypatch):
    write_plan("plans/a/plan.yaml")

    def refuse(path):
        raise PermissionError(13, "Permission denied")

    (plan,) = find(["a"], tmp_path).plans
    monkeypatch.setattr(seen, "read_signed", refuse)
    with pytest.raises(Trouble) as raised:
        load(plan)
    assert raised.value.name == "trouble.file-in-use"


@pytest.mark.parametrize("content", ["a: 1\r\nb: 甲\r\n".encode(), "\ufeffa: 1\nb: 甲\n".encode(), "a: 1\nb: 甲\n".encode("utf-16")])
def test_lines_are_those_of_the_reader(content):
    source = read(content, "plan.yaml").value
    assert source is not None
    assert lines_of(content) == source.lines
    assert source.lines[:2] == ("a: 1", "b: 甲")


def test_csv_files_of_a_plan_are_read_with_it(tmp_path):
    folder = tmp_path / "plans" / "a"
    (folder / "data").mkdir(parents=True)
    (folder / "data" / "x.csv").write_text("source,year,amount,unit\ngas,2023,5,m3\n", encoding="utf-8")
    text = """\
company: {name: 甲}
document: {title: 计划, version: "1", date: 2025-09-15, languages: [zh]}
entities: {plant: {name: 厂}}
inventory:
  plant:
    activity data: [data/x.csv, data/y.csv]
    sources:
      gas: {name: 炉, carrier: 气, scope: scope 1, kind: stationary combustion, gases: [CO2], factor: 2 kgCO2/m3}
outline: [{title: 甲}]
"""
    (folder / "plan.yaml").write_text(text, encoding="utf-8")
    loaded = load(find(["a"], tmp_path).plans[0])
    assert [(d.code, d.span.line) for d in loaded.outcome.diagnostics] == [("GP-F01", 6)]
    assert loaded.outcome.value.plan.inventory["plant"].sources["gas"].activity[2023].value == 5
    assert "plans/a/data/x.csv" in loaded.files
