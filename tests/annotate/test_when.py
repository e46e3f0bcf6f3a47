"""When a statement was made, in plain cases."""

from __future__ import annotations

from dataclasses import replace

import pytest
import spacy
from spacy.tokens import Doc

from pipeline.annotate.dating.component import When, make_when
from pipeline.records import Quotation, SaidOn, Span, Speaker

FRIDAY = "2021-03-19"
NLP = spacy.blank("en")


def quotation(text: str, source: str, cue: str, content: str, after: int = 0) -> Quotation:
    def span(words: str) -> tuple[Span, ...]:
        if not words:
            return ()
        start = text.index(words, after)
        return ((start, start + len(words)),)

    return Quotation(content=span(content), cue=span(cue), source=span(source))


def annotated(
    text: str, *quotations: Quotation, published: str = FRIDAY, title_end: int = 0
) -> tuple[Quotation, ...]:
    doc = NLP(text)
    component = When()
    doc._.quotations = quotations
    doc._.published = published
    doc._.title_end = title_end
    result: tuple[Quotation, ...] = component(doc)._.quotations
    return result


def said_on(text: str, source: str, cue: str, content: str, *, published: str = FRIDAY) -> SaidOn:
    return annotated(text, quotation(text, source, cue, content), published=published)[0].said_on


def test_the_expression_beside_the_cue_counts_not_the_one_in_the_content() -> None:
    text = "Orrin said Tuesday he will sail in May."
    found = said_on(text, "Orrin", "said", "he will sail in May")
    assert found == SaidOn("2021-03-16", "Tuesday", "stated")


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "date", "words"),
    [
        ("“We sail,” Orrin said on Monday.", "Orrin", "said", "“We sail,”",
         "2021-03-15", "on Monday"),
        ("“We sail,” said Captain Orrin on Monday.", "Captain Orrin", "said", "“We sail,”",
         "2021-03-15", "on Monday"),
        ("Orrin on Monday said the ship was safe.", "Orrin", "said", "the ship was safe",
         "2021-03-15", "on Monday"),
        ("On Monday, Orrin said the ship was safe.", "Orrin", "said", "the ship was safe",
         "2021-03-15", "On Monday"),
        ("In a letter sent Monday, Orrin said the ship was safe.", "Orrin", "said",
         "the ship was safe", "2021-03-15", "Monday"),
        ("Orrin told the harbour board in a hearing last week that it leaked.", "Orrin",
         "told the harbour board in a hearing last week", "it leaked", "2021-03", "last week"),
        ("In a 2015 interview, Orrin called the ship “doomed.”", "Orrin", "called",
         "the ship “doomed.”", "2015", "2015"),
        ("A 2014 study found that ferries age fast.", "A 2014 study", "found",
         "that ferries age fast", "2014", "2014"),
        ("Orrin criticized the board in an interview yesterday.", "Orrin", "criticized",
         "the board", "2021-03-18", "yesterday"),
        ("Orrin, who left the board in 2009, said Monday that it leaked.", "Orrin", "said",
         "that it leaked", "2021-03-15", "Monday"),
        ("“It will sail,” said Orrin on Monday.", "Orrin", "said", "“It will sail,”",
         "2021-03-15", "on Monday"),
        ("Orrin will announce the route on Monday.", "Orrin", "will announce", "the route",
         "2021-03-22", "on Monday"),
        ("Three days later, on March 16, Orrin said it leaked.", "Orrin", "said",
         "it leaked", "2021-03-16", "on March 16"),
        ("Orrin said Tuesday that it leaked.", "Orrin", "said",
         "Tuesday that it leaked", "2021-03-16", "Tuesday"),
        ("Orrin said on Thursday, February 4, that it leaked.", "Orrin", "said",
         "that it leaked", "2021-02-04", "on Thursday, February 4"),
        ("It leaked, Orrin said in a statement on Monday (March 15).", "Orrin", "said",
         "It leaked", "2021-03-15", "on Monday (March 15)"),
        ("In Monday’s debate, Orrin said it leaked.", "Orrin", "said", "it leaked",
         "2021-03-15", "Monday"),
        ("Vesna liked it at first, but on Monday she said it leaked.", "she", "said",
         "it leaked", "2021-03-15", "on Monday"),
        ("Orrin, looking for a way to win over the men and women of the old mill on the quay, took "
         "the floor on Monday and said it leaked.", "Orrin", "said", "it leaked", "2021-03-15",
         "on Monday"),
        ("Vesna liked the paint that he chose, and at a hearing on Monday she said it leaked.",
         "she", "said", "it leaked", "2021-03-15", "on Monday"),
        ("Vesna liked what he saw; at a fair in February she told them it leaked.", "she",
         "told them", "it leaked", "2021-02", "in February"),
        ("Orrin, by contrast, called in the crew on Monday, saying it leaked.", "Orrin", "saying",
         "it leaked", "2021-03-15", "on Monday"),
    ],
)  # fmt: skip
def test_stated_dates(
    text: str, source: str, cue: str, content: str, date: str, words: str
) -> None:
    assert said_on(text, source, cue, content) == SaidOn(date, words, "stated")


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("Orrin said the ship leaked.", "Orrin", "said", "the ship leaked"),
        ("Orrin said it leaked before Monday’s vote.", "Orrin", "said", "it leaked"),
        ("Orrin, who lost the 2019 election, said it leaked.", "Orrin", "said", "it leaked"),
        ("“It sank on Monday,” Orrin said.", "Orrin", "said", "“It sank on Monday,”"),
        ("Orrin has said since Tuesday that it leaked.", "Orrin", "has said", "it leaked"),
        ("The ferry, which sank on Monday, was old, Orrin said.", "Orrin", "said",
         "The ferry, which sank on Monday, was old"),
        ("Orrin said it leaked, and the crew left on Monday.", "Orrin", "said", "it leaked"),
        ("Vesna liked the boat, and in a town flooded on Monday she said it leaked.", "she", "said",
         "it leaked"),
        ("Orrin, a baker, quit in the dark on Monday, saying it leaked.", "Orrin", "saying",
         "it leaked"),
        ("Orrin said it leaked hours after the storm broke.", "Orrin", "said", "it leaked"),
    ],
)  # fmt: skip
def test_dates_of_other_things_leave_the_article_s_own(
    text: str, source: str, cue: str, content: str
) -> None:
    assert said_on(text, source, cue, content) == SaidOn(FRIDAY, "", "published")


