"""Each line of a comment section knows who wrote the comment and when."""

from pipeline.clean.comments import signatures


def signed(section: str) -> list[tuple[str, str, str]]:
    lines = [line.strip() for line in section.strip().split("\n") if line.strip()]
    return [
        (signature.author, signature.date, line)
        for line, signature in zip(lines, signatures(lines), strict=True)
    ]


def test_wordpress_numbered_and_nested() -> None:
    section = """
    3 thoughts on “A bridge too many”
      1. old mason - May 6, 2016
        Should have been stone.
        1. Petra V. - May 7, 2016
          Stone costs money.
      2. ana - May 7, 2016
    """
    assert signed(section) == [
        ("", "", "3 thoughts on “A bridge too many”"),
        ("old mason", "2016-05-06", "1. old mason - May 6, 2016"),
        ("old mason", "2016-05-06", "Should have been stone."),
        ("Petra V.", "2016-05-07", "1. Petra V. - May 7, 2016"),
        ("Petra V.", "2016-05-07", "Stone costs money."),
        ("ana", "2016-05-07", "2. ana - May 7, 2016"),
    ]


def test_says_with_the_date_below() -> None:
    section = """
    Ruth says:
    March 3, 2012 at 4:15 pm
    I doubt it.
    Reply
    Gil says:
    March 4, 2012 at 9:00 am
    So do I.
    """
    assert [(author, date) for author, date, _ in signed(section)] == [
        *[("Ruth", "2012-03-03")] * 4,
        *[("Gil", "2012-03-04")] * 3,
    ]


def test_blogger_with_the_date_after_the_text() -> None:
    section = """
    Anonymous said...
    Lovely pictures.
    March 3, 2012 4:15 PM
    Bea Long said...
    Thank you!
    March 5, 2012 8:01 AM
    """
    assert [(author, date) for author, date, _ in signed(section)] == [
        *[("Anonymous", "2012-03-03")] * 3,
        *[("Bea Long", "2012-03-05")] * 3,
    ]


def test_typepad_with_the_signature_below() -> None:
    section = """
    Comments
    You left out the best part.
    Posted by: Jim K. | March 03, 2012 at 04:15 PM
    He always does.
    Posted by: wren | March 04, 2012 at 10:02 AM
    """
    assert [(author, date) for author, date, _ in signed(section)] == [
        ("", ""),
        *[("Jim K.", "2012-03-03")] * 2,
        *[("wren", "2012-03-04")] * 2,
    ]


def test_bare_dates_with_and_without_names() -> None:
    section = """
    January 9, 2020
    Lol.
    Olga Kern
    January 11, 2020
    Strange things happen.
    """
    assert [(author, date) for author, date, _ in signed(section)] == [
        *[("", "2020-01-09")] * 2,
        *[("Olga Kern", "2020-01-11")] * 3,
    ]


def test_relative_dates_give_the_author_alone() -> None:
    section = """
    2 Comments
    Sort by Best
    Jo Miller • 2 years ago
    No.
    • Reply • Share ›
    """
    assert signed(section)[2:4] == [
        ("Jo Miller", "", "Jo Miller • 2 years ago"),
        ("Jo Miller", "", "No."),
    ]


def test_on_date_said_in_one_line() -> None:
    assert signed("Jo Miller on March 3, 2012 at 4:15 pm said:\nNot so.") == [
        ("Jo Miller", "2012-03-03", "Jo Miller on March 3, 2012 at 4:15 pm said:"),
        ("Jo Miller", "2012-03-03", "Not so."),
    ]


def test_notices_of_the_section_are_nobodys() -> None:
    section = """
    Ruth says:
    March 3, 2012 at 4:15 pm
    I doubt it. Leave a comment if you know better.
    Log in to Reply
    Gil says:
    March 4, 2012 at 9:00 am
    So do I.
    Log in to Reply
    Leave a Reply
    Your email address will not be published.
    """
    assert [author for author, _, _ in signed(section)] == [*["Ruth"] * 4, *["Gil"] * 4, "", ""]
    assert signed("Bea Long said...\nThank you!\nComments are closed.")[-1][0] == ""


def test_buttons_are_no_names() -> None:
    assert signed("2 Comments\nTweet\nRuth says:\nI doubt it.")[1][0] == ""


def test_a_name_with_its_house_in_brackets() -> None:
    assert signed("Ruth Vale (Island Post) on May 3, 2016\nThank you.")[0][0] == (
        "Ruth Vale (Island Post)"
    )


def test_facebook_with_buttons_and_dates_below() -> None:
    section = """
    2 Comments
    Mick Doran
    Brackwater Grammar School
    About time too! They have been at it for years.
    Like · Reply · 2 · 14 March 2018 08:12
    Jen Alder · Works at Alder & Sons
    Two hundred is nothing to them. Well said, Mick.
    Like · Reply · 14 March 2018 09:40
    Facebook Comments Plugin
    """
    assert [(author, date) for author, date, _ in signed(section)] == [
        ("", ""),
        *[("Mick Doran", "2018-03-14")] * 4,
        *[("Jen Alder", "2018-03-14")] * 3,
        ("", ""),
    ]


def test_names_behind_a_dash_below_the_comments() -> None:
    section = """
    I went there myself.
    - Sheila, Marrow
    They never listen, I said so 3 times.
    - Dave P, Brackwater
    """
    assert [author for author, _, _ in signed(section)] == [
        *["Sheila"] * 2,
        *["Dave P"] * 2,
    ]


def test_praise_is_no_name() -> None:
    section = "islander44\n2 hours ago\nWell said Karin!!\nReply"
    assert {author for author, _, _ in signed(section)} == {"islander44"}


