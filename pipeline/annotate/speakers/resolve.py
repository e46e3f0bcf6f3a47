"""Takes every source mention of an article to its speaker."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property

from spacy.tokens import Doc

from pipeline.annotate.mentions.parts import Part
from pipeline.annotate.mentions.wording import byline_authors
from pipeline.annotate.persons.bodies import Bodies
from pipeline.annotate.quotations.bare_turns import asked_at
from pipeline.annotate.speakers.author_notes import authors_noted
from pipeline.annotate.speakers.called_they import called_they, last_called_they
from pipeline.annotate.speakers.counted import counted, of_them, pronoun_of_all
from pipeline.annotate.speakers.documents import (
    Published,
    introduced_documents,
    published_documents,
    reported_before,
    same_document,
    stated_document,
    with_one_name,
)
from pipeline.annotate.speakers.fuller_groups import fuller_group
from pipeline.annotate.speakers.interviewees import announced, interviewee
from pipeline.annotate.speakers.part_speakers import JOINT, UNKNOWN, PartSpeakers, joined
from pipeline.annotate.speakers.plurals import READERS, Antecedents
from pipeline.annotate.speakers.references import References
from pipeline.annotate.speakers.relatives import relative_antecedents
from pipeline.annotate.speakers.signed_letters import SignedLetters
from pipeline.annotate.speakers.sources import is_heard_in
from pipeline.annotate.speakers.spoken_before import BODIES, LOOK_BACK, SpokenBefore
from pipeline.annotate.text.cue_words import SAYING, TOLD_OF
from pipeline.annotate.text.doc_words import doc_words
from pipeline.annotate.text.layout import Layout
from pipeline.annotate.text.lexicon import (
    EVIDENTIALS,
    POSSESSIVE_MARKS,
    words,
)
from pipeline.annotate.text.pronouns import PRONOUNS
from pipeline.annotate.text.sections import section_starts
from pipeline.annotate.text.spans import token_span, tokens_of
from pipeline.annotate.text.turn_labels import QUESTION, is_turn, question_or_answer
from pipeline.records import Quotation, Speaker

_BETWEEN = 3
"""Tokens from the last of a statement to the pronoun behind it, marks between them."""
_ASKED = ("?”", '?"', "?’", "?'")
"""Ends of a question in quotation marks: who answers it is another."""
_TOLD_AT_END = ({"warned"}, {"told"}, {"urged"})
"""Cues that end headlines as participles: `islanders warned`."""
_PASSIVE = words("was were been being")
_WITHOUT_HEARER = words("that of to in :")
"""What follows `told` where it does not say whom."""
_PAIRS = frozenset({"the two", "the pair", "the duo"})
_I = words("i me my myself")
_OF_SPEECH = frozenset({"my", "your"})
"""Owners that are who speaks and who is spoken to."""
_IS = frozenset({"is", "was"})
_STATES = BODIES | {"GPE"}
"""Labels of what may be a subject, what has an ambassador among them."""
_TOLD = (TOLD_OF - words("agreed decided proposed")) | words(
    "pointed recalled learned learnt gathered found discovered observed"
)
"""Participles of what `it was` told; what it was decided is a body's decision."""
_OWN_TEXT = words("article story piece column post")


