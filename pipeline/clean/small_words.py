"""The smallest words of languages that news is written in: what a text is full of, whatever
it is about."""

from __future__ import annotations

from typing import Final

ENGLISH: Final = frozenset(
    (
        "the of and to in that is was for on with he she it they as at from by said be are have "
        "has not this but which were his her their an will would been i you we had do if about "
        "who what when there your my me our its so or can could more than us a no all out up"
    ).split()
)

_OTHERS: Final = {
    "es": "de la que el en y los del se las por un para con una su al lo como más pero sus le ya "
    "o este fue ha es sobre entre también hasta desde muy ser dijo",
    "pt": "de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi "
    "ao das até será são está ser pelo pela entre sua seu ele ela você já também nesta "
    "muito",
    "fr": "de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce "
    "il sont avec été elle cette aux leur mais ont après nous être d l",
    "de": "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch "
    "es an er wird werden bei nach hat sagte dass",
    "it": "di e il la che in a per è un del una i le con non si della da al sono nel più come "
    "anche ha gli dei delle alla dal sua suo questo essere hanno stato dopo ma",
    "nl": "de van een het en in is dat op te zijn met voor niet aan er om ook als dan maar bij "
    "nog uit hij wordt zich heeft door over naar deze",
    "af": "die van en het in is dat nie te wat vir om met op hy sy hulle was deur ook sal",
    "sv": "och i att det som en på är av för med till den har de inte om ett men var jag sig från "
    "vi",
    "no": "og i det er på som en at for av med til den har de ikke om et men var seg fra vi han",
    "da": "og i det er på som en at for af med til den har de ikke om et men var sig fra vi han "
    "blev",
    "is": "og að í á er sem til um það við var með af fyrir en hann ekki hún þess frá eru",
    "fi": "ja on ei se että oli hän ovat mutta myös kun joka tai ole mukaan niin jos jo kuin sen "
    "vain ollut sekä sanoo sanoi hänen jotka sitä tämä noin",
    "et": "ja on ei et see oli ka kui ta oma mis aga või selle mida eest ning pole",
    "hu": "a az és hogy nem is egy volt meg ez csak már de még mint azt van akik szerint lesz "
    "mondta kell ezt vagy után azonban által amely lett",
    "cs": "a se na je že v s z do o to i jako podle po by pro ale jsou za byl jeho který také "
    "řekl řekla která byla jsme při kteří bude ve už",
    "sk": "a sa na je že v s z do o to aj ako podľa po by pre ale sú za bol jeho ktorý tiež "
    "povedal ktorá bola sme pri bude vo už",
    "hr": "je i u na se da za su od sa koji što to kako bi ali nije će biti bio kao iz",
    "sl": "je in na da se za v so pa ki z bi kot tudi še ne bo bil po ter pri iz bodo bila pravi "
    "tega",
    "pl": "w i na z nie do to że się jest o jak po co za od ale dla przez jego są tym ich być "
    "został zostanie powiedział powiedziała według oraz która który przy był była we już",
    "lt": "ir kad į yra su iš bet tai kaip už jis buvo apie dėl nuo ne taip po pat jau",
    "lv": "un ir ka no uz ar par bet kas tas pie kā arī bija nav tika lai pēc vai",
    "tr": "ve bir bu da de için ile çok olarak daha gibi olan sonra kadar var ama en ne ya o",
    "id": "yang dan di dengan untuk dari ini itu tidak pada dalam akan adalah ke oleh juga ada "
    "telah",
    "vi": "và của là có cho được không với một các những người trong đã này khi để từ đến ông",
    "tl": "ang ng sa na mga ay at ni si para ito kay hindi siya nang din rin kung niya",
    "sw": "ya wa na kwa ni la katika za kuwa hiyo huo alisema watu hata lakini cha pia",
    "ro": "și de în a la cu nu pe o că este un din pentru mai au care se ce sunt dar fost",
    "sq": "të e në dhe për me një që nga është ka si nuk më do u janë këtë por",
    "ca": "de la que el i en a els les per un amb del una és al no es ha va més com són",
    "gl": "de a que o e do da en un para unha os é con non por no as ao dos das máis",
    "eu": "eta da ez du bat dira zen dute baina ere izan hau egin den dela zuen ditu",
    "cy": "y yn i a yr o ar ei mae wedi ac bod am fod ond gan oedd hefyd eu",
    "ga": "agus an na ar sé tá go bhí ag le don i a ní is faoi seo sin leis",
    "ru": "и в не на что он с как по это из к за от о но его для был заявил все она",
    "bg": "и на за да се в от с че не е са по това като до при който ще беше обаче",
    "mk": "и на за да се во од со дека не е по ова како до кој ќе беше но ги",
    "sr": "и у на је да се за су од са који што то како би али није ће бити из",
    "be": "і ў не на што ён з як па гэта да за ад яго для быў але таксама ці",
}

SMALL_WORDS: Final = {"en": ENGLISH} | {
    # what English has, too, speaks for no other language
    language: frozenset(words.split()) - ENGLISH
    for language, words in _OTHERS.items()
}
"""By ISO 639-1 code."""

ENGLISH_ALONE: Final = ENGLISH.difference(*(words.split() for words in _OTHERS.values()))
"""Small words that English has, and none of the others."""
