"""Make the learned reader from the labelled sentences of `training/sentences/`.

    python training/reader.py --large --to TEACHER.pt
    python training/lessons.py TEACHER.pt --to LESSONS.pt
    python training/reader.py --lessons LESSONS.pt --layers 6 --to SIX.pt
    python training/reader.py --lessons LESSONS.pt --layers 3 --to THREE.pt

Needs the `train` extra. The large reader is a teacher and is not shipped; without
`--lessons` a small one learns from the sentences alone. The same machine,
versions and number of threads give the same weights. A twentieth of the
sentences is held out; its figures are printed after every round.
`training/export_reader.py` makes the packaged files from the weights.
"""

from __future__ import annotations

import argparse
import math
import os
import random
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

os.environ.setdefault("OMP_WAIT_POLICY", "passive")

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional

from encoder import Judgement, Reader, minilm
from lessons import BATCH, SEED, batches, held_out, judge, load_tokenizer, varied
from marked_sentences import LabelledSentence, read_sentences
from targets import TYPE_NAMES, Lesson, plain_lesson
from teacher import mpnet

ROUNDS = 9
LARGE_ROUNDS = 4
RATE, LARGE_RATE, JUDGE_RATE, DECAY, WARM = 1e-4, 4e-5, 5e-4, 0.01, 0.08
FROZEN = 3  # of the teacher's layers: the lowest learn little and cost as much
MANNER_WEIGHT, SPEAKER_WEIGHT, SMOOTHED = 0.5, 0.3, 0.02
TEACHER_WEIGHT, SOFTENED, MANNER_DISTANCE = 0.7, 2.0, 0.02
LAYERS_KEPT = {6: (0, 1, 2, 3, 4, 5), 3: (0, 2, 5)}


def loss_of(judgement: Judgement, batch: dict[str, Tensor]) -> Tensor:
    """Cross-entropy of types over all pairs, and of the manner over the types that a pair has."""
    asked = batch["asked"]
    types, right = judgement.types[asked].float(), batch["types"][asked]
    right = right * (1 - SMOOTHED) + SMOOTHED / right.shape[-1]
    loss = -(right * types.log_softmax(-1)).sum(-1).mean()
    shares = batch["types"][asked][:, 1:]
    rows, columns = shares.nonzero(as_tuple=True)
    if len(rows):
        weight = shares[rows, columns]
        manners = judgement.manners[asked][:, 1:][rows, columns].float()
        realities = batch["realities"][asked][:, 1:][rows, columns]
        denials = batch["denials"][asked][:, 1:][rows, columns]
        manner = functional.cross_entropy(manners[:, :-1], realities, reduction="none")
        manner = manner + functional.binary_cross_entropy_with_logits(manners[:, -1], denials, reduction="none")
        loss = loss + MANNER_WEIGHT * (manner * weight).sum() / weight.sum()
        related = shares.sum(-1) > 0
        said = functional.cross_entropy(judgement.speakers[asked][related].float(), batch["speakers"][asked][related])
        loss = loss + SPEAKER_WEIGHT * said
    if "taught_types" in batch:
        loss = (1 - TEACHER_WEIGHT) * loss + TEACHER_WEIGHT * _distance(judgement, batch)
    return loss


def _distance(judgement: Judgement, batch: dict[str, Tensor]) -> Tensor:
    """How far the types and manners are from a teacher's (Hinton et al. 2015)."""
    asked = batch["asked"]
    types, manners = batch["taught_types"][asked], batch["taught_manners"][asked]
    own = (judgement.types[asked].float() / SOFTENED).log_softmax(-1)
    far = functional.kl_div(own, (types / SOFTENED).softmax(-1), reduction="batchmean") * SOFTENED**2
    weight = types.softmax(-1)[..., None]
    return far + MANNER_DISTANCE * ((judgement.manners[asked].float() - manners) ** 2 * weight).sum((-1, -2)).mean()