def test_each_of_two_cues_of_a_sentence_has_its_own_date() -> None:
    text = "Orrin said Monday it leaked, and Vesna said Tuesday it did not."
    first, second = annotated(
        text,
        quotation(text, "Orrin", "said", "it leaked"),
        quotation(text, "Vesna", "said", "it did not", after=text.index("Vesna")),
    )
    assert (first.said_on.date, second.said_on.date) == ("2021-03-15", "2021-03-16")


def test_hours_after_an_event_that_the_article_dates() -> None:
    text = "The vote on Tuesday was close. Hours after the vote, Orrin said it was fair."
    found = said_on(text, "Orrin", "said", "it was fair")
    assert found == SaidOn("2021-03-16", "Hours after the vote", "stated")


def test_the_day_before_an_event_that_the_article_dates() -> None:
    text = "The board met for the vote on Tuesday. The day before the vote, Orrin said it was fair."
    assert said_on(text, "Orrin", "said", "it was fair").date == "2021-03-15"


def test_the_next_day_counts_from_the_story() -> None:
    text = "The ferry sank on July 12, 2019. The next day, Orrin said it had leaked."
    assert said_on(text, "Orrin", "said", "it had leaked").date == "2019-07-13"


@pytest.mark.parametrize(
    "text",
    [
        "Orrin said in a recent interview with the Herald it leaked.",
        "At an earlier hearing on the quay, Orrin said it leaked.",
    ],
)
def test_a_recent_interview_is_of_no_day_that_is_known(text: str) -> None:
    assert said_on(text, "Orrin", "said", "it leaked") == SaidOn()


def test_without_publication_date_a_weekday_stays_in_words() -> None:
    text = "Orrin said on Monday that it leaked."
    found = said_on(text, "Orrin", "said", "that it leaked", published="")
    assert found == SaidOn("", "on Monday", "stated")


def test_without_any_date_nothing_is_made_up() -> None:
    text = "Orrin said it leaked."
    assert said_on(text, "Orrin", "said", "it leaked", published="") == SaidOn()


@pytest.mark.parametrize("words", ["90 years ago", "500 years ago", "last month"])
def test_what_counts_from_a_day_that_nobody_knows_has_words_and_no_date(words: str):
    found = said_on(
        f"Orrin said {words} that it leaked.", "Orrin", "said", "that it leaked", published=""
    )
    assert (found.date, found.text) == ("", words)


def test_the_act_is_set_too() -> None:
    text = "Orrin fears that it leaks."
    (found,) = annotated(text, quotation(text, "Orrin", "fears", "that it leaks"))
    assert found.act == "thought"


def test_everything_else_of_a_quotation_is_kept() -> None:
    text = "Orrin said on Monday that it leaked."
    before = quotation(text, "Orrin", "said", "that it leaked")
    (after,) = annotated(text, before)
    assert (after.content, after.cue, after.source) == (before.content, before.cue, before.source)


def test_any_doc_will_do() -> None:
    component = make_when(NLP, "when")
    for doc in (NLP(""), NLP("Nothing was said."), Doc(NLP.vocab, words=["Rain", "."])):
        assert component(doc)._.quotations == ()


def test_sentence_starts_of_the_doc_are_used_where_it_has_them() -> None:
    text = "Orrin said it leaked. On Monday the ferry sank."
    doc = NLP(text)
    component = When()
    for token in doc:
        token.is_sent_start = token.i == 0 or token.text == "On"
    doc._.quotations = (quotation(text, "Orrin", "said", "it leaked"),)
    doc._.published = FRIDAY
    assert component(doc)._.quotations[0].said_on.basis == "published"


def test_the_component_can_be_added_to_a_pipeline() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("whosaid_when")
    assert [doc.text for doc in nlp.pipe(["One.", "Two."])] == ["One.", "Two."]


