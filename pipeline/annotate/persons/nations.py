"""Where persons are from: `the Dane` is `Danish sailor Ada Brooks` or `Denmark’s Ada Brooks`."""

from __future__ import annotations

from spacy.tokens import Doc

from pipeline.annotate.persons.person import Person
from pipeline.annotate.text.doc_words import doc_words
from pipeline.annotate.text.lexicon import POSSESSIVE_MARKS

_NATIONS = """
american america
argentine argentinian argentina
australian australia
austrian austria
belgian belgium
brazilian brazil
briton british britain
bulgarian bulgaria
canadian canada
chilean chile
chinese china
colombian colombia
croat croatian croatia
czech czechia
dane danish denmark
dutchman dutchwoman dutch netherlands
egyptian egypt
englishman englishwoman english england
estonian estonia
finn finnish finland
frenchman frenchwoman french france
georgian georgia
german germany
ghanaian ghana
greek greece
hungarian hungary
indian india
indonesian indonesia
iranian iran
iraqi iraq
irishman irishwoman irish ireland
israeli israel
italian italy
jamaican jamaica
japanese japan
kazakh kazakhstan
kenyan kenya
latvian latvia
lithuanian lithuania
mexican mexico
moroccan morocco
nigerian nigeria
norwegian norway
pakistani pakistan
peruvian peru
pole polish poland
portuguese portugal
romanian romania
russian russia
saudi arabia
scot scotsman scottish scotland
senegalese senegal
serb serbian serbia
slovak slovakian slovakia
slovene slovenian slovenia
spaniard spanish spain
swede swedish sweden
swiss switzerland
thai thailand
tunisian tunisia
turk turkish turkey
ukrainian ukraine
uruguayan uruguay
welshman welshwoman welsh wales
zimbabwean zimbabwe
"""
"""A line for each: what its people are called, and last its name."""
_LINES = [line.split() for line in _NATIONS.split("\n") if line]
_PEOPLES = {word: line[-1] for line in _LINES for word in line[:-1]}
_OF_BRITAIN = frozenset({"england", "scotland", "wales"})
_COUNTRIES = frozenset(line[-1] for line in _LINES)


def nation_of(people: str) -> str:
    """The country of `dane` or `danish`; "" for any other word."""
    return _PEOPLES.get(people, "")


def nations_of(doc: Doc, person: Person) -> frozenset[str]:
    """The countries that an article tells somebody to be from: in a role, or as the owner in
    front of the name. Who coaches Denmark need not be a Dane."""
    told = {_PEOPLES[word] for role in person.roles for word in role.words if word in _PEOPLES}
    words = doc_words(doc)
    for start, _ in person.mentions:
        if start > 1 and words.words[start - 1] in POSSESSIVE_MARKS:
            told |= {words.lower[start - 2]} & _COUNTRIES
    if "britain" in told:
        # "The British sailor" may be a Scot, and a Scot is a Briton.
        return frozenset(told | _OF_BRITAIN)
    return frozenset(told if told.isdisjoint(_OF_BRITAIN) else told | {"britain"})
