"""Roles of one field that may be one person's: the captain is the striker, no keeper is."""

from __future__ import annotations

from pipeline.annotate.text.lexicon import words

_FIELDS: tuple[tuple[frozenset[str], frozenset[str]], ...] = (
    (
        words(
            "captain vice-captain skipper player footballer international substitute debutant "
            "scorer goalscorer veteran champion athlete star teenager teammate team-mate signing "
            "loanee rookie medallist medalist left-hander right-hander"
        ),
        words(
            "striker forward centre-forward winger midfielder playmaker defender centre-back "
            "left-back right-back full-back wing-back goalkeeper keeper goalie netminder batsman "
            "batter bowler seamer all-rounder opener wicketkeeper pitcher quarterback receiver "
            "linebacker shortstop sprinter hurdler swimmer cyclist skier boxer golfer racer driver "
            "jockey"
        ),
    ),
    (
        words(
            "professor academic scholar scientist researcher expert specialist author lecturer "
            "doctor analyst"
        ),
        words(
            "anthropologist archaeologist astronomer biologist botanist chemist climatologist "
            "consultant criminologist ecologist economist engineer epidemiologist geneticist "
            "geographer geologist glaciologist historian hydrologist immunologist inspector "
            "investigator linguist mathematician meteorologist microbiologist neuroscientist "
            "oceanographer oncologist palaeontologist paleontologist pathologist physicist "
            "primatologist psychologist seismologist sociologist toxicologist virologist "
            "volcanologist zoologist"
        ),
    ),
    (
        words("businessman businesswoman financier investor executive entrepreneur capitalist"),
        words("partner founder co-founder chairman chairwoman director manager banker trader ceo"),
    ),
    (
        words("minister mp msp"),
        words(
            "secretary undersecretary chancellor chairman chairwoman chair spokesman spokeswoman"
        ),
    ),
    (
        words("officer detective policeman policewoman"),
        words("constable sergeant inspector superintendent commander commissioner sheriff chief"),
    ),
    (
        words("lawyer attorney counsel qc kc sc"),
        words("barrister solicitor advocate"),
    ),
    (
        words("performer artist star celebrity entertainer musician"),
        words(
            "actor actress comedian dancer drummer guitarist bassist pianist rapper singer "
            "singer-songwriter songwriter violinist vocalist presenter painter sculptor "
            "illustrator printmaker potter soprano tenor baritone mezzo-soprano conductor"
        ),
    ),
)
"""Of each field, what goes with any of its roles, and roles of which a person has one."""


_POLITICIAN = words(
    "politician lawmaker legislator democrat republican conservative liberal independent"
)
_SEATS = words(
    "senator congressman congresswoman representative mp mep msp mla councillor councilor governor "
    "mayor minister president premier chancellor whip"
)


_LEARNED = words("academic scholar scientist researcher expert specialist")
_OF_LEARNING = ("ologist", "icist", "onomist")
"""How the nouns for who studies something end; more of them than any list has."""


def go_together(described: str, role: str) -> bool:
    """Whether who has one role may be described by another: both are of one field, and one
    of them goes with any role of it. Words in lower case."""
    if described in _POLITICIAN and role in _SEATS:
        return True
    if role.endswith(_OF_LEARNING) and described in _LEARNED:
        return True
    return described != role and any(
        {described, role} <= general | special and not general.isdisjoint({described, role})
        for general, special in _FIELDS
    )
