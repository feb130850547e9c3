"""A letter from the choice of a recipient to the mail, the clipboard and the sheet, by keyboard and without a trace."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING
from urllib.parse import unquote

import pytest
from pypdf import PdfReader

from browser.engine import DESK, PHONE, Engine, Look
from browser.keyboard import tab_to
from browser.printing import bare, printed
from browser.tab import Tab, new_tab
from browser.test_without_scripts import paragraphs

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from playwright.async_api import Page

    from browser.server import Served
    from whole_site.sites import Edited

ACTION = "actions/write-for-blue-lantern"
RECIPIENT, LANGUAGE = "embassy-us", "en"
FILE = f"{ACTION}/letter-{RECIPIENT}-{LANGUAGE}.txt"
NAME = "Mei Example 梅 & Co"
# What the tool writes by the clock of the reader, see browser.engine.
DATE = "15 June 2026"
# A print dialogue would wait for somebody. What is printed is taken while it would be open.
NO_DIALOGUE = "window.print = () => {};"
# What is in the clipboard is seen when one pastes.
PASTE_FIELD = """
() => {
  const field = document.body.appendChild(document.createElement("textarea"));
  field.id = "pasted";
  field.focus();
}
"""


@pytest.fixture
async def seen(engine: Engine, campaign_site: Served) -> AsyncIterator[Tab]:
    """The action, opened on a phone."""
    async with engine.context(Look(PHONE)) as context:
        await context.add_init_script(NO_DIALOGUE)
        if engine.name == "chromium":
            # A browser with windows allows it to whoever presses a button.
            await context.grant_permissions(["clipboard-read", "clipboard-write"])
        tab = await new_tab(context)
        await tab.open(f"{campaign_site.url}{ACTION}.html")
        yield tab


async def choose(page: Page, value: str) -> None:
    """Take an option of the list that has the focus by typing its first letters, as its words are."""
    words = await page.evaluate(
        "value => [...document.activeElement.options].find(one => one.value === value).text", value
    )
    await page.keyboard.type(words)


def filled(letter: str, name: str = NAME) -> str:
    """The text of an English letter with name and date in it."""
    return letter.replace("[YOUR NAME]", name).replace("[DATE]", DATE)


async def write(page: Page, name: str = NAME) -> None:
    """Recipient, language and name, from the top of the page."""
    await tab_to(page, "#letter-tool select")
    await choose(page, RECIPIENT)
    await page.keyboard.press("Tab")
    await choose(page, LANGUAGE)
    await page.keyboard.press("Tab")
    await page.keyboard.type(name)


async def test_one_letter_is_shown_with_the_name_in_it(seen: Tab, invented: Edited) -> None:
    """Of all letters the chosen one stays, whole, dated and signed with the name."""
    await write(seen.page)
    letter = seen.page.locator(".ec-letter:visible")
    assert await letter.count() == 1
    words = bare(await letter.inner_text())
    for paragraph in paragraphs(invented.site.text(FILE)):
        assert bare(filled(paragraph)) in words


async def test_the_clipboard_gets_the_letter(seen: Tab, invented: Edited) -> None:
    """The button copies the letter that is shown, with name and date, and says so beside itself."""
    page = seen.page
    await write(page)
    await tab_to(page, ".ec-letter:not([hidden]) .ec-copy")
    await page.keyboard.press("Enter")
    await page.locator(".ec-copy:focus + [role=status]:not(:empty)").wait_for()
    wanted = filled("\n\n".join(paragraphs(invented.site.text(FILE))))
    assert await pasted(page) == bare(wanted)


async def pasted(page: Page) -> str:
    """What is in the clipboard."""
    await page.evaluate(PASTE_FIELD)
    await page.keyboard.press("Control+V")
    return bare(await page.locator("#pasted").input_value())


async def test_a_letter_too_long_for_a_link_is_copied_by_the_same_tap(seen: Tab, invented: Edited) -> None:
    """The button says that it copies and opens a message, does both, and says what is to be done next."""
    page, letter = seen.page, "letter-nowhere-ferry-police-zh"
    await page.locator("#letter-tool select").nth(1).select_option("zh")
    mail = page.locator(".ec-mail:visible")
    assert await mail.inner_text() == "Copy the letter and open an e-mail"
    assert "&body=" not in (await mail.get_attribute("href") or "&body=")
    # What a mail program would do with the link is its own affair.
    await page.evaluate("addEventListener('click', event => event.preventDefault())")
    await mail.click()
    await page.locator(".ec-mail:visible + [role=status]:not(:empty)").wait_for()
    wanted = "\n\n".join(paragraphs(invented.site.text(f"{ACTION}/{letter}.txt"), 2))
    wanted = wanted.replace("____年__月__日", "2026年6月15日")
    assert await pasted(page) == bare(wanted)


async def test_the_mail_has_the_name_and_a_warning(seen: Tab, invented: Edited) -> None:
    """It goes to the recipient's address, carries the letter or nothing of it, and is described by the warnings."""
    page = seen.page
    await write(page)
    mail = page.locator(".ec-letter:visible a[href^='mailto:']")
    href = await mail.get_attribute("href") or ""
    assert unquote(href.removeprefix("mailto:").partition("?")[0]) == invented.written.recipients[RECIPIENT]["email"]
    body = unquote(href.partition("&body=")[2])
    assert not body or NAME in body
    assert "[YOUR NAME]" not in body
    described = await mail.get_attribute("aria-describedby") or ""
    assert all([await page.locator(f"#{one}").is_visible() for one in described.split()])
    assert "warnings" in described.split()


