"""Hard-wrapped lines are joined into their paragraph; all other lines stand for themselves."""

import textwrap
import time

from pipeline.clean.blocks import join_lines, split_lines

PARAGRAPHS = (
    "The harbour board voted on Monday to close the northern pier for the winter, after a storm "
    "tore away forty metres of its railing and two of the lamps that fishermen steer by.",
    "“It was always a matter of time,” said the harbour master, Jonna Aalto, who has asked for "
    "a new railing in every budget since she took office nine years ago.",
    "The pier opens again in April, the board said, if the money for the repair is found.",
)


def blocks_of(text: str) -> list[str]:
    return [block.text for block in join_lines(split_lines(text))]


def test_wrapped_paragraphs_are_joined() -> None:
    wrapped = "\n\n".join(textwrap.fill(paragraph, 70) for paragraph in PARAGRAPHS)
    assert blocks_of(wrapped) == list(PARAGRAPHS)


def test_joined_blocks_know_their_lines() -> None:
    wrapped = "\n\n".join(textwrap.fill(paragraph, 70) for paragraph in PARAGRAPHS)
    blocks = join_lines(split_lines(wrapped))
    assert [line.number for line in blocks[0].lines] == [1, 2, 3]
    assert blocks[1].lines[0].number == 5


def test_a_word_broken_at_the_line_end_is_mended() -> None:
    text = "\n".join(
        (
            "The committee, which had not met since the spring, heard the inter-",
            "national experts for two hours on Tuesday and for another hour on",
            "Wednesday before it sent them home with the thanks of the chairman,",
            "who said that he had learned more in three hours than in his three",
            "years in the chair.",
        )
    )
    assert "heard the international experts" in blocks_of(text)[0]


def test_a_line_that_ends_at_a_hyphen_keeps_it() -> None:
    text = "\n".join(
        (
            "The committee, which had not met since the spring, heard of a short-",
            "term loan and of an offer, in the words of its chairman, of a cash-and-",
            "share kind. The chairman, whose speech was announced as one of five-",
            "minute length, and went on for an hour in the end, thanked the govern-",
            "ment's experts in the name of all those who had been in the room, who",
            "had learned more in three hours than in their three years in the chair.",
        )
    )
    (block,) = blocks_of(text)
    for words in ("a short-term loan", "a cash-and-share kind", "five-minute", "government's"):
        assert words in block


def test_a_book_in_one_paragraph_does_not_take_long() -> None:
    lines = split_lines(textwrap.fill(f"{PARAGRAPHS[0]} An inter- national " * 1000, 70))
    started = time.process_time()
    join_lines(lines)
    assert time.process_time() - started < 1


def test_lines_that_are_paragraphs_are_not_joined() -> None:
    assert blocks_of("\n".join(PARAGRAPHS)) == list(PARAGRAPHS)


def test_short_lines_below_each_other_are_not_joined() -> None:
    address = "Ingrid Solheim\nDirector, Bridges\nCounty of Eastmoor"
    assert blocks_of(f"{PARAGRAPHS[0]}\n\n{address}\n\n{PARAGRAPHS[1]}") == [
        PARAGRAPHS[0],
        *address.split("\n"),
        PARAGRAPHS[1],
    ]


def test_paragraphs_of_like_length_are_not_taken_for_wrapped_lines() -> None:
    text = "\n".join(
        (
            "The tannery at Hexley is to be moved out of the town, the council said on Tuesday.",
            "“It is the only thing left here,” said Prue Dray, whose father built half of it.",
            "The leader of the council, Olive Farrow, said that there was no other way to go.",
            "According to a report by the county, the tannery had 539 visitors in the spring.",
            "“It makes no sense to me at all,” a teacher, Tomasz Prior, told the full meeting.",
        )
    )
    assert [block.text for block in join_lines(split_lines(text))] == text.split("\n")


def test_author_and_day_under_a_headline_are_lines_of_their_own() -> None:
    head = "The northern pier is to be closed for the winter"
    text = "\n\n".join(textwrap.fill(paragraph, 62) for paragraph in PARAGRAPHS)
    for credit in ("By Ottoline Pryce", "By JANE DOE and JIM BEAM", "Jane Doe", "Jonquil Aabye"):
        assert blocks_of(f"{head}\n{credit}\n6 March 2017\n\n{text}") == [
            *(head, credit, "6 March 2017"),
            *PARAGRAPHS,
        ]


def test_a_headline_that_fills_its_line_goes_on_below() -> None:
    head = "The northern pier is to be closed for the winter after the storm at Upper Skerry"
    text = "\n\n".join(textwrap.fill(paragraph, 62) for paragraph in PARAGRAPHS)
    assert blocks_of(f"{textwrap.fill(head, 62)}\n\n{text}") == [head, *PARAGRAPHS]


def test_a_wrapped_message_below_its_headers() -> None:
    headers = (
        *("From: Hedda Lyle <hedda@mail.example>", "Sent: Thursday, 4 May 2023 08:12"),
        *("To: friends", "Subject: the pier", "Cc: nobody"),
    )
    footer = ("--", "Hedda Lyle", "Harbour Street 4", "Skerry")
    text = "\n\n".join(textwrap.fill(paragraph, 76) for paragraph in PARAGRAPHS)
    blocks = blocks_of("\n".join((*headers, "", text, "", *footer)))
    assert blocks == [*headers, *PARAGRAPHS, *footer]


def test_what_is_short_in_a_message_is_not_joined() -> None:
    head = (
        "From: Hedda Lyle <hedda.lyle@mailhaus.example>\nSent: Thursday, 4 May 2023 08:12\n"
        "To: friends\n\nThe northern pier is to be closed for the winter\nCasimir Ott, writer"
    )
    text = "\n\n".join(textwrap.fill(paragraph, 76) for paragraph in PARAGRAPHS)
    blocks = blocks_of(f"{head}\n\n{text}\n\n--\nHedda Lyle\nHarbour Street 4\nSkerry\n")
    assert blocks[:5] == [line for line in head.split("\n") if line]
    assert blocks[5:8] == list(PARAGRAPHS)


def test_headlines_below_a_menu_are_not_joined() -> None:
    menu = ["Home", "News", "Sport", "Weather", "Log in", "Contact us", "Jobs"]
    headlines = [
        f"{word} is what they all talk of on the island now that the boat is gone"
        for word in ("Bread", "Water", "Paint", "Sugar", "Money", "Sleep")
    ]
    assert blocks_of("\n".join(menu + headlines)) == menu + headlines


def test_a_quotation_and_the_line_that_says_whose_it_is_are_one_paragraph() -> None:
    lines = ["The pier is shut.", "“It leaks,”", "said the harbour master.", "It opens in April."]
    joined = ["The pier is shut.", "“It leaks,” said the harbour master.", "It opens in April."]
    assert blocks_of("\n\n".join(lines)) == joined
    assert blocks_of("\n".join(lines)) == joined
