"""The same speaker is found again in other articles, and nobody else is."""

from __future__ import annotations

import random

import numpy as np
import pandas as pd
import pyarrow as pa
import pytest

from pipeline.annotate.text.names import PersonName
from pipeline.tables.entity_names import EntityMentions
from pipeline.tables.names import display_name, gender_hint, parse_person
from pipeline.tables.people import link_speakers

Row = tuple[str, ...]


def mentions(*rows: Row) -> pd.DataFrame:
    """Rows of (article, speaker[, title[, text[, type]]])."""
    filled = [(*row, *("", "", "person")[len(row) - 2 :]) for row in rows]
    table = pd.DataFrame(filled, columns=["article_id", "speaker", "title", "text", "type"])
    return table.assign(text=table["text"].where(table["text"] != "", table["speaker"]))


def ids(*rows: Row) -> list[str]:
    return link_speakers(mentions(*rows))["speaker_id"].tolist()


def groups(*rows: Row) -> list[int]:
    """Number of each row's speaker, in order of first appearance."""
    found = ids(*rows)
    order = list(dict.fromkeys(found))
    return [order.index(speaker_id) for speaker_id in found]


def test_title_middle_initial_and_surname_alone_are_one_person() -> None:
    linked = link_speakers(
        mentions(
            ("a", "Orla Vantongeren", "Harbour Secretary"),
            ("b", "Orla M. Vantongeren"),
            ("c", "Vantongeren"),
            ("d", "Harbour Secretary Orla Vantongeren"),
            ("e", "Mrs. Vantongeren"),
        )
    )
    assert linked["speaker_id"].nunique() == 1
    assert linked["speaker"].unique().tolist() == ["Orla Vantongeren"]


@pytest.mark.parametrize("title", ["Sen. ", "General ", "Prime Minister ", "Dr. "])
def test_known_titles_are_no_part_of_the_name(title: str) -> None:
    assert groups(("a", title + "Orla Vantongeren"), ("b", "Orla Vantongeren")) == [0, 0]


def test_father_and_junior_are_two() -> None:
    assert groups(
        ("a", "Ezra Quillfeather", "governor"),
        ("b", "Ezra Quillfeather Jr."),
        ("c", "Ezra Quillfeather"),
    ) == [0, 1, 0]


def test_numeral_after_the_name_comes_and_goes() -> None:
    assert groups(("a", "Wim H. Zeeleman III"), ("b", "Wim Zeeleman")) == [0, 0]


def test_surname_alone_stays_alone_where_two_can_be_meant() -> None:
    assert groups(("a", "Orla Vantongeren"), ("b", "Piet Vantongeren"), ("c", "Vantongeren")) == [
        0,
        1,
        2,
    ]


def test_ambiguous_surnames_of_two_articles_are_not_one_person() -> None:
    assert groups(("a", "Vantongeren"), ("b", "Vantongeren")) == [0, 1]


def test_role_says_whose_surname_it_is() -> None:
    assert groups(
        ("a", "Orla Vantongeren", "Harbour Secretary"),
        ("b", "Piet Vantongeren", "goalkeeper"),
        ("c", "Vantongeren", "Secretary of the Harbour"),
    ) == [0, 1, 0]


def test_pronouns_say_whose_surname_it_is() -> None:
    assert groups(
        ("a", "Orla Vantongeren", "", "she"),
        ("b", "Piet Vantongeren", "", "he"),
        ("c", "Vantongeren", "", "Mr. Vantongeren"),
    ) == [0, 1, 1]


def test_people_only_spoken_of_contest_a_surname() -> None:
    table = mentions(("a", "Orla Vantongeren"), ("b", "Vantongeren"))
    entities = pd.DataFrame(
        {"article_id": ["c"], "entity": ["Piet Vantongeren"], "label": ["PERSON"]}
    )
    assert link_speakers(table)["speaker_id"].nunique() == 1
    assert link_speakers(table, entities=entities)["speaker_id"].nunique() == 2