def test_speakers_are_read_where_they_are_resolved() -> None:
    text = "“It leaked,” Orrin Vale said on Monday.\n\n“It was old,” the captain said."
    first = quotation(text, "Orrin Vale", "said", "“It leaked,”")
    second = quotation(text, "the captain", "said", "“It was old,”", after=text.index("\n"))
    vale = Speaker(name="Orrin Vale")
    doc = NLP(text)
    component = When()
    doc._.published = FRIDAY
    doc._.quotations = tuple(
        Quotation(content=each.content, cue=each.cue, source=each.source, speaker=vale)
        for each in (first, second)
    )
    assert component(doc)._.quotations[1].said_on == SaidOn("2021-03-15", "on Monday", "carried")


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("The Orrin Fund, founded in 1938, said it would fight.", "The Orrin Fund", "said",
         "it would fight"),
        ("Orrin, elected on Monday, said it would fight.", "Orrin", "said", "it would fight"),
        ("In a village built in 1938, Orrin said it would fight.", "Orrin", "said",
         "it would fight"),
        ("According to Orrin, the mill was built in 1938.", "Orrin", "According to",
         "the mill was built"),
        ("The mill was built, Orrin said, in 1938.", "Orrin", "said", "The mill was built"),
        ("Orrin told how in 1938 the mill burned.", "Orrin", "told", "the mill burned"),
        ("Asked whether it would open on Monday, Orrin smiled.", "", "Asked",
         "whether it would open"),
        ("Before it burnt in 2005, the port estimates, few sailed.", "the port", "estimates",
         "few sailed"),
        ("Orrin named three locks that break the 1960 treaty.", "Orrin", "named", "three locks"),
    ],
)  # fmt: skip
def test_what_a_year_long_past_tells_of_is_not_the_saying(
    text: str, source: str, cue: str, content: str
) -> None:
    assert said_on(text, source, cue, content).basis == "published"


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "date"),
    [
        ("Orrin, opening the quay on Monday, said it would hold.", "Orrin", "said",
         "it would hold", "2021-03-15"),
        ("In a speech in 1998, Orrin said it would hold.", "Orrin", "said", "it would hold",
         "1998"),
        ("Orrin proposed a ban in 2015.", "Orrin", "proposed", "a ban", "2015"),
    ],
)  # fmt: skip
def test_what_is_done_while_speaking_dates_it(
    text: str, source: str, cue: str, content: str, date: str
) -> None:
    assert said_on(text, source, cue, content).date == date


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "date"),
    [
        (
            "When he took office in 2015, Orrin promised a quay.",
            "Orrin",
            "promised",
            "a quay",
            "2015",
        ),
        (
            "As a student in the 1980s, Orrin thought it lost.",
            "Orrin",
            "thought",
            "it lost",
            "",
        ),
        ("During the 2019 campaign, Orrin said no.", "Orrin", "said", "no", "2019"),
    ],
)
def test_what_opens_a_sentence_dates_its_main_clause(
    text: str, source: str, cue: str, content: str, date: str
) -> None:
    found = said_on(text, source, cue, content)
    assert (found.date, found.basis) == (date, "stated")


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Orrin had once said it was safe.", "had once said"),
        ("Orrin previously said it was safe.", "previously said"),
        ("“Safe,” said Orrin at the time: it was safe.", "said"),
        ("Back then, Orrin said it was safe.", "said"),
        ("Years later, Orrin said it was safe.", "said"),
        ("Orrin liked to say it was safe.", "liked to say"),
        ("Orrin was fond of saying it was safe.", "was fond of saying"),
        ("Nearly two years after Orrin said it was safe, the quay sank.", "said"),
    ],
)
def test_what_was_said_long_before_has_no_day(text: str, cue: str) -> None:
    found = said_on(text, "Orrin", cue, "it was safe")
    assert (found.date, found.basis) == ("", "")


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Orrin is once again saying it was safe.", "is once again saying"),
        ("Orrin had this to say: it was safe.", "had this to say"),
        ("Orrin said. Then she smiled: it was safe.", "said"),
    ],
)
def test_what_is_said_now_is_of_the_articles_day(text: str, cue: str) -> None:
    assert said_on(text, "Orrin", cue, "it was safe").basis == "published"


def test_the_day_of_what_is_ahead_dates_no_other_clause() -> None:
    text = "The board will meet on Friday, and Orrin warned of a strike."
    assert said_on(text, "Orrin", "warned", "of a strike").basis == "published"


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("Orrin expects a loss of crews. It will end in 2023.", "expects", "a loss of crews"),
        ("Ten ships sank on Monday but Orrin said it was safe.", "said", "it was safe"),
        ("Reed was jailed on Monday, a day after Orrin said it was safe.", "said", "it was safe"),
        ("Reed was jailed on Monday by a court after Orrin said it was safe.", "said",
         "it was safe"),
    ],
)  # fmt: skip
def test_the_day_of_something_else_dates_no_saying(text: str, cue: str, content: str) -> None:
    assert said_on(text, "Orrin", cue, content).basis == "published"


def test_what_was_said_before_an_event_of_the_day_has_the_day() -> None:
    text = "Reed spoke on Monday after Orrin said it was safe."
    assert said_on(text, "Orrin", "said", "it was safe").date == "2021-03-15"


def test_a_month_that_tells_of_what_kind_a_letter_is() -> None:
    text = "Orrin wrote in a March email that the ship was safe."
    found = said_on(text, "Orrin", "wrote in a March email", "that the ship was safe")
    assert found.date == "2021-03"
    text = "In a May interview with the Courier, Orrin said the ship was safe."
    assert said_on(text, "Orrin", "said", "the ship was safe").date == "2020-05"


def test_a_person_called_may_is_no_month() -> None:
    text = "In the May house, Orrin said the ship was safe. In her June days, she sang."
    assert said_on(text, "Orrin", "said", "the ship was safe").basis == "published"


def test_a_sentence_that_ends_in_quotation_marks_is_over() -> None:
    text = (
        "Her clerk said Monday that the quay “is sound.” Last month, though, Orrin told the "
        "council that it was not."
    )
    doc = NLP(text)
    for word in doc:
        word.is_sent_start = word.i == 0  # as a network may read it on
    component = When()
    doc._.quotations = (quotation(text, "Orrin", "told", "that it was not"),)
    doc._.published = FRIDAY
    (found,) = component(doc)._.quotations
    assert found.said_on.date == "2021-02"


def test_the_time_right_before_the_verb_is_its_own() -> None:
    text = "Orrin, who built the quay, the mill and the wharf, last week said the ship was safe."
    assert said_on(text, "Orrin", "said", "the ship was safe").date == "2021-03"
    text = "When Orrin got a letter in November warning him, he said the ship was safe."
    assert said_on(text, "he", "said", "the ship was safe").date != "2021-03"


def test_later_in_the_day_plays_on_no_month_told_before() -> None:
    text = "Nobody was paid since August. In a post later in the day, Orrin said they were."
    assert said_on(text, "Orrin", "said", "they were").date == FRIDAY


@pytest.mark.parametrize(
    ("text", "source", "cue"),
    [
        ("The board faces a vote in March, and Orrin said the ship leaks.", "Orrin", "said"),
        ("The ferry was launched a week ago, and crews say the ship leaks.", "crews", "say"),
        ("The ferry leaves on Wednesday, when Orrin hopes the ship leaks.", "Orrin", "hopes"),
        ("The new chief starts in January. Orrin told me the ship leaks.", "Orrin", "told me"),
        ("Orrin, who said that the ship leaks, died on Monday.", "who", "said that"),
        ("Tugs pulled out on Monday of the firm, which fears the ship leaks.", "which", "fears"),
    ],
)
def test_the_day_of_another_clause_dates_no_saying(text: str, source: str, cue: str) -> None:
    found = said_on(text, source, cue, "the ship leaks")
    assert found == SaidOn(FRIDAY, basis="published")


