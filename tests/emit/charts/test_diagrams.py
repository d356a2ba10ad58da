"""Flows and trees: boxes hold their texts, stand apart, and are joined."""

import pytest

from ghgplan.document.charts import FlowDiagram, TreeBox, TreeDiagram
from ghgplan.emit.charts.flow import lay_out_flow
from ghgplan.emit.charts.font import text_width
from ghgplan.emit.charts.scene import Area, Rectangle, Stroke, Text
from ghgplan.emit.charts.style import BOX_EDGE
from ghgplan.emit.charts.tree import lay_out_tree


def boxes(scene):
    areas = [item for item in scene.items if isinstance(item, Area) and item.edge == BOX_EDGE]
    return [Rectangle(*area.points[0], *area.points[2]) for area in areas]


def check_boxes(scene):
    found = boxes(scene)
    for position, one in enumerate(found):
        assert not any(one.grown(0.5).overlaps(other) for other in found[position + 1 :])
    for text in (item for item in scene.items if isinstance(item, Text)):
        assert any(one.holds(text.extent(text_width)) for one in found), text.text


@pytest.mark.parametrize("count", [1, 2, 5, 6, 11])
@pytest.mark.parametrize("step", [("熔化",), ("外购铝合金锭的接收、检验与存放", "Receiving, inspection and storage of purchased ingots")])
def test_a_flow_of_any_length_is_joined_by_arrows(count, step):
    scene = lay_out_flow(FlowDiagram((step,) * count), text_width)
    assert len(boxes(scene)) == count
    assert len([item for item in scene.items if isinstance(item, Stroke)]) == count - 1
    check_boxes(scene)


def test_steps_are_read_from_left_to_right_and_row_by_row():
    places = [one.centre for one in boxes(lay_out_flow(FlowDiagram((("步骤",),) * 7), text_width))]
    assert places == sorted(places, key=lambda place: (place[1], place[0]))
    assert len({y for _, y in places}) == 2


def test_a_tree_keeps_its_texts_in_its_boxes(tree_chart):
    check_boxes(lay_out_tree(tree_chart, text_width))


def test_a_tree_of_short_names_hangs_down_and_one_of_long_words_lies_sideways():
    def first_two(word):
        below = tuple(TreeBox((word,)) for _ in range(10))
        top, *_, leaf = boxes(lay_out_tree(TreeDiagram(TreeBox(("公司",), below)), text_width))
        return top, leaf

    top, leaf = first_two("部门")
    assert leaf.top > top.bottom
    top, leaf = first_two("Administration")
    assert leaf.left > top.right


def test_a_parent_stands_over_the_middle_of_its_children():
    scene = lay_out_tree(TreeDiagram(TreeBox(("上",), (TreeBox(("左",)), TreeBox(("右",))))), text_width)
    top, left, right = boxes(scene)
    assert abs(top.centre[0] - (left.centre[0] + right.centre[0]) / 2) < 1e-9
