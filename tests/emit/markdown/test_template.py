import jinja2
import pytest

from ghgplan.emit.markdown.template import fill


def test_blanks_and_gaps_are_tidied() -> None:
    assert fill("\n\na  \n\n\n{% if true %}\nb\t\n{% endif %}\n\n", {}) == "a\n\nb\n"


def test_what_a_template_may_do() -> None:
    template = "{% for one in things %}{{ loop.index if false else one['name'] }}{% if not loop.last %}, {% endif %}{% endfor %}"
    assert fill(template, {"things": [{"name": "a"}, {"name": "items"}]}) == "a, items\n"
    assert fill("{{ x | upper }}{{ x | default('y') }}{{ z | default('y') }}", {"x": "a"}) == "Aay\n"


@pytest.mark.parametrize(
    "template",
    [
        "{{ unknown }}",
        "{{ thing.unknown }}",
        "{{ text.upper() }}",
        "{{ text.__class__ }}",
        "{{ thing.items() }}",
        "{{ text[0] }}",
        "{{ range(3) }}",
        "{{ cycler }}",
        "{{ 'a' * 1000000000 }}",
        "{{ 2 ** 9 }}",
        "{{ text | attr('upper') }}",
        "{{ text | center(9) }}",
        "{{ none }}",
        "{{ 1 }}",
        "{{ thing }}",
        "{% if %}",
        "{% include 'x' %}",
        "{{ text | replace }}",
        "{% for one in none %}{% endfor %}",
        "{{ thing | join | first | join }}{{ 7 // 0 ~ '' }}",
        "{% macro a() %}{{ a() }}{% endmacro %}{{ a() }}",
    ],
)
def test_what_it_may_not(template: str) -> None:
    with pytest.raises(jinja2.TemplateError):
        fill(template, {"text": "a", "thing": {"name": "a"}})


def test_a_mistake_in_a_template_has_a_line() -> None:
    with pytest.raises(jinja2.TemplateSyntaxError) as caught:
        fill("a\nb\n{% endif %}", {})
    assert caught.value.lineno == 3