def test_two_clauses_of_one_day_share_it() -> None:
    text = "The board met on Monday, and Orrin said the ship leaks."
    assert said_on(text, "Orrin", "said", "the ship leaks").date == "2021-03-15"


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "date"),
    [
        ("Orrin, in an interview on Monday, remembered the quay.", "Orrin", "remembered",
         "the quay", "2021-03-15"),
        ("Orrin, who resigned on Monday, said it was late.", "Orrin", "said",
         "it was late", FRIDAY),
        ("“We sail,” Orrin told Sunday Magazine.", "Orrin", "told", "“We sail,”", FRIDAY),
    ],
)  # fmt: skip
def test_the_time_at_which_somebody_spoke_is_told_from_others(
    text: str, source: str, cue: str, content: str, date: str
) -> None:
    assert said_on(text, source, cue, content).date == date


def test_when_an_advertisement_was_shown_dates_what_it_says() -> None:
    text = "In an ad released last week, Orrin said the ship was safe."
    assert said_on(text, "Orrin", "said", "the ship was safe").text == "last week"


def test_what_is_told_in_speech_leaves_the_speakers_time_alone() -> None:
    text = "In a 2005 interview, Orrin praised her. “She used to say it sails,” Orrin said."
    inner = replace(quotation(text, "She", "used to say", "it sails"), nested_in=1)
    found = annotated(
        text,
        quotation(text, "Orrin", "praised", "her"),
        quotation(text, "Orrin", "said", "“She used to say it sails,”", after=40),
        inner,
    )
    assert found[1].said_on == SaidOn("2005", "2005", "carried")


@pytest.mark.parametrize(("cue", "date"), [("said", ""), ("says", FRIDAY)])
def test_what_a_speaker_tells_that_somebody_said_was_said_before(cue: str, date: str) -> None:
    text = f"“She {cue}, ‘It sails,’” Orrin said."
    outer = quotation(text, "Orrin", "said.", f"“She {cue}, ‘It sails,’”")
    inner = quotation(text, "She", cue, "‘It sails,’")
    outer, inner = replace(outer, kind="direct"), replace(inner, kind="direct", nested_in=0)
    assert annotated(text, outer, inner)[1].said_on.date == date


def test_the_day_that_a_speaker_tells_of_is_not_that_of_telling_it() -> None:
    text = "“I told her yesterday, ‘It leaks,’” Orrin said.\n\n“It sank,” he said."
    outer = quotation(text, "Orrin", "said", "“I told her yesterday, ‘It leaks,’”")
    inner = quotation(text, "I", "told", "‘It leaks,’")
    outer, inner = replace(outer, kind="direct"), replace(inner, kind="direct", nested_in=0)
    later = quotation(text, "he", "said", "“It sank,”", after=48)
    found = [
        replace(each, speaker=Speaker(name="Orrin", type="person", basis="name"))
        for each in (outer, inner, later)
    ]
    assert [each.said_on.date for each in annotated(text, *found)] == [FRIDAY, "2021-03-18", FRIDAY]


def test_the_month_of_a_relative_clause_dates_no_main_clause() -> None:
    text = "Orrin, who proposed it in January, told the port it leaked."
    orrin = Speaker(name="Orrin", type="person", basis="name")
    relative = replace(quotation(text, "who", "proposed", "it"), speaker=orrin)
    main = replace(quotation(text, "Orrin", "told", "it leaked"), speaker=orrin)
    found = annotated(text, relative, main)
    assert [each.said_on.date for each in found] == ["2021-01", FRIDAY]


def test_the_last_morning_of_a_voyage_is_not_yesterday() -> None:
    text = "Orrin looked up on the last morning and said it leaked."
    found = said_on(text, "Orrin", "said", "it leaked")
    assert found == SaidOn("", "on the last morning", "stated")


def test_a_paper_of_a_year_is_of_that_year() -> None:
    found = said_on("A 2015 paper found it leaked.", "A 2015 paper", "found", "it leaked")
    assert (found.date, found.basis) == ("2015", "stated")


def test_a_day_in_a_persons_name_dates_nothing() -> None:
    text = "The union leader, Sunday Okpara, called on both to talk."
    doc = NLP(text)
    doc.ents = [doc.char_span(18, 31, label="PERSON")]
    doc._.quotations = (quotation(text, "Sunday Okpara", "called on", "both to talk"),)
    doc._.published = FRIDAY
    assert When()(doc)._.quotations[0].said_on == SaidOn(date=FRIDAY, basis="published")


@pytest.mark.parametrize(
    ("part", "day"),
    [
        ("The morning after the vote", "2021-03-17"),
        ("The night before the vote", "2021-03-15"),
        ("The evening following the vote", "2021-03-17"),
    ],
)
def test_part_of_the_day_beside_that_of_an_event(part: str, day: str) -> None:
    text = f"The board met for the vote on Tuesday. {part}, Orrin said it was fair."
    assert said_on(text, "Orrin", "said", "it was fair").date == day


@pytest.mark.parametrize(
    "text",
    [
        "The mill has been empty since Tuesday’s debate, when Orrin said it leaked.",
        "The vote follows a debate on Tuesday, when Orrin said it leaked.",
        "Vesna praised a letter on Tuesday in which Orrin said it leaked.",
        "Vesna said at a hearing Tuesday, “It is dry,” when Mr. Orrin said it leaked.",
    ],
)
def test_a_clause_with_when_has_the_date_of_its_event(text: str) -> None:
    assert said_on(text, "Orrin", "said", "it leaked").date == "2021-03-16"


def test_a_time_since_which_nothing_was_said_dates_nothing() -> None:
    text = "Orrin has not mentioned the mill since the Tuesday debate."
    found = said_on(text, "Orrin", "has not mentioned", "the mill")
    assert found == SaidOn(FRIDAY, "", "published")


def test_the_weeks_over_which_surveys_were_taken_are_not_when_they_were_told() -> None:
    text = "An average of surveys taken over the past two weeks showed a loss."
    source = "An average of surveys taken over the past two weeks"
    assert said_on(text, source, "showed", "a loss") == SaidOn(FRIDAY, "", "published")


