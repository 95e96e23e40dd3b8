"""Long texts are read in parts that lose nothing."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from amity.extract.encoder.windows import surroundings, windows


def pieces(count: int) -> list[tuple[int, int]]:
    """Pieces of three characters with a blank between them."""
    return [(4 * at, 4 * at + 3) for at in range(count)]


@given(st.integers(1, 400), st.integers(20, 60), st.integers(1, 19))
def test_every_piece_is_in_some_part_and_no_part_is_too_long(count: int, longest: int, overlap: int) -> None:
    offsets = pieces(count)
    parts = windows(offsets, longest, overlap)
    held = [[pair for pair in offsets if start <= pair[0] and pair[1] <= end] for start, end in parts]
    assert {pair for part in held for pair in part} == set(offsets)
    assert all(len(part) <= longest for part in held)


@given(st.integers(1, 400), st.integers(20, 60), st.integers(1, 19), st.data())
def test_two_pieces_that_stand_near_each_other_are_in_one_part(
    count: int, longest: int, overlap: int, data: st.DataObject
) -> None:
    one = data.draw(st.integers(0, count - 1))
    other = data.draw(st.integers(one, min(count - 1, one + overlap - 1)))
    offsets = pieces(count)
    assert any(
        start <= offsets[one][0] and offsets[other][1] <= end for start, end in windows(offsets, longest, overlap)
    )


@given(st.integers(60, 500), st.integers(20, 50), st.data())
def test_the_surroundings_of_two_spans_hold_both_beginnings_and_are_short_enough(
    count: int, longest: int, data: st.DataObject
) -> None:
    offsets = pieces(count)
    first = data.draw(st.integers(0, count - 1))
    second = data.draw(st.integers(0, count - 1))
    spans = [(offsets[first][0], offsets[first][1]), (offsets[second][0], offsets[second][1])]
    parts = surroundings(offsets, spans, longest)
    held = [pair for pair in offsets if any(start <= pair[0] and pair[1] <= end for start, end in parts)]
    assert len(held) <= longest
    assert all(any(start <= left and right <= end for start, end in parts) for left, right in spans)
    assert parts == sorted(parts)
