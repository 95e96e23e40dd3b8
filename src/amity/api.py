"""The public Python API: ask, add, and look at what was read.

>>> from amity import ask
>>> asking = ask("Were France and Russia allies in 1900?")
>>> asking.answer.answer
'yes'
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import BinaryIO

from amity.core.actors import ActorId, Unresolved
from amity.core.answers import Answer
from amity.core.claims import Claim
from amity.core.dates import ALWAYS, on_day
from amity.core.documents import Document
from amity.core.dropped import Dropped
from amity.core.errors import QuestionError, ReceiptError
from amity.core.outcomes import Adding, Asking, Labelling, Naming, Reading, Relating, Verification
from amity.core.relations import Dyad
from amity.export import (
    answer_json,
    change_json,
    claim_json,
    dropped_json,
    dumps,
    labelled_pair_json,
    mention_json,
    relation_json,
    statement_json,
    tally_json,
    unresolved_json,
)
from amity.extract.extractor import EXTRACTORS, USUAL_EXTRACTOR
from amity.flow import receipts
from amity.flow.answering import answer as answer_question
from amity.flow.asking import Asker, relation_between
from amity.flow.engines import engine_for
from amity.flow.ingest import understand_document
from amity.flow.labelling import label_pairs
from amity.flow.naming import named_in, names_of
from amity.flow.offices import offices_of
from amity.flow.opening import opened_for
from amity.flow.refresh import Progress, bring
from amity.flow.tools import Tools, tools_with
from amity.flow.understanding import understand
from amity.knowledge.load import load_knowledge
from amity.read.files import insist_on_documents, read_paths
from amity.read.marked_pairs import read_marked_pairs
from amity.split import fold_copies, split
from amity.store import Store

__all__ = [
    "Adding",
    "Asking",
    "Labelling",
    "Naming",
    "Progress",
    "Reading",
    "Relating",
    "Verification",
    "actors",
    "add",
    "answer_json",
    "ask",
    "change_json",
    "changes",
    "claim_json",
    "claims",
    "default_store",
    "dropped_json",
    "dumps",
    "label",
    "labelled_pair_json",
    "mention_json",
    "relation",
    "relation_json",
    "statement_json",
    "statements",
    "tally_json",
    "unresolved_json",
    "verify",
]


WORTH_COMPACTING = 2000  # documents in one go, after which the store is merged for quick answers


def default_store() -> Path:
    """The store in the user's data folder."""
    import platformdirs

    return Path(platformdirs.user_data_dir("amity", appauthor=False)) / "store"


def ask(
    question: str,
    paths: Sequence[str] = (),
    *,
    store: Path | None = None,
    as_of: date | None = None,
    known_by: date | None = None,
    use_facts: bool = True,
    actors: Sequence[Path] = (),
    leave_out_bad_actors: bool = False,
    reader: str = USUAL_EXTRACTOR,
    stdin: BinaryIO | None = None,
    progress: Progress | None = None,
) -> Asking:
    """Answer a question.

    With `paths` from those documents, in a store that is thrown away; without
    them from `store` (default: the user's data folder); and from the built-in
    facts unless `use_facts` is False. `as_of` is the day asked about, `known_by`
    leaves out what was published later. `actors` are files of the user's own, in
    the form of our tables; what is flawed in them raises KnowledgeError, or is left
    out and dropped with `leave_out_bad_actors`. `reader` is one of "encoder", "fast"
    and "patterns". Raises QuestionError where the
    question is not understood, InputError where no input could be read.
    """
    today, tools = datetime.now(UTC).date(), _tools(actors, leave_out_bad_actors, reader)
    if not question.strip():
        raise QuestionError('The question is empty. Ask, for example: "Are Russia and Syria allies?"')
    with opened_for(paths, store or default_store(), tools, stdin=stdin, progress=progress) as opened:
        receipt = receipts.Receipt(
            id="",
            question=question,
            as_of=as_of.isoformat() if as_of else None,
            known_by=known_by.isoformat() if known_by else None,
            today=today.isoformat(),
            use_facts=use_facts,
            knowledge=tools.knowledge.version,
            store=None if paths else str(opened.store.folder.resolve()),
            version=None if paths else opened.store.version,
            paths=tuple(path if path == "-" else str(Path(path).resolve()) for path in paths),
            named=tuple(paths),
            documents=receipts.digest_of(opened.documents),
            actors=tuple(str(Path(path).resolve()) for path in actors),
            leave_out_bad_actors=leave_out_bad_actors,
            reader=reader,
        )
        answer, receipt = _answer(receipt, opened.store, tools)
    kept = receipts.keep(receipt, _receipts(store))
    dropped = (*tools.knowledge.left_out, *opened.dropped)
    return Asking(answer=answer, tally=opened.tally, dropped=dropped, receipt_kept=kept)


