"""How the examples of the documentation are compared."""

from __future__ import annotations

from pathlib import Path

import pytest

from docs.console import Session, Step, a_desk, fits, steps
from docs.pages import anchors, blocks, links
from docs.refresh import refresh

PAGE = """\
# A page, of `two` parts

See [the other](other.md#part-2) and `[no](link)`.

```console
$ amity --version
amity ...
$ amity actors "Moscow"
old
```

1. In a list:

   ```python
   if True:
       done = 1
   ```
"""


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.md"
    path.write_text(PAGE, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("shown", "printed", "same"),
    [
        ("a\n", "a\n", True),
        ("a\n", "b\n", False),
        ("a\n", "a\nb\n", False),
        ("", "", True),
        ("", "a\n", False),
        ("a...c\n", "abc\n", True),
        ("a...c\n", "a\nc\n", False),
        ("a\n...\nd\n", "a\nb\nc\nd\n", True),
        ("a\n...\nd\n", "a\nd\n", True),
        ("a\n...\n", "a\nb\n", True),
        ("...\n", "", True),
        ("a (b)\n", "a (b)\n", True),
    ],
)
def test_dots_stand_for_any_text_and_on_their_own_for_any_lines(shown: str, printed: str, same: bool) -> None:
    assert fits(shown, printed) is same


def test_a_session_is_commands_with_what_they_print() -> None:
    found = list(steps("$ one\n$ two\na\nb\n"))
    assert found == [Step(command="one", output=""), Step(command="two", output="a\nb\n")]
    with pytest.raises(ValueError, match="begins with a command"):
        list(steps("amity\n"))


def test_errors_are_shown_and_exit_codes_known() -> None:
    with a_desk():
        session = Session()
        said = session.run(Step(command="amity verify nonsense", output=""))
        assert said.startswith("amity: 'nonsense' is no receipt")
        assert session.run(Step(command="echo $?", output="")) == "4\n"


def test_a_receipt_of_the_page_may_be_given_to_a_later_command() -> None:
    with a_desk():
        session = Session()
        shown = "receipt 0000-1111-2222\n"
        printed = session.run(Step(command='amity ask "Are Chad and Peru allies?" --as-of 2016', output=shown))
        assert "0000-1111-2222" in printed
        again = session.run(Step(command="amity verify 0000-1111-2222", output=""))
        assert "The same answer." in again


def test_only_what_a_shell_of_the_documentation_can_do_is_run() -> None:
    with pytest.raises(ValueError, match="Cannot run 'rm"):
        Session().run(Step(command="rm -r .", output=""))


def test_blocks_links_and_headings_are_found(page: Path) -> None:
    (code,) = blocks(page, "python")
    assert (code.text, code.line) == ("if True:\n    done = 1\n", 15)
    assert list(links(page)) == ["other.md#part-2"]
    assert anchors(page) == {"a-page-of-two-parts"}


def test_refreshing_writes_what_is_printed_today_and_keeps_what_still_fits(page: Path) -> None:
    assert refresh(page)
    text = page.read_text(encoding="utf-8")
    assert "amity ...\n" in text
    assert '$ amity actors "Moscow"\n  Moscow → Russia' in text
    assert "\nold\n" not in text
    assert not refresh(page)
