from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as some

from ghgplan.project.workers.ordering import in_order


@given(some.permutations(range(12)))
def test_results_come_in_the_order_of_their_numbers(numbers: list[int]) -> None:
    assert list(in_order((number, str(number)) for number in numbers)) == [str(number) for number in range(12)]


def test_a_result_waits_for_those_before_it_and_for_no_other() -> None:
    taken: list[int] = []

    def finished() -> Iterator[tuple[int, str]]:
        for number in (0, 2, 1, 3):
            taken.append(number)
            yield number, str(number)

    results = in_order(finished())
    assert next(results) == "0"
    assert taken == [0]
    assert next(results) == "1"
    assert taken == [0, 2, 1]
