import gc

from ghgplan.plan.remembering import once_each


class Numbers(list[int]):
    """A list that can be referred to weakly, as plans and reports can."""


def test_each_object_is_asked_for_once():
    asked = []

    @once_each
    def doubled(numbers):
        asked.append(numbers)
        return [2 * number for number in numbers]

    first, equal = Numbers([1]), Numbers([1])
    assert doubled(first) is doubled(first)
    assert doubled(equal) is not doubled(first)
    assert asked == [first, equal]


def test_an_answer_goes_with_its_object():
    answers = []

    class Answer:
        def __del__(self):
            answers.append("gone")

    @once_each
    def answer(_):
        return Answer()

    subject = Numbers([1])
    answer(subject)
    gc.collect()
    assert answers == []
    del subject
    gc.collect()
    assert answers == ["gone"]


def test_another_object_in_the_same_place_has_an_answer_of_its_own():
    @once_each
    def total(numbers):
        return sum(numbers)

    assert [total(Numbers([number])) for number in range(50)] == list(range(50))