class Resolver:
    """The speakers of one article. Built once for a Doc; asks nothing of other articles."""

    def __init__(
        self,
        doc: Doc,
        layout: Layout,
        references: References,
        *,
        byline: str = "",
    ):
        self.doc = doc
        self.layout = layout
        self.bodies = Bodies(doc, layout)
        self._references = references
        self.cast = references.cast
        self._written = PartSpeakers(doc, layout, references, self.bodies)
        self._antecedents = Antecedents(doc, layout, self.cast, self.bodies)
        self._authors = JOINT.join(byline_authors(byline) or authors_noted(doc, layout, self.cast))
        self._text = doc_words(doc).text
        self._letters = SignedLetters(self._text)
        self._asked_at = asked_at(self._text, doc._.title_end)
        self._quotations: tuple[Quotation, ...] = doc._.quotations
        self._contents = [frozenset(tokens_of(doc, q.content)) for q in self._quotations]
        self._speakers: dict[int, Speaker] = {}
        self._resolving: set[int] = set()
        self._order = sorted(range(len(self._quotations)), key=self._position)
        self._spoken = SpokenBefore(
            doc, layout, references, self._written, self.bodies, self._order, self._speaker
        )

    @cached_property
    def _told(self) -> list[Published]:
        """The documents that the article tells of, read where a source is one."""
        return [
            *published_documents(self.doc, self.layout, self.cast, self._references.persons),
            *introduced_documents(self.doc, self.layout),
        ]

    @cached_property
    def _section(self) -> list[int]:
        return section_starts(self.doc)

    def speakers(self) -> list[Speaker]:
        """The speaker of each of `doc._.quotations`, in their order."""
        # In the order of the sources, so that looking back never runs deep.
        for index in self._order:
            self._speaker(index)
        found = []
        for index in self._order:
            quotation = self._quotations[index]
            spans = quotation.source or quotation.cue or quotation.content
            at = token_span(self.doc, spans)[0]
            found.append((self.layout.paragraph[at], self._speakers[index]))
        self._speakers.update(zip(self._order, with_one_name(found), strict=True))
        return [self._speakers[index] for index in range(len(self._quotations))]

    def _position(self, index: int) -> tuple[int, int]:
        quotation = self._quotations[index]
        spans = quotation.source or quotation.cue or quotation.content
        return (spans[0][0] if spans else 0, index)

    def _speaker(self, index: int) -> Speaker:
        if index not in self._speakers:
            if index in self._resolving:
                return UNKNOWN
            self._resolving.add(index)
            self._speakers[index] = self._resolve(index)
            self._resolving.discard(index)
        return self._speakers[index]

    def _resolve(self, index: int) -> Speaker:
        quotation = self._quotations[index]
        parts = self._references.parts[index]
        if not parts or self._only_hears(quotation) or self._only_listens(index):
            return self._without_source(index)
        found: list[Speaker] = []
        for part in parts:
            speaker = self._of_part(index, part, found[-1].name if found else "")
            if speaker.name:
                found.append(speaker)
        if not found:
            found = [self._of_part(index, parts[0], "")]
        return replace(
            joined(_as_bodies(found)),
            text=" … ".join(
                " ".join(self._text[start:end].split()) for start, end in quotation.source
            ),
            start=quotation.source[0][0],
            end=quotation.source[-1][1],
        )

    def _only_hears(self, quotation: Quotation) -> bool:
        """`The court heard it was cold`, `Hall was cold, court told`: somebody told it so."""
        if not is_heard_in(self._text, quotation):
            return False
        cue = " ".join(self._text[start:end] for start, end in quotation.cue)
        last = quotation.cue[-1][1]
        return "told" not in cue.split() or self._text[last : last + 1] in ("", "\n")

    def _only_listens(self, index: int) -> bool:
        """Whether a source is told something and tells nothing itself."""
        return self._is_told_at_end(index) or self._is_told(index)

    def _is_told(self, index: int) -> bool:
        """Whether a passive says who hears: `The jury |was told|`, `Staff were called in and
        |told| that`, a headline's `Staff |told| of cuts`. Who tells, tells somebody."""
        quotation = self._quotations[index]
        lower = doc_words(self.doc).lower
        cue = tokens_of(self.doc, quotation.cue)
        told = next((at for at in cue if lower[at] == "told"), -1)
        end = token_span(self.doc, quotation.source)[1]
        if told < end:
            return False
        if lower[told - 1] in _PASSIVE:
            return True
        if not _WITHOUT_HEARER.issuperset(lower[told + 1 : told + 2]):
            return False
        called = self.layout.sentence[told] == self.layout.sentence[end - 1]
        called = called and not _PASSIVE.isdisjoint(lower[end:told])
        return called or (end == told and self.doc[told].idx < self.doc._.title_end)

    def _is_told_at_end(self, index: int) -> bool:
        """Whether a headline ends with who was told: `‘No ferries’, |islanders| warned`."""
        quotation = self._quotations[index]
        if self._spoken.cue_words(index) not in _TOLD_AT_END or not quotation.content:
            return False
        end = quotation.cue[-1][1]
        ends = end <= self.doc._.title_end and self._text[end : end + 1] in ("", "\n")
        before = quotation.content[-1][1] <= quotation.source[0][0]
        many = all(part.type in {"group", "unknown"} for part in self._references.parts[index])
        return ends and before and many

    def _of_part(self, index: int, part: Part, joined_to: str) -> Speaker:
        said = self.doc[part.start : part.end].text.lower()
        each = said == "each" and self.doc[part.start - 1].text == ","
        if (said == "both" or each) and (
            two := self._antecedents.both(part.start, self._spoken.earlier(index))
        ):
            return two
        if said in _PAIRS and (two := self._pair_before(index, part)) is not None:
            return two
        some = counted(self.doc, self.layout, part)
        if some is None or " " not in some.name:
            some = self._spoken.another(index, part) or some
        if some is not None:
            return some
        if (them := pronoun_of_all(self.doc, part)) is not None:
            all_of_them = self._antecedents.of(them, self._spoken.earlier(index))
            if (some := of_them(self.doc, self.layout, part, all_of_them)) is not None:
                return some
        if part.form == "pronoun":
            speaker = self._of_pronoun(index, part)
            weighed = self._references.probabilities.get(part.start)
            # Whom an article only describes was not weighed against anybody.
            unweighed = not weighed and speaker.type == "unnamed"
            probability = None if unweighed else weighed
            return replace(speaker, basis="pronoun", probability=probability)
        turn = is_turn(self.doc, self._quotations[index])
        if turn and (label := self._label(index)):
            return self._author(part.start) if label == QUESTION else self._interviewee()
        if part.form == "name":
            return self._written.of_name(part, turn)
        if turn and part.type != "unknown" and self.doc[part.start : part.end].text.isupper():
            return self._written.labelled(part)
        if (same := self._spoken.taken_up(index, part)) is not None:
            return same
        if part.type == "group" and (
            fuller := fuller_group(self.doc, self.layout, part, self._spoken.earlier(index))
        ):
            return fuller
        speaker = self._written.of_description(part, joined_to or self._owner(index, part))
        if speaker.type == "document" and part.definite:
            if self.doc[part.start].lower_ == "this" and part.head in _OWN_TEXT:
                # "This article was updated" is about itself.
                return speaker
            return self._same_document(index, part, speaker)
        return speaker

    def _pair_before(self, index: int, part: Part) -> Speaker | None:
        """The two who spoke together last, in this paragraph or the one before: `The two clerks
        said so. “No,” |the two| wrote`."""
        earlier = self._spoken.earlier(index)
        if not earlier:
            return None
        at, who = earlier[-1]
        near = self.layout.paragraph[part.start] - self.layout.paragraph[at] <= 1
        pair = who.type == "person" and who.name.count(JOINT) == 1
        return replace(who, basis="description") if near and pair else None

    def _same_document(self, index: int, part: Part, speaker: Speaker) -> Speaker:
        """The document by the name that the article gave it before: `the report`."""
        first = self._section[part.start]
        told = [each for each in self._told if first <= each.at < part.start]
        earlier = [each for each in self._spoken.earlier(index) if each[0] >= first]
        stated = (stated_document(self.doc, self.layout, *each, part.start) for each in earlier)
        told.extend(filter(None, stated))
        if part.head == "report":
            reported = reported_before(self.doc, self.layout, self.bodies, part.start)
            # "The wire reported that, by an analysis of the files, …"
            within = {self.layout.sentence[each.at] for each in reported}
            told = [e for e in told if e.name or self.layout.sentence[e.at] not in within]
            told.extend(reported)
        said = doc_words(self.doc).lower[part.start : part.end]
        return same_document(part, said, speaker, earlier, told)

    def _owner(self, index: int, part: Part) -> str:
        """Who `its` and `their`, or in speech `my` and `your`, in a description stand for."""
        first = self.doc[part.start].lower_
        if first in _OF_SPEECH:
            turn = self._turn_around(index, part.start)
            own = Part(part.start, part.start + 1, "pronoun", head=first, pronoun=PRONOUNS[first])
            if first == "your":
                return self._addressed_in(turn).name if turn is not None else ""
            spoken = turn is not None or self.layout.quoted[part.start]
            return self._first_person(index, own).name if spoken else ""
        for at in range(part.start, part.end):
            word = self.doc[at].lower_
            if word == "its" or (word == "their" and part.type == "organization"):
                own = Part(at, at + 1, "pronoun", head=word, pronoun=PRONOUNS[word])
                start = self.layout.sentence_start[at]
                opens = start < at and not self.layout.quoted[at]
                owned = doc_words(self.doc).lower[part.start : at]
                opens = opens and POSSESSIVE_MARKS.isdisjoint(owned)
                if word == "its" and opens and (body := self._spoken.subject_of(start, _STATES)):
                    return body
                return self._antecedents.of(own, self._spoken.earlier(index)).name
        return ""

    def _label(self, turn: int) -> str:
        """`QUESTION` or `ANSWER` where a turn is labelled so (`Q1:`), else ""."""
        parts = self._references.parts[turn]
        return question_or_answer(self.doc[parts[0].start : parts[0].end].text) if parts else ""

    def _asked(self, index: int) -> bool | None:
        """Whether a turn of an interview asks; None if it is no turn, or its label names
        somebody."""
        quotation = self._quotations[index]
        if not quotation.source:
            return None if quotation.cue else self._asked_at.get(quotation.content[0][0])
        label = self._label(index)
        return label == QUESTION if label else None

    def _interviewee(self) -> Speaker:
        """Whom the article is about before the questions begin."""
        authors = self._authors.split(JOINT)
        if self._asked_at:
            first = min(self._asked_at)
            person = announced(self.doc, self.cast, first, authors, self.doc._.title_end)
        else:
            first = min(q.source[0][0] for q in self._quotations if is_turn(self.doc, q))
            person = interviewee(self.doc, self.cast, first, authors)
        if person is None:
            return UNKNOWN
        return replace(self._written.person(person), basis="description")

    def _of_pronoun(self, index: int, part: Part) -> Speaker:
        assert part.pronoun is not None
        match part.pronoun.reference:
            case "person":
                person = self._references.persons.get(part.start)
                if person is not None and self._is_own_speaker(index, part, person):
                    return UNKNOWN
                if person is None and part.start in self._references.taken_up:
                    return self._taken_up(index, self._references.taken_up[part.start])
                return self._written.person(person) if person is not None else UNKNOWN
            case "self":
                return self._first_person(index, part)
            case "thing" if part.head == "it" and self._is_told_of(index):
                return UNKNOWN
            case "plural" if (person := self._called_they(index, part)) is not None:
                return self._written.person(person)
            case "plural" | "thing":
                taken = self._antecedents.of(
                    part, self._spoken.earlier(index), self._since(index, part)
                )
                if not taken.name and part.head == "they":
                    return self._one_called_they(index, part)
                if self.layout.quoted[part.start] and part.head == "they":
                    # “They said we'd lose,” he said, when the Associated Press called the race.
                    press = taken.type == "organization" and not self.bodies.may_speak(taken.name)
                    taken = UNKNOWN if press else taken
                if taken.type != "document" or " " in taken.name:
                    return taken
                return self._same_document(index, replace(part, head=taken.name), taken)
            case "relative":
                return self._relative(index, part)
            case "reader" if (turn := self._turn_around(index, part.start)) is not None:
                return self._addressed_in(turn)
            case "reader" if not self._is_quoted(part.start):
                return Speaker(READERS, "group")
        return UNKNOWN

    def _is_own_speaker(self, index: int, part: Part, person: int) -> bool:
        """Whether `he` inside quotation marks would be who is quoted there, who says I."""
        outer = self._quotations[index].nested_in
        if outer is None or not self.layout.quoted[part.start]:
            return False
        if self._quotations[outer].kind != "direct":
            return False
        return self._speaker(outer).name == self.cast.persons[person].name

    @cached_property
    def _who_is_they(self) -> frozenset[int]:
        return called_they(self.doc, self.layout, self.cast)

    def _called_they(self, index: int, part: Part) -> int | None:
        """Who `they` is where the article tells of somebody who goes by it."""
        if not self._who_is_they:
            return None
        earlier = self._spoken.earlier(index)
        return last_called_they(self._who_is_they, part.start, self.layout, self.cast, earlier)

    def _one_called_they(self, index: int, part: Part) -> Speaker:
        """`one minister` of `One minister said so. “It is late,” |they| said`: the unnamed who
        spoke last, and of whom the article does not tell whether they are he or she."""
        earlier = self._spoken.earlier(index)
        if not earlier:
            return UNKNOWN
        at, speaker = earlier[-1]
        here = self.layout.paragraph[part.start] == self.layout.paragraph[at]
        one = speaker.type == "unnamed" and JOINT not in speaker.name
        told = here and one and not self.layout.quoted[part.start]
        return replace(speaker, basis="pronoun") if told else UNKNOWN

    def _taken_up(self, index: int, part: Part) -> Speaker:
        """Somebody whom an article only describes, as that source is read where it is one."""
        for other, parts in enumerate(self._references.parts):
            if len(parts) == 1 and parts[0].start == part.start and parts[0].form == "nominal":
                return self._speaker(other)
        return self._written.of_description(part, self._owner(index, part))

    def _is_told_of(self, index: int) -> bool:
        """Whether a cue is a passive: `It |was pointed out| that it rained` is nobody's word."""
        cue = [self.doc[at].lower_ for at in tokens_of(self.doc, self._quotations[index].cue)]
        told = not _TOLD.isdisjoint(cue[1:])
        return told and (cue[0] in _IS or cue[:2] in (["has", "been"], ["had", "been"]))

    def _since(self, index: int, part: Part) -> int | None:
        """First token of the statement, not in quotation marks, that stands right in front of
        `it said` or `they said`; None where none does."""
        if part.head not in {"it", "they"} or SAYING.isdisjoint(self._spoken.cue_words(index)):
            return None
        source, place = self._quotations[index].source, self._spoken.place[index]
        for other in self._order[max(0, place - LOOK_BACK) : place + 1]:
            quotation, content = self._quotations[other], self._contents[other]
            if quotation.source != source or quotation.kind == "direct":
                continue
            before = [at for at in content if at < part.start]
            if not before:
                continue
            here = part.start < self.layout.sentence_end[min(before)]
            if here and part.start - max(before) <= _BETWEEN and part.start not in content:
                return min(before)
        return None

    def _relative(self, index: int, part: Part) -> Speaker:
        antecedents = relative_antecedents(self.doc, self.layout, self.cast, part)
        pronoun = antecedents[0].pronoun if antecedents else None
        if pronoun is not None and pronoun.reference == "self":
            # "I am somebody who believes": as I.
            return self._first_person(index, antecedents[0])
        return self._written.relative(antecedents)

    def _turn_around(self, index: int, at: int) -> int | None:
        """The turn of a conversation that a token stands in; None if in none."""
        for other, content in enumerate(self._contents):
            if other != index and at in content:
                turn = is_turn(self.doc, self._quotations[other])
                if turn or self._asked(other) is not None:
                    return other
        return None

    def _addressed_in(self, turn: int) -> Speaker:
        """Whom a question addresses as you: who answers."""
        return self._interviewee() if self._asked(turn) else UNKNOWN

    def _is_quoted(self, at: int) -> bool:
        return self.layout.quoted[at] or at in self._references.sources.quoted_by

    def _first_person(self, index: int, part: Part) -> Speaker:
        """I and we: whoever speaks the words around them, or else the author."""
        around = [
            other
            for other, content in enumerate(self._contents)
            if other != index and part.start in content
        ]
        if around:
            inner = min(around, key=lambda other: len(self._contents[other]))
            if self.layout.quoted[part.start] or self._is_speech(inner):
                speaker = self._speaker(inner)
                if part.head in _I and speaker.type == "organization":
                    # "He said, according to Port Wire: “I …”": a body says we.
                    others = [self._speaker(other) for other in around]
                    speaker = next((s for s in others if s.type == "person"), speaker)
                return speaker
        if self.layout.quoted[part.start]:
            return UNKNOWN
        return self._author(part.start)

    def _is_speech(self, index: int) -> bool:
        """Whether a statement is told word for word without marks: a letter set as a block,
        a turn of a transcript (`STONE: I think …`)."""
        quotation = self._quotations[index]
        return quotation.kind == "direct" or is_turn(self.doc, quotation)

    def _author(self, at: int) -> Speaker:
        """Whose voice a text speaks in at a token: the letter's that it stands in, or else
        the article's."""
        return Speaker(self._letters.author_at(self.doc[at].idx) or self._authors, "author")

    def _without_source(self, index: int) -> Speaker:
        quotation = self._quotations[index]
        if (asked := self._asked(index)) is not None:
            return self._author(self._first_token(index)) if asked else self._interviewee()
        content = self._contents[index]
        cue = [self.doc[at].lower_ for at in tokens_of(self.doc, quotation.cue)]
        if cue:
            if not EVIDENTIALS.isdisjoint(cue):
                return self._author(self._first_token(index))
            if not cue[0].endswith("ing"):
                return UNKNOWN
            if (behind := self._speaks_in_main_clause(index)) is not None:
                return self._carried(behind)
            before = self._before(index)
            if before is None:
                return UNKNOWN
            same_sentence = self._sentence(before) == self._sentence(index)
            return self._carried(before) if same_sentence else UNKNOWN
        quoted = sum(self.layout.quoted[at] for at in content)
        if content and quoted >= 0.8 * len(content):
            before = self._before(index)
            if before is not None and self._is_still_heard(before, index):
                return self._carried(before)
        return UNKNOWN

    def _is_still_heard(self, before: int, index: int) -> bool:
        """Whether who spoke in a paragraph goes on in the next, or in the one after it where
        what stands between names nobody else and leads up to nothing."""
        apart = self._paragraph(index) - self._paragraph(before)
        if apart == 1 and self._text.endswith(_ASKED, 0, self._quotations[before].content[-1][1]):
            return False
        if apart != 2:
            return apart <= 1
        own = self._first_token(index)
        between = range(self.layout.sentence_start[self._last_token(before)], own)
        middle = [at for at in between if self.layout.paragraph[at] == self._paragraph(index) - 1]
        name = self._speaker(before).name
        others = {self.cast.at_token[at] for at in middle if at in self.cast.at_token}
        lead = next(
            (self.doc[at].text for at in reversed(between) if self.doc[at].text.strip()), ""
        )
        return lead != ":" and all(self.cast.persons[p].name == name for p in others)

    def _speaks_in_main_clause(self, index: int) -> int | None:
        """The statement of `Asking for calm, Brooks said …` that tells who asks."""
        at = token_span(self.doc, self._quotations[index].cue)[0]
        if at > self.layout.sentence_start[at] + 1:
            return None
        for other in self._order[self._spoken.place[index] + 1 :]:
            if not self._quotations[other].source:
                continue
            source = token_span(self.doc, self._quotations[other].source)[0]
            if self.layout.sentence[source] != self.layout.sentence[at]:
                return None
            return other
        return None

    def _carried(self, index: int) -> Speaker:
        speaker = self._speaker(index)
        if not speaker.name:
            return UNKNOWN
        return replace(speaker, basis="carried", text="", start=None, end=None)

    def _before(self, index: int) -> int | None:
        """The quotation of the outer layer whose content stands last before this one's."""
        if not self._quotations[index].content:
            return None
        own = self._quotations[index].content[0][0]
        earlier = [
            (quotation.content[0][0], other)
            for other, quotation in enumerate(self._quotations)
            if other != index
            and quotation.nested_in is None
            and quotation.content
            and quotation.content[0][0] < own
        ]
        return max(earlier)[1] if earlier else None

    def _first_token(self, index: int) -> int:
        return min(self._contents[index], default=0)

    def _last_token(self, index: int) -> int:
        return max(self._contents[index], default=0)

    def _sentence(self, index: int) -> int:
        return self.layout.sentence[self._first_token(index)]

    def _paragraph(self, index: int) -> int:
        return self.layout.paragraph[self._first_token(index)]


def _as_bodies(speakers: list[Speaker]) -> list[Speaker]:
    """The speakers of `Brightway Group, Halden and Stone declined`: beside a body, who goes by one
    name and has no title is a body, too."""
    if all(speaker.type != "organization" for speaker in speakers):
        return speakers
    return [
        replace(each, type="organization")
        if each.type == "person" and not each.title and " " not in each.name
        else each
        for each in speakers
    ]
