"""Pictures that a plan brings, as blocks of its documents."""

from __future__ import annotations

import pytest

from ghgplan.document.blocks import Edition, Figure, Paragraph, plain
from ghgplan.document.compose import compose
from ghgplan.plan.picture_files import PictureFile
from little_plans import report

PLANT = PictureFile(b"pixels", "jpg")


def composed(item: str, edition: Edition = Edition.ENGLISH, pictures: dict[str, PictureFile] | None = None):
    body = f"""
outline:
  - title: {{zh: 厂区, en: The site}}
    body:
      - text: {{zh: "见 {{{{ figure.plant }}}}。", en: "See {{{{ figure.plant }}}}."}}
      - {item}
"""
    return compose(report(body, None, {"images/plant.jpg": PLANT} if pictures is None else pictures), edition)


def figure(item: str, edition: Edition = Edition.ENGLISH) -> Figure:
    outcome = composed(item, edition)
    assert outcome.value
    (found,) = outcome.value.figures()
    return found


ITEM = "{picture: images/plant.jpg, caption: {zh: 厂区, en: The site}, alternative: {zh: 两座车间, en: Two halls}, name: plant}"


def test_a_picture_has_a_number_a_caption_and_words() -> None:
    found = figure(ITEM)
    assert (plain(found.label), plain(found.caption), plain(found.alternative)) == ("Figure 1", "The site", "Two halls")
    assert found.chart is PLANT


def test_a_text_refers_to_it() -> None:
    outcome = composed(ITEM)
    assert outcome.value
    (paragraph,) = [block for block in outcome.value.blocks if isinstance(block, Paragraph)]
    assert [(run.text, run.target) for run in paragraph.words[0].runs] == [("See ", None), ("Figure 1", "#figure-1"), (".", None)]


@pytest.mark.parametrize("edition", Edition)
def test_all_editions_share_one_file(edition: Edition) -> None:
    assert figure(ITEM, edition).file == "01-plant.jpg"


def test_side_by_side_has_both_languages() -> None:
    found = figure(ITEM, Edition.SIDE_BY_SIDE)
    assert plain(found.caption, " | ") == "厂区 | The site"
    assert plain(found.alternative, " | ") == "两座车间 | Two halls"


def test_without_words_of_its_own_the_caption_stands_for_it() -> None:
    found = figure("{picture: images/plant.jpg, caption: {zh: 厂区, en: The site}, name: plant}")
    assert plain(found.alternative) == "The site"


@pytest.mark.parametrize("lacking", ["caption", "alternative"])
def test_a_missing_language_is_found_as_in_every_caption(lacking: str) -> None:
    texts = {"caption": "{zh: 厂区, en: The site}", "alternative": "{zh: 两座车间, en: Two halls}"} | {lacking: "{zh: 文字}"}
    keys = ", ".join(f"{key}: {text}" for key, text in texts.items())
    outcome = composed(f"{{picture: images/plant.jpg, {keys}, name: plant}}")
    assert outcome.value is None
    assert [(found.code, found.path) for found in outcome.diagnostics] == [("GP-L01", ("outline", "0", "body", "1", lacking))]


def test_a_picture_that_nobody_read_is_a_finding() -> None:
    outcome = composed(ITEM, pictures={})
    assert outcome.value is None
    assert [(found.code, found.path[-1]) for found in outcome.diagnostics] == [("GP-F01", "picture")]