def add(
    paths: Sequence[str],
    *,
    store: Path | None = None,
    actors: Sequence[Path] = (),
    leave_out_bad_actors: bool = False,
    reader: str = USUAL_EXTRACTOR,
    stdin: BinaryIO | None = None,
    workers: int = 1,
    progress: Progress | None = None,
) -> Adding:
    """Read documents into a store (default: the user's data folder). Adding again adds nothing.

    What has been added stays added when this is stopped. With more than one of
    `workers` so many processes share the reading; a script that asks for them must
    start under `if __name__ == "__main__":`, as Python's own pools want it. `actors` are files as for
    `ask`; documents that are in the store already are not read with them again.
    Raises InputError where no input could be read, StoreError where the store
    cannot take it.
    """
    tools = _tools(actors, leave_out_bad_actors, reader)
    with Store.open(store or default_store(), create=True) as opened:
        items = insist_on_documents(read_paths(paths, stdin=stdin))
        brought = bring(items, opened, engine_for(workers, tools), progress)
        if brought.tally.documents >= WORTH_COMPACTING:
            opened.compact()
        dropped = (*tools.knowledge.left_out, *brought.dropped)
        return Adding(tally=brought.tally, dropped=dropped, version=opened.version, store=opened.folder)


def statements(paths: Sequence[str], *, stdin: BinaryIO | None = None) -> Reading:
    """The statements that documents are split into; near copies across all of them are marked."""
    reading = Reading()
    rules = load_knowledge().split_rules
    documents = _documents(paths, stdin, reading.dropped)
    reading.statements = iter(fold_copies([part for document in documents for part in split(document, rules=rules)]))
    return reading


def claims(
    paths: Sequence[str] = (),
    *,
    store: Path | None = None,
    actors: Sequence[Path] = (),
    leave_out_bad_actors: bool = False,
    reader: str = USUAL_EXTRACTOR,
    stdin: BinaryIO | None = None,
) -> Reading:
    """The claims found in documents, or, without paths, those in a store.

    `actors` are files as for `ask`; what is in a store was read with those given to `add`.
    """
    tools = _tools(actors, leave_out_bad_actors, reader)
    reading = Reading(dropped=list(tools.knowledge.left_out))
    if paths:
        reading.claims = _claims_of(_documents(paths, stdin, reading.dropped), reading.dropped, tools)
    else:
        reading.claims = Store.open(store or default_store()).claims()
    return reading


def actors(
    text: str,
    *,
    on: date | None = None,
    actors: Sequence[Path] = (),
    leave_out_bad_actors: bool = False,
) -> Naming:
    """Which actors a text names, as of a day."""
    tools = _tools(actors, leave_out_bad_actors)
    resolved = named_in(text, tools, on=on_day(on) if on else ALWAYS)
    return Naming(
        mentions=resolved.mentions,
        unresolved=resolved.unresolved,
        names=names_of(resolved.mentions, tools),
        offices=offices_of(resolved.mentions, tools.knowledge.gazetteer),
        dropped=tools.knowledge.left_out,
    )


def label(path: str, *, reader: str = USUAL_EXTRACTOR, stdin: BinaryIO | None = None) -> Labelling:
    """What is said of each pair that the user marked in a file, in its order; see `contract` for the form of a line.

    `reader` is "encoder" or "fast". A line that cannot be used is in `dropped` when
    its turn comes, and the others are labelled. Raises InputError where the file
    cannot be opened, QuestionError where the reader cannot do this.
    """
    return label_pairs(read_marked_pairs(path, stdin), reader, load_knowledge().kinds)


def relation(
    a: str,
    b: str,
    paths: Sequence[str] = (),
    *,
    store: Path | None = None,
    start: date | None = None,
    end: date | None = None,
    known_by: date | None = None,
    use_facts: bool = True,
    actors: Sequence[Path] = (),
    leave_out_bad_actors: bool = False,
    reader: str = USUAL_EXTRACTOR,
    stdin: BinaryIO | None = None,
    progress: Progress | None = None,
) -> Relating:
    """How two actors stood over time.

    From `start` to `end`, both included; without them as far as the evidence reaches.
    """
    if start is not None and end is not None and end < start:
        raise QuestionError(f"The time asked about ends before it starts: from {start} to {end}. Swap the two days.")
    tools = _tools(actors, leave_out_bad_actors, reader)
    one, other = _actor(a, tools), _actor(b, tools)
    if one == other:
        raise QuestionError(
            f"'{a}' and '{b}' both mean {_names(tools)[one]}; a relation has two sides. Name another actor."
        )
    with opened_for(paths, store or default_store(), tools, stdin=stdin, progress=progress) as opened:
        asker = _asker(opened.store, tools, known_by=known_by, use_facts=use_facts, today=datetime.now(UTC).date())
        found = relation_between(asker, Dyad.of(one, other), start, end)
    dropped = (*tools.knowledge.left_out, *opened.dropped)
    return Relating(relation=found, names=_names(tools), tally=opened.tally, dropped=dropped)


