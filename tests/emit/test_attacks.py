"""What hostile templates try, layer by layer: the list of the language, the sandbox, and both together in every place that is filled."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from jinja2 import Environment
from jinja2 import TemplateError as JinjaError

from emit.word.reading import changed, parts
from emit.word.samples import document, pictures, template
from ghgplan.document.blocks import Edition
from ghgplan.emit.language import refusals
from ghgplan.emit.markdown.template import fill
from ghgplan.emit.sandbox import DataEnvironment
from ghgplan.emit.word import TemplateError, write_word
from ghgplan.emit.word.environment import FILTERS
from ghgplan.emit.word.environment import TemplateEnvironment as WordEnvironment
from ghgplan.emit.word.package import packed

LANGUAGE, SANDBOX = "language", "sandbox"

# What each attack is stopped by alone. The sandbox is not asked what fills the memory: it would.
ATTACKS: dict[str, tuple[str, ...]] = {
    "{{ cycler.__init__.__globals__.os.popen('id').read() }}": (LANGUAGE, SANDBOX),
    "{{ lipsum.__globals__['os'].popen('id').read() }}": (LANGUAGE, SANDBOX),
    "{{ joiner.__init__.__globals__ }}": (LANGUAGE, SANDBOX),
    "{{ self.__init__.__globals__ }}": (LANGUAGE, SANDBOX),
    "{{ version.__class__.__mro__[1].__subclasses__() }}": (LANGUAGE, SANDBOX),
    "{{ version['__class__'] }}": (LANGUAGE, SANDBOX),
    "{{ version | attr('__class__') }}": (LANGUAGE, SANDBOX),
    "{{ details | map(attribute='__class__') | list }}": (LANGUAGE, SANDBOX),
    "{{ '{0.__class__}'.format(version) }}": (LANGUAGE, SANDBOX),
    "{{ '{0.__class__}'.format_map({'0': version}) }}": (LANGUAGE, SANDBOX),
    "{{ '%s' | format(version) }}": (LANGUAGE, SANDBOX),
    "{{ picture.tpl.write_xml('stolen') }}": (LANGUAGE, SANDBOX),
    "{{ picture.tpl.save('stolen') }}": (LANGUAGE, SANDBOX),
    "{{ picture.tpl.replace_zipname('word/settings.xml', '/etc/passwd') }}": (LANGUAGE, SANDBOX),
    "{{ picture.tpl.docx.core_properties.author }}": (SANDBOX,),
    "{{ picture.add('more') }}": (LANGUAGE, SANDBOX),
    "{{ labels.update({'a': 'b'}) }}": (LANGUAGE, SANDBOX),
    "{{ details.append('more') }}": (LANGUAGE, SANDBOX),
    "{{ range(10000000) | list }}": (LANGUAGE, SANDBOX),
    "{% for a in range(99999) %}{% for b in range(99999) %}x{% endfor %}{% endfor %}": (LANGUAGE, SANDBOX),
    "{{ dict(a=1) }}": (LANGUAGE, SANDBOX),
    "{{ namespace(a=1) }}": (LANGUAGE, SANDBOX),
    "{{ 'a' * 200000000 }}": (LANGUAGE, SANDBOX),
    "{{ 10 ** 5000000 }}": (LANGUAGE, SANDBOX),
    "{{ '%0200000000d' % 1 }}": (LANGUAGE, SANDBOX),
    "{{ version | center(200000000) }}": (LANGUAGE, SANDBOX),
    "{{ version | wordwrap(1) }}": (LANGUAGE, SANDBOX),
    "{{ version | replace('', version) }}": (LANGUAGE, SANDBOX),
    "{{ '</w:t></w:r></w:p>' | safe }}": (LANGUAGE, SANDBOX),
    "{{ version | string | safe }}": (LANGUAGE, SANDBOX),
    "{{ version | xmlattr }}": (LANGUAGE, SANDBOX),
    "{{ version | tojson }}": (LANGUAGE, SANDBOX),
    "{{ version | pprint }}": (LANGUAGE, SANDBOX),
    "{{ version | urlize }}": (LANGUAGE, SANDBOX),
    "{% autoescape false %}{{ version }}{% endautoescape %}": (LANGUAGE,),
    "{% macro again() %}{{ again() }}{% endmacro %}{{ again() }}": (LANGUAGE, SANDBOX),
    "{% for a in details recursive %}{{ loop(details) }}{% endfor %}": (LANGUAGE, SANDBOX),
    "{% set a = version %}{% set a = a ~ a %}{{ a }}": (LANGUAGE,),
    "{% set a %}{{ version }}{% endset %}{{ a }}": (LANGUAGE,),
    "{{ [version, version] | join }}": (LANGUAGE,),
    "{{ details | join(details | join(details | join)) }}": (LANGUAGE,),
    "{{ (1, 2) }}": (LANGUAGE,),
    "{{ {'a': 1} }}": (LANGUAGE,),
    "{{ version[0:1] }}": (LANGUAGE,),
    "{{ labels[edition] }}": (LANGUAGE, SANDBOX),
    "{% include 'other' %}": (LANGUAGE, SANDBOX),
    "{% import 'other' as a %}{{ a }}": (LANGUAGE, SANDBOX),
    "{% extends 'other' %}": (LANGUAGE, SANDBOX),
    "{% block a %}{% endblock %}{{ self.a() }}": (LANGUAGE, SANDBOX),
    "{% filter upper %}a{% endfilter %}": (LANGUAGE,),
    "{% call version() %}{% endcall %}": (LANGUAGE, SANDBOX),
    "{% with a = version %}{{ a }}{% endwith %}": (LANGUAGE,),
    "{{ -1 }}": (LANGUAGE,),
    "{% if version is eq version %}a{% endif %}": (LANGUAGE,),
}
CONTEXT = {
    "version": "1",
    "edition": "zh",
    "labels": {"a": "b"},
    "details": ["a", "b"],
    "picture": SimpleNamespace(tpl=SimpleNamespace(docx=SimpleNamespace(core_properties=SimpleNamespace(author="me")))),
}
SAMPLE = document(Edition.ENGLISH)
MAIN = "word/document.xml"


class Sandbox(DataEnvironment):
    """The sandbox alone, as the writer of Word files has it."""

    def __init__(self) -> None:
        super().__init__(FILTERS, autoescape=True, finalize=WordEnvironment().finalize)


@pytest.mark.parametrize(("attack", "layers"), ATTACKS.items())
def test_the_list_of_the_language_alone(attack: str, layers: tuple[str, ...]) -> None:
    plain = Environment()
    assert bool(list(refusals(plain.parse(attack), FILTERS))) == (LANGUAGE in layers)


@pytest.mark.parametrize(("attack", "layers"), ATTACKS.items())
def test_the_sandbox_alone(attack: str, layers: tuple[str, ...]) -> None:
    def run() -> str:
        return Sandbox().from_string(attack).render(CONTEXT)

    if SANDBOX in layers:
        # Without a loader, Jinja says so in a TypeError of its own.
        with pytest.raises((JinjaError, TypeError)):
            run()
    else:
        run()


@pytest.mark.parametrize("attack", ATTACKS)
def test_both_together_in_word(attack: str) -> None:
    with pytest.raises(JinjaError):
        WordEnvironment().from_string(attack).render(CONTEXT)


@pytest.mark.parametrize("attack", ATTACKS)
def test_both_together_in_markdown(attack: str) -> None:
    with pytest.raises(JinjaError):
        fill(attack, CONTEXT)


def with_footnote(attack: str) -> bytes:
    found = parts(template())
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    content_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    note = f'<w:footnote w:id="1"><w:p><w:r><w:t>{escaped(attack)}</w:t></w:r></w:p></w:footnote>'
    found["word/footnotes.xml"] = f"<w:footnotes {space}>{note}</w:footnotes>".encode()
    found["word/_rels/document.xml.rels"] = found["word/_rels/document.xml.rels"].replace(
        b"</Relationships>", f'<Relationship Id="rId9" Type="{kind}" Target="footnotes.xml"/></Relationships>'.encode()
    )
    found["[Content_Types].xml"] = found["[Content_Types].xml"].replace(
        b"</Types>", f'<Override PartName="/word/footnotes.xml" ContentType="{content_type}"/></Types>'.encode()
    )
    return packed(found)


def escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


PLACES = {
    "body": lambda attack: changed(template(), MAIN, lambda xml: xml.replace("{{ labels.contents }}", escaped(attack))),
    "header": lambda attack: changed(template(), "word/header1.xml", lambda xml: xml.replace("{{ line.title }}", escaped(attack))),
    "footer": lambda attack: changed(template(), "word/footer1.xml", lambda xml: xml.replace("{{ version }}", escaped(attack))),
    "footnotes": with_footnote,
}


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("attack", list(ATTACKS)[::4])
def test_no_place_of_a_word_template_is_left_out(place: str, attack: str) -> None:
    with pytest.raises(TemplateError) as caught:
        write_word(SAMPLE, pictures(SAMPLE), PLACES[place](attack))
    assert caught.value.code == "GP-T03"


@pytest.mark.parametrize("place", PLACES)
def test_the_places_are_filled_where_nothing_is_wrong(place: str) -> None:
    assert write_word(SAMPLE, pictures(SAMPLE), PLACES[place]("{{ edition }}"))


@pytest.mark.parametrize(
    "source", ["{{ " + "(" * 20_000 + "1" + ")" * 20_000 + " }}", "{{ " + "9" * 5_000 + " }}", "{{ a" + ".a" * 5_000 + " }}"]
)
def test_what_only_costs_is_refused_like_anything_else(source: str) -> None:
    with pytest.raises(JinjaError):
        WordEnvironment().from_string(source)


def test_a_tree_that_was_parsed_elsewhere_is_looked_at_too() -> None:
    with pytest.raises(JinjaError):
        WordEnvironment().from_string(Environment().parse("{{ range(9) }}"))