def test_then_is_the_time_told_last() -> None:
    text = "The ferry sank in June. “It was old,” Orrin told the Quay Herald then."
    found = said_on(text, "Orrin", "told", "“It was old,”")
    assert found == SaidOn("2020-06", "then", "stated")
    text = "The ferry sank in June. Orrin told the Quay Herald it was old by then."
    assert said_on(text, "Orrin", "told", "it was old") == SaidOn(FRIDAY, "", "published")


def test_that_s_when_somebody_spoke() -> None:
    text = "The board last met on Monday. That’s when Orrin complained of a leak."
    assert said_on(text, "Orrin", "complained of", "a leak").date == "2021-03-15"
    text = "The mill was sold in 2012. That’s when Orrin says it leaked."
    assert said_on(text, "Orrin", "says", "it leaked") == SaidOn(FRIDAY, "", "published")


def test_what_was_said_while_running_for_office_was_said_then() -> None:
    text = "Campaigning for mayor in 2012, he hardly mentioned the mill."
    assert said_on(text, "he", "hardly mentioned", "the mill") == SaidOn(
        "2012", "in 2012", "stated"
    )


@pytest.mark.parametrize("link", ["And in", "But, in", "Then in", "Also in"])
def test_what_links_a_sentence_to_the_one_before_opens_no_clause(link: str) -> None:
    text = f"{link} 2008, Orrin called the mill a wreck."
    assert said_on(text, "Orrin", "called", "the mill a wreck").date == "2008"


def test_before_whom_somebody_appears_is_no_time() -> None:
    text = "Appearing before cheering crowds Monday morning in Halden, Orrin said it leaked."
    assert said_on(text, "Orrin", "said", "it leaked").date == "2021-03-15"


def test_years_counted_with_two_words() -> None:
    text = "Twenty-five years ago, Orrin said it leaked."
    assert said_on(text, "Orrin", "said", "it leaked").date == "1996"


def test_who_somebody_is_in_the_present_is_of_no_time_told_before() -> None:
    text = "In January the mill was paid for by Vesna, who backs the mayor."
    assert said_on(text, "Vesna", "backs", "the mayor") == SaidOn(FRIDAY, "", "published")


def test_what_is_so_even_today_dates_nothing() -> None:
    text = "Orrin warned of the feuds, which, even today, split the town."
    assert said_on(text, "Orrin", "warned", "of the feuds").basis == "published"


@pytest.mark.parametrize(
    ("when", "date"), [("on Friday", "2021-03-19"), ("in December", "2020-12")]
)
def test_who_will_do_something_told_it_before(when: str, date: str) -> None:
    text = f"Orrin, who will retire soon, told reporters {when} that it leaked."
    assert said_on(text, "Orrin", "told", "that it leaked").date == date


@pytest.mark.parametrize(
    "opening",
    [
        "While touring the mill on Monday night,",
        "When the two met Monday,",
        "During an interview that aired on Monday,",
    ],
)
def test_a_clause_that_opens_a_sentence_dates_what_was_said_then(opening: str) -> None:
    found = said_on(f"{opening} Orrin mocked the bid.", "Orrin", "mocked", "the bid")
    assert (found.date, found.basis) == ("2021-03-15", "stated")


def test_what_somebody_says_today_is_not_of_the_clause_in_front() -> None:
    text = "While his company was sued in 2009, Orrin says it never leaked."
    assert said_on(text, "Orrin", "says", "it never leaked").basis == "published"


def test_what_survivors_say_decades_later_is_said_today() -> None:
    text = "Decades later, Orrin says it leaked."
    assert said_on(text, "Orrin", "says", "it leaked").basis == "published"


def test_a_sentence_does_not_end_in_a_comma() -> None:
    text = "Earlier this year, Orrin told the Herald it leaks."
    doc = Doc(NLP.vocab, words=[token.text for token in NLP(text)])
    doc[4].is_sent_start = True
    start = doc.text.index("Orrin")
    cue, content = (start + 6, start + 10), (doc.text.index("it leaks"), len(doc.text) - 2)
    doc._.quotations = (Quotation(content=(content,), cue=(cue,), source=((start, start + 5),)),)
    doc._.published = FRIDAY
    assert When()(doc)._.quotations[0].said_on.text == "Earlier this year"


@pytest.mark.parametrize("told", ["his own account of", "his concerns about", "his memory of"])
def test_an_occasion_that_is_told_of_dates_no_telling(told: str) -> None:
    text = f"Orrin shifted {told} the March 1 meeting to say it leaked."
    cue = f"shifted {told} the March 1 meeting to say"
    assert said_on(text, "Orrin", cue, "it leaked").basis == "published"


def test_those_briefed_on_a_call_speak_later_than_it() -> None:
    text = "A man briefed on last weekend’s call said it leaked."
    source = "A man briefed on last weekend’s call"
    assert said_on(text, source, "said", "it leaked").basis == "published"


def test_what_a_statement_tells_on_both_sides_of_a_time_holds_the_time() -> None:
    text = "A “new” quay, promised at an October hearing, will open soon, officials say."
    pieces = [text.index(words) for words in ("A “new” quay", "will open soon")]
    whole = Quotation(
        content=((pieces[0], pieces[0] + 12), (pieces[1], pieces[1] + 14)),
        cue=((text.index("say."), text.index("say.") + 3),),
        source=((text.index("officials"), text.index("officials") + 9),),
        kind="mixed",
    )
    assert annotated(text, whole)[0].said_on.basis == "published"


def test_what_is_told_besides_is_of_its_own_time() -> None:
    text = "In addition to the two wrecks on Tuesday, the port said a third ship leaks."
    found = said_on(text, "the port", "said", "a third ship leaks")
    assert found.basis == "published"


def test_a_presentation_is_an_occasion() -> None:
    text = "A March 1 presentation to the crew showed that it leaks."
    found = said_on(text, "A March 1 presentation to the crew", "showed", "that it leaks")
    assert found == SaidOn("2021-03-01", "March 1", "stated")