changes = relation
"""When the relation of two actors turned: `relation` under the name of the command; see `.relation.changes`."""


def verify(receipt: str, *, store: Path | None = None) -> Verification:
    """Give an old answer again from its receipt, and say whether it is the same byte for byte."""
    old = receipts.find(receipt.strip().lower(), _receipts(store))
    if "-" in old.paths:
        raise ReceiptError(f"The answer {old.id} rests on standard input, which is gone. Ask the question again.")
    tools = _tools([Path(path) for path in old.actors], old.leave_out_bad_actors, old.reader)
    tools_changed = old.knowledge != tools.knowledge.version
    kept, names = Path(old.store or default_store()), dict(zip(old.paths, old.named, strict=True))
    with opened_for(old.paths, kept, tools, version=old.version, names=names) as opened:
        read_changed = bool(old.paths) and receipts.digest_of(opened.documents) != old.documents
        answer, again = _answer(replace(old, knowledge=tools.knowledge.version), opened.store, tools)
    same = again.answer == old.answer and not tools_changed and not read_changed
    return Verification(same=same, answer=answer, detail=_what_changed(old, same, tools_changed, read_changed))


def _what_changed(old: receipts.Receipt, same: bool, tools_changed: bool, read_changed: bool) -> str:
    if same:
        return "It repeats byte for byte."
    if read_changed:
        return f"the documents have changed since: {', '.join(old.paths)}"
    if tools_changed and old.actors:
        return f"the built-in knowledge or the actors in {', '.join(old.actors)} have changed since"
    if tools_changed:
        return f"the built-in knowledge has changed since: it was version {old.knowledge}"
    return "the answer differs, though the documents and the knowledge are the same: the program has changed"


def _answer(receipt: receipts.Receipt, store: Store, tools: Tools) -> tuple[Answer, receipts.Receipt]:
    """The answer that a receipt asks for, and the receipt with the answer and its id in it."""
    asker = _asker(
        store,
        tools,
        known_by=date.fromisoformat(receipt.known_by) if receipt.known_by else None,
        use_facts=receipt.use_facts,
        today=date.fromisoformat(receipt.today),
    )
    as_of = date.fromisoformat(receipt.as_of) if receipt.as_of else None
    answer = answer_question(asker, understand(asker, receipt.question, as_of))
    whole = receipts.identified(replace(receipt, id="", answer=dumps(answer_json(answer))))
    return replace(answer, receipt=whole.id), whole


def _asker(store: Store, tools: Tools, *, known_by: date | None, use_facts: bool, today: date) -> Asker:
    return Asker(store=store, tools=tools, today=today, known_by=known_by, use_facts=use_facts)


def _documents(paths: Sequence[str], stdin: BinaryIO | None, dropped: list[Dropped]) -> Iterator[Document]:
    for item in insist_on_documents(read_paths(paths, stdin=stdin)):
        if isinstance(item, Dropped):
            dropped.append(item)
        else:
            yield item


def _claims_of(documents: Iterator[Document], dropped: list[Dropped], tools: Tools) -> Iterator[Claim]:
    for document in documents:
        digest = understand_document(document, tools)
        dropped += digest.dropped
        yield from digest.claims


def _actor(name: str, tools: Tools) -> ActorId:
    found = tools.resolver.named(name)
    if isinstance(found, Unresolved):
        raise QuestionError(f"{found.why[:1].upper()}{found.why[1:]}.")
    return found.id


def _names(tools: Tools) -> Mapping[ActorId, str]:
    return {id_: actor.name for id_, actor in tools.knowledge.gazetteer.actors.items()}


def _tools(actors: Sequence[Path] = (), leave_out_bad: bool = False, reader: str = USUAL_EXTRACTOR) -> Tools:
    if reader not in EXTRACTORS:
        raise QuestionError(f"There is no reader '{reader}': expected one of {', '.join(EXTRACTORS)}.")
    return tools_with(load_knowledge(actors, leave_out_bad=leave_out_bad), reader)


def _receipts(store: Path | None) -> Path:
    """Where receipts are kept: in the store that was asked, else in the user's data folder."""
    return store / "receipts" if store is not None and store.is_dir() else default_store().parent / "receipts"