async def test_nothing_leaves_the_page_and_nothing_stays(seen: Tab) -> None:
    """No request but for pictures, no trace, no word in the address; opened again, the tool has forgotten the name."""
    page = seen.page
    before, address = len(seen.requests), page.url
    await write(page)
    # The icon of a tab may come late, a photo when it comes into view.
    asked = [url for url in seen.requests[before:] if not url.endswith((".svg", ".webp"))]
    assert (asked, await seen.stored(), page.url) == ([], [], address)
    assert seen.said == []
    await page.reload()
    assert await page.locator("#letter-tool input").first.input_value() == ""
    assert NAME not in await page.content()


async def test_the_letter_is_alone_on_paper(seen: Tab, invented: Edited) -> None:
    """Printed by its button: address block and letter, signed, in the order of the file, and not a word more."""
    page = seen.page
    # Of a Chinese character that was typed a file of Firefox has the shape alone.
    await write(page, "Mei Example")
    await tab_to(page, ".ec-letter:not([hidden]) .ec-print")
    await page.keyboard.press("Enter")
    sheets = await printed(page)
    assert await page.locator(".ec-letter [open]").count() == 0
    assert len(sheets) == 1
    assert bare(sheets[0]) == bare(filled(invented.site.text(FILE), "Mei Example"))


async def test_a_letter_asks_for_no_size_of_paper(engine: Engine, campaign_site: Served) -> None:
    """Where a page may choose its paper, that of the letter and the action leaves it as it is in the printer."""
    async with engine.page(f"{campaign_site.url}{ACTION}.html", Look(DESK, scripts=False)) as page:
        for path in (ACTION, FILE.removesuffix(".txt")):
            await page.goto(f"{campaign_site.url}{path}.html")
            file = PdfReader(BytesIO(await page.pdf(format="Letter", prefer_css_page_size=True)))
            assert {(sheet.mediabox.width, sheet.mediabox.height) for sheet in file.pages} == {(612, 792)}, path


async def test_a_letter_is_alone_on_paper_without_scripts(
    engine: Engine, campaign_site: Served, invented: Edited
) -> None:
    """Its own page prints as the letter, to be dated and signed by hand; so it does while the note of a window is open.

    While the note of the envelope is open, which shuts the other one, only the address is printed.
    """
    text = invented.site.text(FILE)
    async with engine.page(f"{campaign_site.url}{FILE.removesuffix('txt')}html", Look(DESK, scripts=False)) as page:
        sheets = [await printed(page)]
        for kind in ("dl", "us", "envelope"):
            await page.locator(f"[data-paper={kind}] > summary").focus()
            await page.keyboard.press("Enter")
            assert await page.locator(f"[data-paper={kind}] > p").is_visible()
            sheets.append(await printed(page))
    address, whole = bare(text.partition("\n\n")[0]), bare(text)
    assert [bare(sheet) for sheet in sheets[0]] == [whole]
    # What stands in a window comes where a file of the printer has it.
    assert [[sorted(bare(sheet)) for sheet in one] for one in sheets[1:3]] == [[sorted(whole)]] * 2
    assert [bare(sheet) for sheet in sheets[3]] == [address]
