"""Every name that a Word template is given, described once: the check of templates and their page stand on it."""

from __future__ import annotations

from collections.abc import Mapping

from ghgplan.emit.names import Kind, Name, many, record

_LINE = Name("一行文字", "A line of text")


def _lines(zh: str, en: str) -> Name:
    """A line for each language."""
    return many(zh, en, _LINE)


_CHART = record(
    "一张图",
    "A chart",
    {
        "label": Name("图号，例如“图 1”", "Its number, like Figure 1"),
        "caption": Name("图题", "Its caption"),
        "picture": Name("图片，正文宽", "The picture, as wide as the text", Kind.READY),
        "small_picture": Name("图片，较低，供一页的文件使用", "The picture, lower, for a document of one page", Kind.READY),
    },
)

FIGURES: Mapping[str, Name] = {
    "year": Name("数据年份", "The year that the figures are of"),
    "base_year": Name("各路径和目标共同的基准年", "The base year, where pathways and targets have the same"),
    "scope_1": Name("范围1排放量", "Scope 1 emissions"),
    "scope_2": Name("范围2排放量", "Scope 2 emissions"),
    "scopes_1_and_2": Name("范围1和2排放量之和", "Scope 1 and 2 emissions together"),
    "scope_3": Name("范围3排放量", "Scope 3 emissions"),
    "total": Name("排放总量", "Total emissions"),
    "intensity": Name("范围1和2排放强度", "Intensity of scopes 1 and 2"),
    "production": Name("产量", "Production"),
    "targets": Name("目标数量", "How many targets there are"),
    "measures": Name("措施数量", "How many measures there are"),
    "saving": Name("措施在目标年的减排量", "What the measures avoid in the target year"),
    "saving_year": Name("该目标年", "That target year"),
}

LABELS: Mapping[str, Name] = {
    name: Name(zh, en)
    for name, zh, en in (
        ("contents", "目录", "Contents"),
        ("document_control", "文件控制", "Document control"),
        ("revision_history", "修订记录", "Revision history"),
        ("role", "事项", "Step"),
        ("name", "岗位或部门", "Role or department"),
        ("date", "日期", "Date"),
        ("signature", "签字", "Signature"),
        ("version", "版本", "Version"),
        ("change", "修订内容", "What changed"),
        ("key_figures", "关键数据", "Key figures"),
        ("targets", "减排目标", "Targets"),
        ("target", "目标", "Target"),
        ("target_year", "目标年", "Target year"),
        ("target_value", "目标值", "Target value"),
        ("reduction", "降幅", "Reduction"),
        ("pathway", "减排路径", "Pathway"),
    )
}

NAMES: Mapping[str, Name] = {
    "title": _lines("文件标题，每种语言一行", "The document's title, a line for each language"),
    "subtitle": _lines("副标题，可能为空", "A line under the title; may be empty"),
    "company": _lines("公司名称", "The company's name"),
    "running": many(
        "页眉用：每种语言一项",
        "For the header: one for each language",
        record("页眉的一行", "A line of the header", {"company": Name("公司名称", "The company"), "title": Name("文件标题", "The title")}),
    ),
    "details": many(
        "封面信息：文件编号、版本、日期等",
        "What the cover says: number, version, date, ...",
        record("一项信息", "A detail", {"label": Name("名称", "What it is called"), "value": Name("内容", "What it is")}),
    ),
    "control": many(
        "文件控制：编制、审核、批准",
        "Document control: prepared, reviewed, approved",
        record(
            "一行",
            "A line",
            {"label": Name("事项", "The step"), "by": Name("岗位或部门", "Role or department"), "date": Name("日期", "Date")},
        ),
    ),
    "history": many(
        "修订记录，可能为空",
        "Revision history; may be empty",
        record(
            "一个版本",
            "A version",
            {"version": Name("版本", "Version"), "date": Name("日期", "Date"), "change": Name("修订内容", "What changed")},
        ),
    ),
    "labels": record("版式自己用的词语，随文件语言变化", "The template's own words, in the document's languages", LABELS),
    "edition": Name("语言版本：zh、en 或 zh-en", "The edition: zh, en or zh-en"),
    "version": Name("版本", "The document's version"),
    "date": Name("日期，例如 2025-09-15", "The document's date, like 2025-09-15"),
    "contents": many("目录，每个标题一段", "The table of contents, a paragraph for each heading", Name("一段", "A paragraph", Kind.READY)),
    "body": many(
        "正文：全部章节、表和图", "The body: all sections, tables and figures", Name("一段正文或一张表", "A paragraph or table", Kind.READY)
    ),
    "figures": record("按名称取用的数据；计划没有的为“—”", "Figures by name; a dash where the plan has none", FIGURES),
    "key_figures": many(
        "关键数据表：计划有的数据，最多 7 项",
        "A table of key figures: those that the plan has, seven at most",
        record("一项数据", "A figure", {"label": Name("名称", "What it is called"), "value": Name("数值和单位", "Its value and unit")}),
    ),
    "targets": many(
        "主要目标，最多 4 项，两种语言时 3 项",
        "The main targets, four at most, three in two languages",
        record(
            "一项目标",
            "A target",
            {
                "owner": Name("所属主体", "Whose target it is"),
                "statement": Name("目标的表述", "The target in words"),
                "base_year": Name("基准年", "Base year"),
                "base": Name("基准值", "Base value"),
                "year": Name("目标年", "Target year"),
                "value": Name("目标值", "Target value"),
                "reduction": Name("降幅", "Reduction"),
            },
        ),
    ),
    "more_targets": Name("其余目标有多少；没有时为空", "How many targets there are beside them; empty where there are none"),
    "pathways": many(
        "减排路径",
        "The pathways",
        record(
            "一条路径",
            "A pathway",
            {
                "name": Name("名称", "Its name"),
                "unit": Name("单位", "Its unit"),
                "base_year": Name("基准年", "Base year"),
                "base": Name("基准值", "Base value"),
                "in_2030": Name("2030 年的数值", "Its value in 2030"),
                "in_2050": Name("2050 年的数值", "Its value in 2050"),
            },
        ),
    ),
    "statement": _lines("一段说明，每种语言一行", "What the plan is, a line for each language"),
    "headline_chart": many("最能说明计划的一张图；没有时为空", "The chart that says most; empty where there is none", _CHART),
    "charts": many("正文中的全部图，计划自带的图片除外", "All charts of the body, without the pictures that the plan brings", _CHART),
}