@torch.no_grad()
def figures(reader: Reader, lessons: Sequence[Lesson], tokenizer: Tokenizer) -> str:
    """Types with none (macro-F1, accuracy), and how often the manner is right, on lessons held out."""
    reader.eval()
    hits = np.zeros(len(TYPE_NAMES))
    told, wanted = hits.copy(), hits.copy()
    manner_right = manner_all = 0
    loss = 0.0
    for batch in batches(lessons, tokenizer):
        found = judge(reader, batch)
        asked = batch["asked"]
        loss += float(loss_of(found, batch)) * int(asked.sum())
        right, guess = batch["types"][asked], found.types[asked].argmax(-1)
        gold = torch.where(right.gather(1, guess[:, None])[:, 0] > 0, guess, right.argmax(-1))
        hits += np.bincount(gold[gold == guess], minlength=len(hits))
        told += np.bincount(guess, minlength=len(hits))
        wanted += np.bincount(gold, minlength=len(hits))
        at = (gold == guess) & (gold > 0)
        manners = found.manners[asked][at, guess[at]]
        same = manners[:, :-1].argmax(-1) == batch["realities"][asked][at, guess[at]]
        same &= (manners[:, -1] > 0) == (batch["denials"][asked][at, guess[at]] > 0)
        manner_right += int(same.sum())
        manner_all += int(at.sum())
    f1 = 2 * hits / np.maximum(told + wanted, 1)
    return (
        f"loss {loss / wanted.sum():.3f}  macro-F1 {100 * f1[wanted > 0].mean():.1f}  accuracy "
        f"{100 * hits.sum() / wanted.sum():.1f}  manner {100 * manner_right / max(manner_all, 1):.1f}"
    )


def rounds_of(
    args: argparse.Namespace, sentences: Sequence[LabelledSentence], tokenizer: Tokenizer, chance: random.Random
) -> Iterator[Iterator[dict[str, Tensor]]]:
    """The batches of each round: sentences varied anew, or the variants that a teacher has judged, in turn."""
    if args.lessons is None:
        for _ in range(args.rounds):
            yield batches(varied(sentences, chance), tokenizer, chance)
        return
    variants = torch.load(args.lessons, weights_only=False)
    for number in range(args.rounds):
        lessons, taught = variants[number % len(variants)]
        yield batches(lessons, tokenizer, chance, taught)


def begin(args: argparse.Namespace) -> Reader:
    """A reader that has learned nothing yet but what its encoder knew."""
    if not args.large:
        return Reader(len(TYPE_NAMES), minilm(LAYERS_KEPT[args.layers]))
    encoder = mpnet()
    for part in (encoder.words, encoder.places, *encoder.blocks[:FROZEN]):
        part.requires_grad_(False)
    return Reader(len(TYPE_NAMES), encoder)


def train(args: argparse.Namespace) -> None:
    torch.manual_seed(args.seed)
    chance = random.Random(args.seed)
    tokenizer = load_tokenizer()
    sentences = list(read_sentences())
    taught = [one for one in sentences if not held_out(one)]
    checked = [plain_lesson(one) for one in sentences if held_out(one)]
    print(f"{len(taught)} sentences to learn from, {len(checked)} held out", flush=True)
    reader = begin(args)
    if args.begin is not None:
        reader.load_state_dict(torch.load(args.begin, weights_only=True))
    learning = {name: weight for name, weight in reader.named_parameters() if weight.requires_grad}
    encoder = [weight for name, weight in learning.items() if name.startswith("encoder.")]
    judging = [weight for name, weight in learning.items() if not name.startswith("encoder.")]
    judging_rate = JUDGE_RATE if args.begin is None else 5 * args.rate
    optimizer = torch.optim.AdamW(
        [{"params": encoder, "lr": args.rate}, {"params": judging, "lr": judging_rate}], weight_decay=DECAY
    )
    steps = args.rounds * math.ceil(len(taught) / BATCH)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min((step + 1) / (WARM * steps), max(0.0, 1 - step / steps))
    )
    started = time.time()
    for number, lessons in enumerate(rounds_of(args, taught, tokenizer, chance), start=1):
        reader.train()
        total = count = 0.0
        for batch in lessons:
            with torch.autocast("cpu", torch.bfloat16):
                found = judge(reader, batch)
            loss = loss_of(found, batch)
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(learning.values(), 1.0)
            optimizer.step()
            schedule.step()
            total, count = total + loss.item(), count + 1
        print(
            f"round {number}  {time.time() - started:.0f} s  learned {total / count:.3f}  "
            f"{figures(reader, checked, tokenizer)}",
            flush=True,
        )
        torch.save(reader.state_dict(), args.to)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--to", type=Path, required=True)
    parser.add_argument("--layers", type=int, default=6, choices=sorted(LAYERS_KEPT))
    parser.add_argument("--large", action="store_true", help="make the teacher")
    parser.add_argument("--begin", type=Path, help="go on from these weights")
    parser.add_argument("--lessons", type=Path, help="what a teacher has judged, by training/lessons.py")
    parser.add_argument("--rounds", type=int)
    parser.add_argument("--rate", type=float, help="of learning, for the encoder")
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--threads", type=int, help="of the processor; all by default")
    args = parser.parse_args()
    args.rounds = args.rounds or (LARGE_ROUNDS if args.large else ROUNDS)
    args.rate = args.rate or (LARGE_RATE if args.large else RATE)
    if args.threads:
        torch.set_num_threads(args.threads)
    train(args)


if __name__ == "__main__":
    main()
