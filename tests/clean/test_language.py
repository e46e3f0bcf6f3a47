"""English is told from other languages, and too little text from both."""

import pytest

from pipeline.clean.language import is_foreign, language_of


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The minister said on Monday that she would not be in the country for the vote."),
        (
            "es",
            "La ministra dijo el lunes que no estaría en el país para la votación de los jueces.",
        ),
        ("de", "Die Ministerin sagte am Montag, dass sie bei der Abstimmung nicht im Lande ist."),
        (
            "fr",
            "La ministre a dit lundi qu’elle ne serait pas dans le pays pour le vote des juges.",
        ),
        ("pt", "A ministra disse na segunda que não estará no país para a votação dos juízes."),
        ("ru", "Министр сказала в понедельник, что её не будет в стране во время голосования."),
        ("uk", "Міністерка сказала в понеділок, що її не буде в країні під час голосування."),
        ("ja", "大臣は月曜日に、投票の際には国内にいないと述べた。"),
        ("zh", "部长星期一表示，投票时她不会在国内。"),
        ("ar", "قالت الوزيرة يوم الاثنين إنها لن تكون في البلاد"),
        ("fi", "Ministeri sanoi maanantaina, että hän ei ole maassa, kun siitä äänestetään."),
        (
            "cs",
            "Ministryně v pondělí řekla, že se hlasování nezúčastní, protože je v cizině.",
        ),
        ("hu", "A miniszter hétfőn azt mondta, hogy nem lesz az országban, ha a ház szavaz."),
        ("sr", "Министарка је у понедељак рекла да неће бити у земљи када се буде гласало."),
        ("bg", "Министърката заяви в понеделник, че няма да е в страната за гласуването."),
        ("de", "Die Mühle bleibt stehen, sagt der Wirt."),
        ("", "Breaking news"),
        ("", ""),
    ],
)
def test_language(language: str, text: str) -> None:
    assert language_of(text) == language


def test_a_paragraph_in_another_language_is_told_from_english() -> None:
    assert is_foreign("Der Bürgermeister sagte, dass die Brücke nicht vor dem Winter fertig wird.")
    assert is_foreign("Мэр сказал, что мост не будет готов до зимы.")
    assert not is_foreign("The mayor of Rio de Janeiro, Luiz da Costa, met El País on Monday.")
    assert not is_foreign("“I don’t know,” said Marco di Santo.")
    assert not is_foreign("Madrid")