def test_transliterations_of_a_rare_name_are_one() -> None:
    assert groups(("a", "Qasem Rodheimani"), ("b", "Qassem Rodhaimani"), ("c", "Rodhaimani")) == [
        0,
        0,
        0,
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Tom Palmera", "Tammy Palmieri"),
        ("Maria Quillfeather", "Mario Quilfeather"),
        ("Wouter Johansen", "Wouter Jonasson"),
        ("Paul Ostrander", "Paul Ostrender"),
    ],
)
def test_names_that_only_sound_alike_stay_two(one: str, other: str) -> None:
    assert groups(("a", one), ("b", other)) == [0, 1]


def test_a_common_surname_alone_is_nobody_of_a_similar_one() -> None:
    assert groups(("a", "Birgit Johansen"), ("b", "Johnson")) == [0, 1]


def test_slip_of_the_pen_needs_the_same_role() -> None:
    titled = "Chairman of the Joint Staff", "Joint Staff Chairman"
    assert groups(("a", "Mark Tilvey", titled[0]), ("b", "Mark Dilvey", titled[1])) == [0, 0]
    assert groups(("a", "Mark Tilvey", titled[0]), ("b", "Mark Dilvey", "tailor")) == [0, 1]
    assert groups(("a", "Mark Tilvey"), ("b", "Mark Dilvey")) == [0, 1]


def test_namesakes_with_different_roles_stay_two() -> None:
    assert groups(
        ("a", "John Smith", "senator from Ohio"),
        ("b", "John Smith", "chemistry professor"),
        ("c", "John Smith", "Sen."),
    ) == [0, 1, 0]


def test_many_roles_in_public_life_are_one_persons() -> None:
    assert groups(
        ("a", "Orla Vantongeren", "businesswoman"),
        ("b", "Orla Vantongeren", "presidential candidate"),
        ("c", "Orla Vantongeren", "President"),
    ) == [0, 0, 0]


def test_short_given_names_join_the_full_one() -> None:
    assert groups(("a", "Bill Ostrander", "Sen."), ("b", "William Ostrander", "senator")) == [0, 0]
    assert groups(("a", "Geoff Ostrander"), ("b", "Geoffrey Ostrander")) == [0, 0]


def test_initial_that_fits_two_joins_neither() -> None:
    assert groups(("a", "J. Ostrander"), ("b", "Jane Ostrander"), ("c", "Joost Ostrander")) == [
        0,
        1,
        2,
    ]


def test_who_goes_by_a_middle_name_is_nobody_without_it() -> None:
    assert groups(("a", "P. Gopal Ostrander", "MP"), ("b", "Priya Ostrander", "MP")) == [0, 1]


def test_spellings_of_an_organisation_are_one() -> None:
    names = ["Department of Tides", "the Tides Department", "U.S. Department of Tides"]
    rows = [(str(i), name, "", name, "organization") for i, name in enumerate(names)]
    assert groups(*rows) == [0, 0, 0]


def test_acronym_is_joined_when_an_article_uses_it_for_the_name() -> None:
    rows = [
        ("a", "Bureau of Inland Fog", "", "BIF", "organization"),
        ("b", "BIF", "", "BIF", "organization"),
    ]
    assert groups(*rows) == [0, 0]
    apart = [("a", "Bureau of Inland Fog", "", "it", "organization"), rows[1]]
    assert groups(*apart) == [0, 1]


def test_universities_are_not_turned_round() -> None:
    names = ["University of Tidewater", "Tidewater University"]
    assert groups(*[(n, n, "", n, "organization") for n in names]) == [0, 1]


def test_unnamed_sources_stay_with_their_article() -> None:
    official = "senior harbour official"
    rows = [(article, official, "", official, "unnamed") for article in "aab"]
    assert groups(*rows) == [0, 0, 1]
    assert groups(("a", "the general"), ("b", "the general")) == [0, 1]


def test_a_person_in_a_mixed_group_is_who_speaks_alone_in_the_article() -> None:
    group = "Orla Vantongeren ; other officials"
    linked = link_speakers(
        mentions(("a", group, "", group, "group"), ("a", "Orla Vantongeren"), ("b", "Vantongeren"))
    )
    assert linked["speaker_id"][0].split(" ; ")[0] == linked["speaker_id"][1]
    assert linked["type"].tolist() == ["group", "person", "person"]