def test_what_is_routinely_done_is_of_no_day_told_before() -> None:
    text = "Orrin called it a wreck on March 1. Orrin routinely bragged about his ship."
    called = quotation(text, "Orrin", "called", "it a wreck")
    bragged = quotation(text, "Orrin", "routinely bragged about", "his ship", after=30)
    assert annotated(text, called, bragged)[1].said_on.basis == "published"


def test_what_a_speaker_tells_is_not_of_the_day_of_telling_it() -> None:
    text = "“They told me it leaks,” Orrin said on Monday. “I told them it floats.”"
    said = replace(
        quotation(text, "Orrin", "said", "“They told me it leaks,”"),
        content=((0, 24), (text.index("“I"), len(text))),
        kind="direct",
    )
    told = [
        replace(quotation(text, "They", "told me", "it leaks"), nested_in=0),
        replace(quotation(text, "I", "told them", "it floats", after=40), nested_in=0),
    ]
    assert [each.said_on for each in annotated(text, said, *told)[1:]] == [SaidOn(), SaidOn()]


def test_what_is_told_in_speech_of_now_is_no_past() -> None:
    text = "“I am pleased to sail,” Orrin said."
    said = replace(quotation(text, "Orrin", "said", "“I am pleased to sail,”"), kind="direct")
    pleased = replace(quotation(text, "I", "am pleased", "to sail"), nested_in=0)
    assert annotated(text, said, pleased)[1].said_on.date == FRIDAY


def test_the_same_interview_is_of_the_same_day() -> None:
    text = (
        "“It leaks,” Orrin said on the radio on Monday.\n\n“It floats,” Vesna said during the same"
        " broadcast.\n\n“It sails,” Vesna said."
    )
    found = annotated(
        text,
        quotation(text, "Orrin", "said", "“It leaks,”"),
        quotation(text, "Vesna", "said", "“It floats,”", after=45),
        quotation(text, "Vesna", "said", "“It sails,”", after=100),
    )
    assert [each.said_on.date for each in found] == ["2021-03-15"] * 3


LETTER = "In a March 1 letter, the crew asked for help.\n\n"


def test_what_is_written_in_a_letter_is_of_its_day_whoever_writes_it() -> None:
    text = f"{LETTER}“It leaks,” the sailors wrote in the letter."
    asked = quotation(text, "the crew", "asked for", "help")
    wrote = quotation(text, "the sailors", "wrote", "“It leaks,”")
    assert annotated(text, asked, wrote)[1].said_on == SaidOn("2021-03-01", "March 1", "carried")


def test_in_his_own_statement_is_in_no_other_speakers() -> None:
    text = "In a March 1 statement, Orrin asked for help.\n\nIn his statement, Stone said it leaks."
    asked = quotation(text, "Orrin", "asked for", "help")
    said = quotation(text, "Stone", "said", "it leaks")
    assert annotated(text, asked, said)[1].said_on.basis == "published"


def test_who_signed_a_letter_tells_a_paper_something_at_another_time() -> None:
    text = f"{LETTER}“It leaks,” Vesna Holm, who signed the letter, told the Herald."
    source = "Vesna Holm, who signed the letter,"
    asked = quotation(text, "the crew", "asked for", "help")
    told = quotation(text, source, "told", "“It leaks,”")
    assert annotated(text, asked, told)[1].said_on.basis == "published"


POST = "It leaks.\n\n— Ada Brooks (@adabrooks) March 20, 2021"


def test_a_post_is_of_its_day_though_the_article_was_published_before() -> None:
    found = said_on(POST, "Ada Brooks", "—", "It leaks.")
    assert found == SaidOn("2021-03-20", "March 20, 2021", "stated")


def test_an_article_with_a_later_post_was_updated_on_its_day() -> None:
    text = f"Brooks asked for help on Saturday.\n\n{POST}"
    assert said_on(text, "Brooks", "asked for", "help").date == "2021-03-20"
    text = f"Brooks asked for help on Sunday.\n\n{POST}"
    assert said_on(text, "Brooks", "asked for", "help").date == "2021-03-14"


@pytest.mark.parametrize("words", ["6,000 years ago", "7,000 years ago"])
def test_thousands_of_years_from_a_day_that_nobody_knows_are_no_years_of_ours(words: str) -> None:
    text = f"Orrin wrote {words} that it leaked."
    found = said_on(text, "Orrin", f"wrote {words}", "it leaked", published="")
    assert found == SaidOn("", words, "stated")


@pytest.mark.parametrize(
    ("lead", "day"),
    [
        ("Three days after", "2021-03-05"),
        ("A week after", "2021-03-09"),
        ("Two weeks before", "2021-02-16"),
        ("A month before", "2021-02"),
        ("Several days after", "2021-03"),
        ("Two and a half weeks before", "2021-02"),
        ("In the days after", "2021-03"),
        ("The week before", "2021-02"),
        ("A few hours after", "2021-03-02"),
        ("Moments after", "2021-03-02"),
    ],
)
def test_time_is_counted_from_an_event_that_the_article_dates(lead: str, day: str) -> None:
    text = f"The vote on March 2 was close. {lead} the vote, Orrin said it was fair."
    found = said_on(text, "Orrin", "said", "it was fair")
    assert found == SaidOn(day, f"{lead} the vote", "stated")


def test_years_after_an_event_are_not_its_day() -> None:
    text = "The vote on March 2 was close. Years after the vote, Orrin said it was fair."
    assert said_on(text, "Orrin", "said", "it was fair") == SaidOn(FRIDAY, "", "published")


@pytest.mark.parametrize("lead", ["Two days after", "The morning after"])
def test_the_next_day_counts_once_from_a_time_after_an_event(lead: str) -> None:
    text = (
        f"The vote on March 2 was close. {lead} the vote, it rained. The next day, Orrin said so."
    )
    day = "2021-03-05" if lead.startswith("Two") else "2021-03-04"
    assert said_on(text, "Orrin", "said", "so") == SaidOn(day, "The next day", "stated")


