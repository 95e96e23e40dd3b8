"""Every link of the documentation leads somewhere, and every page is led to."""

from __future__ import annotations

from pathlib import Path

import pytest

from docs.pages import ROOT, anchors, links, pages

OUTSIDE = ("https://", "http://", "mailto:")


def inner_links() -> list[tuple[Path, str]]:
    return [(page, target) for page in pages() for target in links(page) if not target.startswith(OUTSIDE)]


@pytest.mark.parametrize(
    ("page", "target"), inner_links(), ids=lambda part: part.name if isinstance(part, Path) else part
)
def test_a_link_leads_to_a_page_and_a_heading_that_are_there(page: Path, target: str) -> None:
    path, _, heading = target.partition("#")
    there = (page.parent / path).resolve() if path else page
    assert there.exists()
    assert not heading or heading in anchors(there)


def test_every_page_is_led_to_from_the_readme() -> None:
    seen, waiting = set(), [ROOT / "README.md"]
    while waiting:
        page = waiting.pop()
        seen.add(page)
        targets = {(page.parent / target.partition("#")[0]).resolve() for target in links(page)}
        waiting += [target for target in targets - seen if target.suffix == ".md" and target.is_file()]
    assert [str(page) for page in pages() if page not in seen] == []