def test_joint_speakers_are_linked_each() -> None:
    linked = link_speakers(mentions(("a", "Orla Vantongeren ; Mark Tilvey"), ("b", "Mark Tilvey")))
    first, second = linked["speaker_id"][0].split(" ; ")
    assert second == linked["speaker_id"][1] != first
    assert linked["speaker"][0] == "Orla Vantongeren ; Mark Tilvey"


def test_overrides_overrule() -> None:
    overrides = pd.DataFrame(
        [("Old Salty", "Orla Vantongeren", "person", "Harbour Secretary")],
        columns=["alias", "speaker", "type", "title"],
    )
    linked = link_speakers(
        mentions(("a", "Old Salty", "", "", "unnamed"), ("b", "Orla Vantongeren")), overrides
    )
    assert linked["speaker_id"].nunique() == 1
    assert linked["speaker"].tolist() == ["Orla Vantongeren"] * 2
    assert linked["type"].tolist() == ["person"] * 2
    assert linked["title"][0] == "Harbour Secretary"


@pytest.mark.parametrize(
    ("rows", "given"),
    [
        (
            [("a", "Zelmira Orlo"), ("b", "Zelmira"), ("c", "Zelmira Pia Orlo"), ("d", "Zelmira")],
            "Zelmira",
        ),
        (
            [("a", "John Harlow", "senator"), ("b", "John Harlow", "plumber")],
            "John Harlow",
        ),
    ],
    ids=["one name in several articles", "namesakes of different roles"],
)
def test_whom_a_user_gives_as_one_is_one(rows: list[Row], given: str) -> None:
    overrides = pd.DataFrame(
        [(speaker, given, "person") for speaker in {row[1] for row in rows}],
        columns=["alias", "speaker", "type"],
    )
    linked = link_speakers(mentions(*rows), overrides)
    assert set(linked["speaker"]) == {given}
    assert linked["speaker_id"].nunique() == 1
    assert link_speakers(mentions(*rows))["speaker_id"].nunique() > 1


def test_an_alias_of_two_is_each_of_them() -> None:
    overrides = pd.DataFrame(
        [("The Tandem", "Orla Vantongeren ; Mark Tilvey", "person")],
        columns=["alias", "speaker", "type"],
    )
    rows = [("a", "The Tandem", "", "", "group"), ("b", "Mark Tilvey"), ("c", "Orla Vantongeren")]
    linked = link_speakers(mentions(*rows, ("d", "The Tandem ; Mark Tilvey")), overrides)
    _, mark, orla, _ = linked["speaker_id"]
    assert linked["speaker_id"].tolist() == [f"{orla} ; {mark}", mark, orla, f"{orla} ; {mark}"]
    assert linked["speaker"][0] == linked["speaker"][3] == "Orla Vantongeren ; Mark Tilvey"


def test_ids_depend_neither_on_row_order_nor_on_other_speakers() -> None:
    rows: list[Row] = [
        ("a", "Orla Vantongeren", "Harbour Secretary"),
        ("b", "Vantongeren"),
        ("c", "Mark Tilvey"),
        ("d", "M. Tilvey"),
    ]
    whole = dict(zip(rows, ids(*rows), strict=True))
    shuffled = random.Random(5).sample(rows, len(rows))
    assert dict(zip(shuffled, ids(*shuffled), strict=True)) == whole
    assert ids(rows[0]) == [whole[rows[0]]]


def test_index_of_the_mentions_is_kept() -> None:
    table = mentions(("a", "Orla Vantongeren"), ("b", "Mark Tilvey")).set_axis([7, 3])
    assert link_speakers(table).index.tolist() == [7, 3]


def test_no_mentions_give_no_rows() -> None:
    assert link_speakers(mentions()).empty


