"""What sites' systems and desks say around an article is taken out, wherever it stands."""

import pytest

from tests.clean.pages import BODY, TITLE, cleaned, page, removed


@pytest.mark.parametrize(
    "line",
    [
        "Thanks for reading Island Letters! Subscribe for free to receive new posts.",
        "Share or comment on this article: Council votes to keep the night ferry",
        "Help keep your family & friends informed by sharing this article",
        "This article appeared in the Islands section of the print edition under the headline "
        "“Night boat”",
        "A version of this article appears in print on May 2, 2021, Section A, Page 4.",
        "Letters should be no longer than 250 words and carry a name and a place.",
        "PRO transcripts are created on a rush deadline by a contractor of the station.",
        "The Island Post is not responsible for the content of external websites.",
        "We and our 611 partners store and access information on a device, such as cookies.",
        "Something went wrong, please try again later.",
        "Keywords: ferry, islands, council",
        "Edited by: Ada Quist",
        "Follow the Island Post Opinion section on Facebook, Twitter (@IslandOp) and Instagram.",
        "The Post is committed to publishing a variety of letters to the editor.",
        "With files from Ada Quist and The Island Press",
        "This report by The Island Press was first published May 2, 2021.",
        "Letters may be edited for length and clarity.",
        "Read more from Harbour Radio:",
        "Are you affected by the storm? Share your story by e-mailing news@island.example.",
        "This entry was posted in Islands and tagged ferry by Ada Quist. Bookmark the permalink.",
        "We use your sign-up to provide content in ways you’ve consented to. More info",
        "Copyright ISLAND POST. All rights reserved. This material, and other digital content on "
        "this website, may not be reproduced, published, broadcast, rewritten or redistributed in "
        "whole or in part without prior express written permission from ISLAND POST.",
        "This advertisement has not loaded yet, but your article continues below.",
        "Article content",
        "Story Continued Below",
        "12 views 0 comments",
        "webpage capture Saved from",
        "Unlock the Editor’s Digest for free",
        "Lena Quist, Editor, selects her favourite stories in this weekly newsletter.",
        "— With assistance by Jan Bratt",
        "CONFIDENTIALITY NOTICE: This e-mail may contain confidential information.",
        "Do you prefer the night boat? Join the conversation below.",
        "TrackBack URL for this entry:",
        "Listed below are links to weblogs that reference Council votes to keep the ferry:",
        "Getting your Trinity Audio player ready...",
        "We reserve the right to remove any comment that violates our ground rules.",
        "Watch the latest edition of Island Talk below:",
        "Read more obituaries",
        "FacebookTwitterInstagramYouTube",
        "COMMENTSHARE",
        "newsdesk@island.example",
        "Has a ferry left without you? Let us know: news@island.example",
        "Do you have a story? Email newsdesk@island.example",
        "JOIN OUR WHATSAPP CHANNEL",
        "Register now for FREE unlimited access to islandpost.example",
        "NEWYou can now listen to Island Radio articles!",
        "Did you know that islands earn in dollars? Click here to learn how it works.",
        "Categories: Islands, News, Politics",
        "Stay with Island Radio on air and online for updates.",
        "This is a developing story. Stay with Island Radio on air and online for updates.",
        "This is a breaking news story and will be updated as more is known.",
        "This is a developing story; check back for updates.",
        "This is a breaking news story, more follows soon.",
        "More to follow",
        "(This story has not been edited by Island Post staff and comes from a feed.)",
        "For all the latest island news, download the Post’s app.",
        "With AFP",
        "Read the original article on Island Letters.",
        "This article is republished from Island Letters under an open licence.",
        "Write to Ada Quist at ada.quist@island.example",
        "Contact Ada Quist at 555-0100 or ada@island.example.",
        "To contact the editors responsible for this story: Jon Ember in Ostmere",
        "Follow Island Radio on Facebook and X. Send your story ideas to us by Friday.",
        "If you have been affected by any of the issues raised here, visit our action line.",
        "Don’t miss the boat. Subscribe to our free daily newsletter.",
        "(Adds comment of the harbour office, details of the contract)",
        "($1 = 10.21 kronor)",
    ],
)
def test_between_paragraphs(line: str) -> None:
    article = cleaned(page(TITLE, *BODY[:3], line, *BODY[3:]))
    assert article.text == "\n\n".join((TITLE, *BODY))
    assert removed(article) == {line: "boilerplate"}


@pytest.mark.parametrize(
    "line",
    [
        "“Thanks for reading my letter,” the director wrote back to her, and kept the boat.",
        "We and our neighbours store the salt together, Maren Holt said.",
        "Letters should be sent by boat, the council found, and not by road.",
        "This entry was posted on the door of the hall, and nobody took it down.",
        "Stay with the boat for more than an hour, he told them.",
        "This story appeared in the minds of the islanders long before it was in print.",
    ],
)
def test_sentences_that_begin_alike_are_kept(line: str) -> None:
    article = cleaned(page(TITLE, *BODY[:3], line, *BODY[3:]))
    assert line in article.text
