from ghgplan.document.blocks import Edition, Table, plain
from ghgplan.document.compose import compose
from ghgplan.document.tables.grid import display_width, head, merged_down, text
from ghgplan.document.wording import NOTHING, figure
from little_plans import plan_file, report

NORTH = """
entities: {plant: {name: {zh: 北厂, en: North plant}}}
inventory:
  plant:
    periods: {2023: {from: 2023-09, to: 2024-09}}
    production: {2023: 7880 t}
    stated: {category 1: {2023: 15205 tCO2e}, category 2: {2023: 31271 tCO2e}, scope 1: {2023: 330 tCO2e}, scope 2: {2023: 9101 tCO2e}}
pathways:
  process: {entity: plant, boundary: scope 1+2, base year: 2023, unit: tCO2e/tAl, method: asi-tool, values: {2023: 3.234, 2024: 0.424}}
  metal: {entity: plant, boundary: scope 3 category 1, base year: 2023, unit: tCO2e/tAl, method: asi-tool, values: {2024: 16.4, 2030: 12.1}}
progress:
  process: {actual: {2024: 0.5}}
measures:
  a: {category: 管理, name: 节能, content: 一, owner: 设备部, saves: [{of: 天然气, amount: 0.85 m3/t, stated reduction: 1.84 kgCO2e/t}]}
  b: {category: 管理, name: 节能, content: 二}
  c: {category: 管理, content: 三, reduction: 800 tCO2e, capacity: [{name: 光伏, capacity: 8.0256 MW, generation: 842.6 万kWh}]}
  d: {content: 四, substitutes: [{of: 再生铝, share: {2026: 30 %, 2030: 50 %}}]}
  e: {content: 五}
"""


def north(item: str) -> list[list[str]]:
    return _table(NORTH, item)


def _table(chapters: str, item: str, **members: str) -> list[list[str]]:
    source = report(f"{chapters}\noutline: [{{title: 甲, body: [{item}]}}]\n", {name: plan_file(text) for name, text in members.items()})
    outcome = compose(source, Edition.CHINESE)
    assert outcome.value is not None, [d.message("en") for d in outcome.diagnostics]
    table = outcome.value.blocks[1]
    assert isinstance(table, Table)
    return [
        [plain(cell.words) + (f" [{cell.columns}x{cell.rows}]" if cell.columns * cell.rows > 1 else "") for cell in row]
        for row in (*table.head, *table.body)
    ]


def test_pathways_with_years_across():
    assert north("table: pathways") == [
        ["排放强度（tCO₂e/tAl）", "2023年（基准年）", "2024年", "2030年"],
        ["工艺排放（范围1+2）", "3.234", "0.424", "—"],
        ["采购铝（范围3，类别1）", "—", "16.4", "12.1"],
    ]


def test_pathways_with_years_down_have_a_head_of_two_levels():
    assert north("{table: pathways, layout: years down, years: [2024, 2030]}") == [
        ["年份 [1x2]", "北厂 [2x1]"],
        ["工艺排放（范围1+2）（tCO₂e/tAl）", "采购铝（范围3，类别1）（tCO₂e/tAl）"],
        ["2024", "0.424", "16.4"],
        ["2030", "—", "12.1"],
    ]


def test_progress_shows_the_sign_of_a_deviation():
    assert north("table: progress")[2] == ["工艺排放（范围1+2）", "3.234", "0.424", "0.5", "+0.076"]


def test_measures_merge_equal_neighbours_and_leave_empty_columns_out():
    rows = north("table: measures")
    assert rows[0] == ["序号", "措施类型", "措施名称", "措施内容", "责任部门"]
    assert rows[1] == ["1", "管理 [1x3]", "节能 [1x2]", "一", "设备部"]
    assert rows[2] == ["2", "二", "—"]
    assert rows[3] == ["3", "—", "三", "—"]
    assert rows[4:] == [["4", "—", "—", "四", "—"], ["5", "—", "—", "五", "—"]]  # nothing is not merged with nothing


def test_savings_list_what_is_quantified():
    rows = north("table: savings")
    assert rows[0] == ["措施名称", "量化对象", "数量", "减排量"]
    assert rows[1] == ["节能", "天然气", "0.85\u00a0m³/t", "1.84\u00a0kgCO₂e/t"]
    assert rows[2][:2] == ["三 [1x3]", "光伏：装机容量"]
    assert [row[-2:] for row in rows[3:5]] == [["842.6\u00a0万kWh", "—"], ["—", "800\u00a0tCO₂e"]]
    assert rows[5:] == [["四 [1x2]", "再生铝占比（2026年）", "30%", "—"], ["再生铝占比（2030年）", "50%", "—"]]


def test_categories_of_members_stand_under_their_names_and_periods():
    rows = _table(
        "members: {north: {name: 北方, plan: north.yaml}, south: {name: 南方, plan: south.yaml}}",
        "table: emissions by category",
        north=NORTH,
        south=NORTH,
    )
    assert rows[0] == ["排放量（tCO₂e） [1x2]", "北方", "南方"]
    assert rows[1] == ["2023年9月 – 2024年9月", "2023年9月 – 2024年9月"]
    assert rows[2] == ["类别1：直接排放与清除", "15,205", "15,205"]


def test_a_members_measures_name_their_entity_only_where_they_differ():
    group = (
        "members: {north: {name: 北方, plan: north.yaml}}\nentities: {office: {name: 总部}}\nmeasures: {x: {entity: office, content: 六}}"
    )
    member = NORTH.replace("a: {", "a: {entity: plant, ")
    rows = _table(group, "{table: measures, of: [x, north.a]}", north=member)
    assert "总部" in rows[1]
    assert "北方" in rows[2]


def test_intensity_and_scopes():
    assert north("table: intensity")[1] == ["北厂", "9,431", "7,880", "1.197"]
    assert north("table: emissions by scope") == [
        ["排放量（tCO₂e）", "2023年9月 – 2024年9月"],
        ["直接排放（范围1）", "330"],
        ["外购能源间接排放（范围2）", "9,101"],
        ["合计", "9,431"],
    ]


def test_own_tables_merge_where_the_plan_says_so():
    rows = _table(
        "tables: {noise: {caption: 噪声, columns: [设备, 数量, 声级], rows: [[空压机, 2, 85], ['^', '3', '<'], [合计, '<', '170']], note: 注}}",
        "table: noise",
    )
    assert rows == [["设备", "数量", "声级"], ["空压机 [1x2]", "2", "85"], ["3 [2x1]"], ["合计 [2x1]", "170"]]


def test_merging_stays_within_the_group_to_its_left():
    rows = [tuple(text(figure(word)) for word in line) for line in ("ax", "ax", "bx", "bx")]
    merged = merged_down(rows, [0, 1])
    assert [[cell.rows for cell in row] for row in merged] == [[2, 2], [], [2, 2], []]
    assert merged_down([(text(NOTHING),), (text(NOTHING),)], [0]) == ((text(NOTHING),), (text(NOTHING),))


def test_chinese_characters_count_two():
    assert display_width("表 1") == 4
    assert head(figure("x")).strong