def test_entities_have_the_ids_of_the_speakers() -> None:
    named = pa.array(["Orla M. Vantongeren", "U.S.", "United States", "Tuesday"])
    taken = EntityMentions({})
    taken.append(np.array([0, 1, 2, 2]), named, pa.array(["PERSON", "GPE", "GPE", "DATE"]), named)
    linked = taken.link(["a", "b", "c"])
    (person, country, same, day) = linked.entities.take(pa.array(linked.of_row)).to_pylist()
    assert person["entity_id"] == ids(("z", "Orla Vantongeren"))[0]
    assert country["entity_id"] == same["entity_id"]
    assert day["entity"] == "Tuesday"


@pytest.mark.parametrize(
    "name", ["Ada Quill FRS", "Ada Quill CBE, FRS", "Ada Quill, KC", "Ada Quill PhD"]
)
def test_honours_behind_a_name_make_nobody_else(name: str) -> None:
    assert groups(("a", "Ada Quill"), ("b", name)) == [0, 0]


def test_a_surname_is_no_honour() -> None:
    assert parse_person("Win San") == PersonName("san", "win")


def test_sheikh_stays_with_a_name_of_one_word():
    assert display_name("Prime Minister Sheikh Rahila") == "Sheikh Rahila"
    assert display_name("Sheikh Salem Al-Tarif") == "Salem Al-Tarif"
    assert parse_person("Sheikh Rahila") == PersonName("rahila", "sheikh")


def test_mr_of_a_surname_is_nobody_with_a_womans_given_name() -> None:
    rows = [("a", "Michelle Stone"), ("b", "Stone", "", "Mr. Stone"), ("c", "Lindsey Stone")]
    michelle, stone, _ = groups(*rows)
    assert michelle != stone
    assert groups(("a", "Lindsey Brack"), ("b", "Brack", "", "Mr. Brack")) == [0, 0]


def test_a_slip_of_the_pen_gives_way_to_the_spelling_with_more_mentions() -> None:
    title = "Joint Harbour Chiefs Chairman"
    right = [("b", "Mark Milbrook", title)] * 4
    linked = link_speakers(mentions(("a", "Mark Dilbrook", title), *right))
    assert linked["speaker"].unique().tolist() == ["Mark Milbrook"]


@pytest.mark.parametrize(
    ("text", "gender"),
    [
        ("Mrs. Vantongeren", "f"),
        (" “MR” Vantongeren", ""),
        ("… mr. Vantongeren", ""),
        (" ., Mr. Vantongeren", ""),
        (".Mr. Vantongeren", "m"),
        ("ＭＲ Vantongeren", "m"),
        ("She's", "f"),
        ("He said", ""),
        ("himself", "m"),
        ("Herbert", ""),
        ("Orla, Mrs. Vantongeren", ""),
        ("", ""),
    ],
)
def test_only_the_first_word_tells_a_gender(text: str, gender: str) -> None:
    assert gender_hint(text) == gender


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("J.D. Vantongeren", "JD Vantongeren"),
        ("JD Vantongeren", "James David Vantongeren"),
        ("AJ Vantongeren", "A. J. Vantongeren"),
        ("Clement", "Clement XV"),
        ("Oleksandr Vantongeren", "Olexandr Vantongeren"),
    ],
)
def test_initials_numerals_and_alphabets_make_nobody_else(one: str, other: str) -> None:
    assert groups(("a", one, "pope"), ("b", other, "pope")) == [0, 0]


def test_two_letters_that_are_a_name_are_no_initials() -> None:
    assert groups(("a", "Ed Vantongeren"), ("b", "Emma D. Vantongeren")) == [0, 1]


def test_who_goes_by_two_initials_is_called_so() -> None:
    rows = mentions(("a", "JD Vantongeren"), ("b", "J.D. Vantongeren"), ("c", "James Vantongeren"))
    assert set(link_speakers(rows)["speaker"]) == {"J.D. Vantongeren"}


def test_a_son_has_not_the_role_of_his_father() -> None:
    assert groups(
        ("a", "Piet Vantongeren", "union leader"),
        ("b", "Piet Vantongeren Jr.", "union leader's son"),
        ("c", "Pieter Vantongeren", "president of Local 12"),
    ) == [0, 1, 0]


def test_of_a_common_surname_a_short_given_name_wants_the_role() -> None:
    assert groups(("a", "Tom Smith", "senator"), ("b", "Thomas Smith", "mayor")) == [0, 1]