def test_what_a_forum_says_of_a_member_is_no_name() -> None:
    section = (
        "#1\n03-14-2012, 08:15 PM\nbridgefan\nSenior Member\nJoin Date: Jan 2009\nNot one penny."
    )
    assert [author for author, _, _ in signed(section)][1:] == ["bridgefan"] * 5


def test_of_a_name_and_a_place_the_name_is_the_author() -> None:
    section = """
    Bob, Brackwell, 3 March 2012
    I doubt it.
    Ruth V., Tolmin Bay, 4 March 2012
    So do I.
    gil, 4 March 2012
    Not me.
    """
    authors = ["Bob", "Bob", "Ruth V.", "Ruth V.", "gil", "gil"]
    assert [author for author, _, _ in signed(section)] == authors


def test_a_comma_of_one_reader_is_the_names() -> None:
    section = """
    Jo Miller, Jr. on March 3, 2012 at 4:15 pm said:
    Not so.
    Ruth on March 4, 2012 at 4:15 pm said:
    It is.
    """
    assert [author for author, _, _ in signed(section)][::2] == ["Jo Miller, Jr", "Ruth"]


def test_older_wordpress_signs_below_each_number() -> None:
    section = """
    1
    Should have been stone.
    Comment by old mason — March 14, 2019 at 7:02 am
    2
    Stone costs money.
    Comment by petra_v — March 15, 2019 at 9:40 am
    """
    assert [(author, date) for author, date, _ in signed(section)] == [
        *[("old mason", "2019-03-14")] * 3,
        *[("petra_v", "2019-03-15")] * 3,
    ]


def test_a_forums_heads() -> None:
    section = """
    Post by old mason » Thu Mar 14, 2019 7:02 am
    Should have been stone.
    Top
    Post by petra_v » Fri Mar 15, 2019 9:40 am
    Stone costs money.
    Top
    """
    assert [(author, date) for author, date, _ in signed(section)] == [
        *[("old mason", "2019-03-14")] * 3,
        *[("petra_v", "2019-03-15")] * 3,
    ]


def test_a_date_before_a_colon() -> None:
    assert signed("1. Jo wrote on March 14, 2019:\nNo.")[0][:2] == ("Jo", "2019-03-14")


def test_a_name_in_small_letters_below_among_others() -> None:
    section = """
    Should have been stone.
    - Old Mason
    Stone costs money.
    - petra_v
    So does wood.
    - Ada
    """
    assert [author for author, _, _ in signed(section)] == [
        *["Old Mason"] * 2,
        *["petra_v"] * 2,
        *["Ada"] * 2,
    ]


def test_names_alone_over_each_comment() -> None:
    section = """
    Old Mason
    It should have been stone from the start.
    petra_v
    But stone costs a lot of money.
    Ada
    So does wood in this climate.
    And paint.
    """
    assert [author for author, _, _ in signed(section)] == [
        *["Old Mason"] * 2,
        *["petra_v"] * 2,
        *["Ada"] * 3,
    ]


def test_numbers_of_nested_comments_are_no_part_of_the_name() -> None:
    section = """
    Comments
    1 Petra V. on March 4, 2021 at 7:12 am
    Stone costs money.
    1.1 ana on March 4, 2021 at 9:30 am
    So does wood.
    1.1.1 Tom Aske on March 5, 2021 at 9:30 am
    Paper does not.
    """
    assert [author for author, *_ in signed(section)][1::2] == ["Petra V.", "ana", "Tom Aske"]


def test_whoever_answers_is_the_author() -> None:
    section = """
    Comments
    Petra V. > Tom Aske • 2 years ago
    Stone costs money.
    Reply • Share ›
    """
    assert signed(section)[2][0] == "Petra V."


def test_whoever_is_quoted_is_not_the_author() -> None:
    section = """
    #1 14-03-2021, 07:12 AM
    tom_aske
    Should have been stone.
    #2 15-03-2021, 09:30 AM
    petra
    Posts: 3
    Originally Posted by tom_aske
    Should have been stone.
    Stone costs money.
    """
    assert {author for author, *_ in signed(section)[4:]} == {"petra"}


def test_a_name_and_a_date_without_a_space_between() -> None:
    section = """
    2 comments:
    Petra Vane4 March 2021 at 07:12
    Stone costs money.
    ReplyDelete
    AnonymousMarch 5, 2021 at 9:30 AM
    So does wood.
    ReplyDelete
    """
    found = [(author, date) for author, date, _ in signed(section)]
    assert found[2] == ("Petra Vane", "2021-03-04")
    assert found[5] == ("Anonymous", "2021-03-05")
    assert "ReplyDelete" not in {author for author, _ in found}


def test_a_date_behind_the_buttons_below_a_comment() -> None:
    lines = ["Petra Vane", "Stone costs money.", "Like · Reply · 2y"] * 2
    dates = ["", "", "2021-03-04", "", "", "2021-03-05"]
    found = [(one.author, one.date) for one in signatures(lines, dates)]
    assert found == [("Petra Vane", "2021-03-04")] * 3 + [("Petra Vane", "2021-03-05")] * 3


def test_a_name_that_ends_in_an_initial() -> None:
    section = """
    2 Comments
    Otto L.
    March 3, 2012
    Keep the boat.
    tern77
    March 4, 2012
    Sell it.
    """
    assert [author for author, _, _ in signed(section)] == ["", *["Otto L."] * 3, *["tern77"] * 3]


def test_an_invitation_to_write_signs_nothing() -> None:
    section = """
    Comments 12
    Share what you think
    tern77, Brackwater, 2 hours ago
    Keep the boat.
    """
    authors = ["", "", "tern77, Brackwater", "tern77, Brackwater"]
    assert [author for author, _, _ in signed(section)] == authors