@pytest.mark.parametrize(
    ("words", "published", "date"),
    [
        ("on March 5, 2020", "2020", "2020-03-05"),
        ("on March 5", "2020-03", "2020-03-05"),
        ("in March", "2020", "2020-03"),
        ("on Monday", "2020-03", "2020-03"),
        ("yesterday", "2020", "2020"),
        ("this morning", "2020-03", "2020-03"),
    ],
)
def test_a_time_is_told_as_far_as_the_time_of_publication_is(
    words: str, published: str, date: str
) -> None:
    text = f"“It leaks,” Orrin said {words}."
    found = said_on(text, "Orrin", "said", "“It leaks,”", published=published)
    assert found == SaidOn(date, words, "stated")


def test_a_day_after_the_month_of_publication_dates_nothing() -> None:
    text = "“It leaks,” Orrin said on April 5, 2020."
    found = said_on(text, "Orrin", "said", "“It leaks,”", published="2020-03")
    assert found == SaidOn("2020-03", "", "published")


def test_the_day_of_a_hearing_is_told_though_only_the_month_of_publication_is() -> None:
    text = "The hearing on March 5 was long. After the hearing, Orrin said it was fair."
    found = said_on(text, "Orrin", "said", "it was fair", published="2021-03")
    assert found == SaidOn("2021-03-05", "After the hearing", "stated")


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("At a Memorial Day service, Orrin said it was safe.", "2020-05-25"),
        ("In his Christmas message, Orrin said it was safe.", "2020-12-25"),
        ("On the night of 3 May 1904, Orrin said it was safe.", "1904-05-03"),
        ("In one entry, dated March 3, Orrin said it was safe.", "2021-03-03"),
        ("In the first quarter of last year, Orrin said it was safe.", "2020"),
        ("In a letter dated the 28th ult., Orrin said it was safe.", "2021-02-28"),
        ("On the 3d inst. Orrin said it was safe.", "2021-03-03"),
        ("On this day in 1969, Orrin said it was safe.", "1969-03-19"),
        ("HARBOUR, March 16.—Orrin said to-night it was safe.", "2021-03-16"),
        ("HARBOUR, March 16 (Wire) — On Monday, Orrin said it was safe.", "2021-03-15"),
        ("In the spring of 2014, Orrin said it was safe.", "2014"),
        ("In the fourth quarter of 2014, Orrin said it was safe.", "2014"),
        ("At his first trial, in 2014, Orrin said it was safe.", "2014"),
        ("It sank in 2004. Four years on, Orrin said it was safe.", "2008"),
    ],
)
def test_days_nights_quarters_and_years_of_saying(text: str, date: str) -> None:
    assert said_on(text, "Orrin", "said", "it was safe").date == date


def test_a_season_in_front_of_that_is_no_noun_s() -> None:
    text = "Orrin said in the spring of 2014 that it was safe."
    assert said_on(text, "Orrin", "said", "that it was safe").date == "2014"


def test_what_is_said_in_a_memoir_has_no_day_that_is_known() -> None:
    text = "Orrin wrote in his memoir that it was safe."
    assert said_on(text, "Orrin", "wrote", "that it was safe") == SaidOn()
    text = "Orrin writes in his memoir that it was safe."
    assert said_on(text, "Orrin", "writes", "that it was safe").basis == "published"


def test_days_after_saying_something_else() -> None:
    text = "Orrin said Thursday it leaked, two days after saying it sailed."
    said, before = (
        quotation(text, "Orrin", "said", "it leaked"),
        quotation(text, "Orrin", "saying", "it sailed"),
    )
    found = [each.said_on for each in annotated(text, said, before)]
    assert found == [
        SaidOn("2021-03-18", "Thursday", "stated"),
        SaidOn("2021-03-16", "two days after", "stated"),
    ]


def test_the_source_of_a_sentence_before_is_not_beside_the_time() -> None:
    text = "Orrin said that it leaked. On Monday he went on, adding that it sank."
    found = said_on(text, "Orrin", "adding", "that it sank")
    assert found == SaidOn("2021-03-15", "On Monday", "stated")


def test_who_says_something_years_later_says_it_today() -> None:
    text = "It sank in 2004. Ten years later, Orrin says it was safe."
    assert said_on(text, "Orrin", "says", "it was safe").basis == "published"


def test_after_what_somebody_speaks_is_no_bound_of_time() -> None:
    text = "Speaking to reporters after the vote on Monday, Orrin said it was safe."
    assert said_on(text, "Orrin", "said", "it was safe").date == "2021-03-15"
    text = "In his Sunday sermon, Orrin said it was safe."
    assert said_on(text, "Orrin", "said", "it was safe").date == "2021-03-14"


def test_when_somebody_spoke_at_an_occasion_has_its_date() -> None:
    text = "It grew worse during a February rally when Orrin said it was safe."
    assert said_on(text, "Orrin", "said", "it was safe").date == "2021-02"


@pytest.mark.parametrize(
    "text",
    [
        "In the days after the storm, Orrin said it was safe.",
        "“Look,” Orrin said two days after the storm, “it was safe.”",
        "Orrin said weeks before the storm that it was safe.",
    ],
)
def test_days_after_what_has_no_day_have_none(text: str) -> None:
    assert said_on(text, "Orrin", "said", "it was safe") == SaidOn()


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Orrin told them every Sunday that it was safe.", "that it was safe"),
        ("One Sunday, Orrin said it was safe.", "it was safe"),
    ],
)
def test_any_such_day_is_not_the_last(text: str, content: str) -> None:
    cue = "told" if "told" in text else "said"
    assert said_on(text, "Orrin", cue, content).basis == "published"


def test_the_day_of_a_sentence_that_was_read_on_dates_nothing_before_it() -> None:
    text = "“Safe,” Orrin said. Tuesday, it was not."
    doc = NLP(text)
    for word in doc:
        word.is_sent_start = word.i == 0
    component = When()
    doc._.quotations = (quotation(text, "Orrin", "said", "“Safe,”"),)
    doc._.published = FRIDAY
    assert component(doc)._.quotations[0].said_on.basis == "published"


