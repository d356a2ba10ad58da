import time

import pytest

from emit.word.reading import changed
from emit.word.samples import document, pictures, template
from ghgplan.document.blocks import Edition
from ghgplan.emit.budget import MOST_TURNS, Budget, BudgetError
from ghgplan.emit.markdown.template import TemplateEnvironment as MarkdownEnvironment
from ghgplan.emit.word import TemplateError, write_word
from ghgplan.emit.word.environment import TemplateEnvironment

ROWS = {"rows": [{"name": str(number)} for number in range(5_000)]}


def test_one_loop_over_a_long_list_is_nothing() -> None:
    text = TemplateEnvironment().from_string("{% for row in rows %}{{ row.name }};{% endfor %}").render(ROWS)
    assert text.count(";") == 5_000


@pytest.mark.parametrize("environment", [TemplateEnvironment, MarkdownEnvironment])
@pytest.mark.parametrize(
    "template",
    [
        "{% for a in rows %}{% for b in rows %}x{% endfor %}{% endfor %}",
        "{% for a in rows %}{% for b in rows %}{% endfor %}{% endfor %}",
        "{% for a in rows %}{{ loop.index == 1 and loop.last }}{% for b in rows if b.name == a.name %}x{% endfor %}{% endfor %}",
        "{% for a in rows %}{% for b in a.name %}{% for c in rows %}{% endfor %}{% endfor %}{% endfor %}",
    ],
)
def test_loops_in_loops_over_it_are_stopped_soon(environment: type[TemplateEnvironment], template: str) -> None:
    before = time.perf_counter()
    with pytest.raises(Exception, match=f"more than {MOST_TURNS} turns|prints text"):
        environment().from_string(template).render(ROWS)
    assert time.perf_counter() - before < 5


def test_few_turns_with_much_text_are_stopped_before_the_memory_is_full() -> None:
    template = "{% for a in rows %}" + "x" * 1_000 + "{% endfor %}"
    with pytest.raises(BudgetError, match="more than 1000000 characters"):
        TemplateEnvironment(Budget(characters=1_000_000)).from_string(template).render(ROWS)


def test_all_parts_of_a_document_share_one_budget() -> None:
    environment = TemplateEnvironment(Budget(turns=7_000))
    environment.from_string("{% for row in rows %}{% endfor %}").render(ROWS)
    with pytest.raises(BudgetError):
        environment.from_string("{% for row in rows %}{% endfor %}").render(ROWS)


def test_a_loop_knows_its_place_as_before() -> None:
    template = "{% for row in rows %}{% if loop.first %}a{% endif %}{% if loop.last and loop.length == 5000 %}z{% endif %}{% else %}none{% endfor %}"
    assert TemplateEnvironment().from_string(template).render(ROWS) == "az"
    assert TemplateEnvironment().from_string(template).render({"rows": []}) == "none"


def test_a_word_template_that_goes_on_too_long_is_an_error_of_its_own() -> None:
    tags = "{% for a in body %}" * 9 + "{% endfor %}" * 9
    content = changed(template(), "word/document.xml", lambda xml: xml.replace("{{ labels.contents }}", tags))
    sample = document(Edition.ENGLISH)
    with pytest.raises(TemplateError) as caught:
        write_word(sample, pictures(sample), content)
    assert (caught.value.code, caught.value.arguments) == ("GP-T42", {"most": "100,000", "template_limit": "turns"})
