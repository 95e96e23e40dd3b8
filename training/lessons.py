"""What the reader learns from: varied lessons in batches, and what a larger teacher says of them.

    python training/lessons.py TEACHER.pt --to LESSONS.pt [--variants 3]

writes some variants of every sentence together with the teacher's judgement, for
`training/reader.py --lessons` to learn both from.
"""

from __future__ import annotations

import argparse
import random
import zlib
from collections.abc import Iterator, Sequence
from importlib.resources import files
from pathlib import Path

import torch
from tokenizers import Encoding, Tokenizer
from torch import Tensor

from amity.extract.encoder.passages import lay_out
from amity.knowledge.load import PACKAGED
from encoder import MANNERS, WEIGHTS_PACKAGE, Judgement, Reader
from filling import make_wardrobe
from marked_sentences import LabelledSentence, read_sentences
from targets import TYPE_NAMES, Lesson, Taught, varied_lesson

SEED = 11
HELD_OUT = 20  # one sentence of so many
BATCH = 32
VARIANTS = 3


def load_tokenizer() -> Tokenizer:
    """The tokenizer of the packaged MiniLM, cutting nothing and filling nothing up."""
    tokenizer = Tokenizer.from_str(files(WEIGHTS_PACKAGE).joinpath("model/tokenizer.json").read_text(encoding="utf-8"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def held_out(sentence: LabelledSentence) -> bool:
    """Whether a sentence is kept for choosing settings."""
    return zlib.crc32(sentence.text.encode()) % HELD_OUT == 0


def grouped(lessons: Sequence[Lesson], tokenizer: Tokenizer) -> tuple[list[Encoding], list[list[int]]]:
    """The pieces of each lesson, and lessons of like length together."""
    pieces = tokenizer.encode_batch([lesson.passage.text for lesson in lessons])
    order = sorted(range(len(lessons)), key=lambda at: (len(pieces[at].ids) // 8, len(lessons[at].types), at))
    return pieces, [order[at : at + BATCH] for at in range(0, len(order), BATCH)]


def batches(
    lessons: Sequence[Lesson],
    tokenizer: Tokenizer,
    chance: random.Random | None = None,
    taught: Sequence[Taught] = (),
) -> Iterator[dict[str, Tensor]]:
    """Lessons in batches, in random order with `chance`; with what a teacher says of each, where one does."""
    pieces, groups = grouped(lessons, tokenizer)
    if chance is not None:
        chance.shuffle(groups)
    for group in groups:
        arrays = lay_out([lessons[at].passage for at in group], [pieces[at] for at in group])
        batch = {name: torch.from_numpy(array) for name, array in arrays.items()}
        many = arrays["member"].shape[1]
        batch["types"] = torch.zeros(len(group), many, many, len(TYPE_NAMES))
        batch["realities"] = torch.zeros(len(group), many, many, len(TYPE_NAMES), dtype=torch.int64)
        batch["denials"] = torch.zeros(len(group), many, many, len(TYPE_NAMES))
        for row, at in enumerate(group):
            size = len(lessons[at].types)
            for name in ("types", "realities", "denials"):
                batch[name][row, :size, :size] = torch.from_numpy(getattr(lessons[at], name))
        if taught:
            batch["taught_types"] = torch.zeros(len(group), many, many, len(TYPE_NAMES))
            batch["taught_manners"] = torch.zeros(len(group), many, many, len(TYPE_NAMES), MANNERS)
            for row, at in enumerate(group):
                size = len(lessons[at].types)
                batch["taught_types"][row, :size, :size] = torch.from_numpy(taught[at].types)
                batch["taught_manners"][row, :size, :size] = torch.from_numpy(taught[at].manners)
        batch["speakers"] = torch.zeros(len(group), many, many, dtype=torch.int64)
        for row, at in enumerate(group):
            size = len(lessons[at].types)
            batch["speakers"][row, :size, :size] = torch.from_numpy(lessons[at].speakers)
        batch["asked"] = _asked([len(lessons[at].types) for at in group], many)
        yield batch


def _asked(sizes: Sequence[int], many: int) -> Tensor:
    """Which (row, actor, recipient) are pairs of two actors that are there."""
    asked = torch.zeros(len(sizes), many, many, dtype=torch.bool)
    for row, size in enumerate(sizes):
        asked[row, :size, :size] = ~torch.eye(size, dtype=torch.bool)
    return asked


def judge(reader: Reader, batch: dict[str, Tensor]) -> Judgement:
    return reader(batch["tokens"], batch["case"], batch["kind"], batch["member"])


def varied(sentences: Sequence[LabelledSentence], chance: random.Random) -> list[Lesson]:
    """Each sentence once, varied; those of which only one actor is left say nothing."""
    wardrobe = make_wardrobe(PACKAGED.gazetteer)
    lessons = [varied_lesson(sentence, wardrobe, chance) for sentence in sentences]
    return [lesson for lesson in lessons if len(lesson.types) > 1]


@torch.no_grad()
def taught_by(teacher: Reader, lessons: Sequence[Lesson], tokenizer: Tokenizer) -> list[Taught]:
    """What the teacher says of each lesson, reckoned in bfloat16."""
    teacher.eval().bfloat16()
    found: list[Taught | None] = [None] * len(lessons)
    _, groups = grouped(lessons, tokenizer)
    for group, batch in zip(groups, batches(lessons, tokenizer), strict=True):
        said = judge(teacher, {**batch, "member": batch["member"].bfloat16()})
        for row, at in enumerate(group):
            size = len(lessons[at].types)
            types, manners = said.types[row, :size, :size], said.manners[row, :size, :size]
            found[at] = Taught(types.float().numpy().copy(), manners.float().numpy().copy())
    return [one for one in found if one is not None]


def main() -> None:
    from teacher import MPNet

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("teacher", type=Path)
    parser.add_argument("--to", type=Path, required=True)
    parser.add_argument("--variants", type=int, default=VARIANTS)
    args = parser.parse_args()
    teacher = Reader(len(TYPE_NAMES), MPNet())
    teacher.load_state_dict(torch.load(args.teacher, weights_only=True), strict=False)
    tokenizer, chance = load_tokenizer(), random.Random(SEED)
    sentences = [one for one in read_sentences() if not held_out(one)]
    variants = []
    for _ in range(args.variants):
        lessons = varied(sentences, chance)
        variants.append((lessons, taught_by(teacher, lessons, tokenizer)))
        print(f"{len(lessons)} lessons", flush=True)
    torch.save(variants, args.to)


if __name__ == "__main__":
    main()
