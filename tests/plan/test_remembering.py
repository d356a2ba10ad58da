from ghgplan.plan.remembering import MOST, once_each


def test_each_object_is_asked_for_once():
    asked = []

    @once_each
    def doubled(numbers):
        asked.append(numbers)
        return [2 * number for number in numbers]

    first, equal = [1], [1]
    assert doubled(first) is doubled(first)
    assert doubled(equal) is not doubled(first)
    assert asked == [first, equal]


def test_no_more_than_some_are_kept():
    asked = []

    @once_each
    def name(subject):
        asked.append(subject)
        return str(subject)

    subjects = [[number] for number in range(MOST + 1)]
    assert [name(subject) for subject in (*subjects, subjects[-1], subjects[0])] == [
        str(each) for each in (*subjects, subjects[-1], subjects[0])
    ]
    assert asked == [*subjects, subjects[0]]
