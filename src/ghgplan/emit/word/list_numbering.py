"""The part of the numberings: a document adds one for each of its lists that counts from 1."""

from __future__ import annotations

from itertools import count, islice

from ghgplan.values import frozen


@frozen
class ListNumbering:
    """The part's text, cut where new numberings are set in; and the text of one, cut where its own numbers stand.

    A numbering is two elements: the levels, and what paragraphs refer to.
    """

    part: str
    before: str
    between: str
    after: str
    levels: tuple[str, str]
    numbering: tuple[str, str, str]
    """Its number stands after the first piece, that of its levels after the second."""
    first_levels: int
    """The first number that no levels of the template have."""
    taken: frozenset[int]
    """The numbers that the template's own numberings have."""

    def numbers(self, lists: int) -> list[int]:
        """The numbers of so many numberings."""
        return list(islice((number for number in count(1) if number not in self.taken), lists))

    def xml(self, lists: int) -> bytes:
        """The part with so many numberings added."""
        numbers = list(enumerate(self.numbers(lists), self.first_levels))
        levels = "".join(str(level).join(self.levels) for level, _ in numbers)
        first, second, third = self.numbering
        added = "".join(f"{first}{number}{second}{level}{third}" for level, number in numbers)
        return f"{self.before}{levels}{self.between}{added}{self.after}".encode()
