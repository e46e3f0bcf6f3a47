"""Writes `pipeline/annotate/data/first_names.json`: given names that tell the gender.

The names are those that the package Faker carries (MIT). How surely a name tells a gender
is read from the locales that list it as a woman's or a man's: it is kept where one side
has four times as many. `common` are the commonest of the United States (Social Security
Administration, public domain): the 200 of each decade from the 1960s to the 1990s that
tell a gender by their shares. Run with `python -m pipeline.training.first_names`; needs
`[train]`.
"""

from __future__ import annotations

import json
import pkgutil
from collections import Counter
from collections.abc import Iterable, Mapping
from importlib import import_module
from pathlib import Path

from pipeline.annotate.text.lexicon import words
from pipeline.annotate.text.names import fold

TARGET = Path(__file__).parents[1] / "annotate" / "data" / "first_names.json"
RATIO_OF_LOCALES = 4.0
RATIO_OF_SHARES = 20.0
_WOMEN_OF_KENYA = words(
    "gathoni kanini karimi mueni mumbi muthoni mwende mwikali nduku ndunge nduta njeri njoki "
    "nyambura nyawira wairimu wambui wangari wangui wanja wanjiku wanjiru"
)
"""Names of women that Faker lists as men's, who bear them as family names."""


def gendered(
    women: Mapping[str, float], men: Mapping[str, float], ratio: float
) -> dict[str, list[str]]:
    """Names by gender, `f` and `m`, folded and sorted; ambiguous ones are left out.

    `women`, `men`: name → how often it is a woman's or a man's, in any unit.
    """
    return {
        "f": sorted(name for name, share in women.items() if share >= ratio * men.get(name, 0.0)),
        "m": sorted(name for name, share in men.items() if share >= ratio * women.get(name, 0.0)),
    }


def _locales() -> tuple[Counter[str], Counter[str]]:
    """Name → in how many of Faker's locales it is a woman's, a man's."""
    import faker.providers.person as package

    women: Counter[str] = Counter()
    men: Counter[str] = Counter()
    for module in pkgutil.iter_modules(package.__path__):
        if module.ispkg:
            provider = import_module(f"{package.__name__}.{module.name}").Provider
            women.update(_plain(getattr(provider, "first_names_female", ())))
            men.update(_plain(getattr(provider, "first_names_male", ())) - _WOMEN_OF_KENYA)
    women.update(_WOMEN_OF_KENYA)
    return women, men


def _plain(names: Iterable[str]) -> set[str]:
    """Names of one word in Latin letters, folded."""
    folded = {fold(name) for name in names}
    return {name for name in folded if name.isascii() and name.isalpha() and len(name) > 1}


def main() -> None:
    """Write the file anew."""
    from faker.providers.person.en_US import Provider

    names = gendered(*_locales(), RATIO_OF_LOCALES)
    women: dict[str, float] = {fold(n): share for n, share in Provider.first_names_female.items()}
    men: dict[str, float] = {fold(n): share for n, share in Provider.first_names_male.items()}
    common = gendered(women, men, RATIO_OF_SHARES)
    # The shares know better than the locales what they both know.
    names = {
        gender: sorted({*names[gender], *common[gender]} - {*common[other]})
        for gender, other in (("f", "m"), ("m", "f"))
    }
    names["common"] = sorted({*common["f"], *common["m"]})
    TARGET.write_text(json.dumps(names, indent=0, ensure_ascii=False) + "\n", encoding="utf-8")
    print(f"{TARGET}: {len(names['f'])} women's and {len(names['m'])} men's names")


if __name__ == "__main__":
    main()