def test_where_it_is_tomorrow_already() -> None:
    text = "SYDNEY, March 20 (Wire) - Orrin said on Saturday it was safe."
    assert said_on(text, "Orrin", "said", "it was safe").date == "2021-03-20"


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("It was sent to her in May, three weeks before Orrin told them it sails.",
         "Orrin", "told", "it sails"),
        ("The crew discussed a delay, as they did in January.", "The crew", "discussed", "a delay"),
        ("There is a race in October, a long one, that Vesna believes is the last.",
         "Vesna", "believes", "is the last"),
        ("With a regatta due over Christmas, the crew expect a prize.",
         "the crew", "expect", "a prize"),
        ("The trial, published in 2012, found little, and some sailors wonder why.",
         "some sailors", "wonder", "why"),
        ("The first Friday that it sailed, Orrin thought it safe.", "Orrin", "thought", "it safe"),
        ("Orrin asked me on Thursday afternoons if it leaked.", "Orrin", "asked", "if it leaked"),
        ("Regarding the crash on Monday, Orrin said it leaked.", "Orrin", "said", "it leaked"),
    ],
)  # fmt: skip
def test_a_time_of_something_else_dates_nothing(
    text: str, source: str, cue: str, content: str
) -> None:
    assert said_on(text, source, cue, content).basis == "published"


def test_a_stretch_of_years_that_followed_is_no_day() -> None:
    text = "Abe Stone sailed in 2010. Over the next two years Orrin said it leaked."
    assert said_on(text, "Orrin", "said", "it leaked").basis == "published"


def test_a_month_is_not_counted_from_the_year_since_which_something_is() -> None:
    text = "Abe Orrin, who has sailed since 1922, wept. That November, Vesna said it leaked."
    assert said_on(text, "Vesna", "said", "it leaked").date == ""


@pytest.mark.parametrize("opening", ["When contacted", "When reached by phone", "When asked"])
def test_the_day_on_which_somebody_was_asked_dates_the_answer(opening: str) -> None:
    text = f"{opening} on Wednesday evening, Orrin promised to look into it."
    found = said_on(text, "Orrin", "promised", "to look into it")
    assert found == SaidOn("2021-03-17", "on Wednesday evening", "stated")


def test_the_time_of_the_authors_visit_dates_what_was_said_then() -> None:
    text = "“It floats,” Orrin recalled, when I visited him in February."
    found = said_on(text, "Orrin", "recalled", "“It floats,”")
    assert found == SaidOn("2021-02", "in February", "stated")


def test_the_time_at_the_end_of_an_act_dates_it_and_what_is_said_with_it() -> None:
    text = "Orrin had recommended the sale in December, saying the quay was old."
    found = annotated(
        text,
        quotation(text, "Orrin", "had recommended", "the sale in December"),
        quotation(text, "Orrin", "saying", "the quay was old"),
    )
    assert [each.said_on.date for each in found] == ["2020-12", "2020-12"]


@pytest.mark.parametrize(
    ("cue", "content"),
    [
        ("announced", "a sale on Monday"),
        ("said", "the sale failed on Monday"),
        ("criticised", "Vesna, who left on Monday"),
    ],
)
def test_the_time_of_what_is_told_dates_no_act(cue: str, content: str) -> None:
    text = f"Orrin {cue} {content}, saying the quay was old."
    assert said_on(text, "Orrin", cue, content).basis == "published"


def test_who_reports_a_dated_statement_stands_between() -> None:
    text = "At a meeting in August 2010, according to the minutes, Orrin asked if it leaked."
    assert said_on(text, "Orrin", "asked", "if it leaked").date == "2010-08"


def test_the_month_of_what_may_come_dates_no_caution() -> None:
    text = "A sale could be made this month, although one of them cautioned that it may fail."
    assert said_on(text, "one of them", "cautioned", "it may fail").basis == "published"


def test_an_oral_history_of_a_year_is_of_it() -> None:
    text = "In an oral history recorded in 2003, Vesna said it leaked."
    assert said_on(text, "Vesna", "said", "it leaked") == SaidOn("2003", "in 2003", "stated")


def test_the_day_of_a_warning_dates_nothing_but_it() -> None:
    text = "Orrin said he warned the crew on Monday that it leaked.\n\n“It sinks,” Orrin said."
    told = quotation(text, "Orrin", "said", "he warned the crew on Monday that it leaked")
    warned = replace(quotation(text, "he", "warned", "it leaked"), nested_in=0)
    later = quotation(text, "Orrin", "said", "“It sinks,”", after=50)
    named = (
        replace(each, speaker=Speaker(name="Orrin", type="person", basis="name"))
        for each in (told, warned, later)
    )
    found = [each.said_on.date for each in annotated(text, *named)]
    assert found == [FRIDAY, "2021-03-15", FRIDAY]


def test_a_decade_is_no_year_of_it() -> None:
    text = "In the early 1990s, Orrin said it leaked."
    assert said_on(text, "Orrin", "said", "it leaked") == SaidOn("", "the early 1990s", "stated")


def test_that_month_is_of_a_year_told_just_before() -> None:
    told, between = "The mill burned in 1962. ", "Some left.\n\nSome stayed.\n\nIt rained.\n\n"
    said = "That November, Orrin said it leaked."
    near = said_on(told + said, "Orrin", "said", "it leaked")
    assert near == SaidOn("1962-11", "That November", "stated")
    far = said_on(told + between + said, "Orrin", "said", "it leaked")
    assert far == SaidOn("", "That November", "stated")


def test_the_evening_that_one_thinks_about_is_not_when_one_does() -> None:
    text = "On Monday it sank. I have thought about that evening ever since."
    assert said_on(text, "I", "have thought about", "that evening ever since").date == FRIDAY


def test_the_year_of_a_memoir_in_which_somebody_wrote() -> None:
    text = "She owned that in a memoir, “The Low Quay” (1998), in which Vesna wrote, “It leaks.”"
    assert said_on(text, "Vesna", "wrote", "“It leaks.”") == SaidOn("1998", "1998", "stated")
