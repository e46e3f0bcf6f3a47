"""Writes `pipeline/annotate/data/first_names.json`: given names that tell the gender.

The names are those of the United States' Social Security Administration (public domain)
as the package Faker carries them: the 200 commonest of each decade from the 1960s to the
1990s, with their shares. A name that both lists know is kept where one share is twenty
times the other. Run with `python -m pipeline.training.first_names`; needs `[train]`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

TARGET = Path(__file__).parents[1] / "annotate" / "data" / "first_names.json"
RATIO = 20.0


def gendered(women: Mapping[str, float], men: Mapping[str, float]) -> dict[str, list[str]]:
    """Names by gender, `f` and `m`, lower case and sorted; ambiguous ones are left out."""
    return {
        "f": sorted(name.lower() for name, share in women.items() if _leads(name, share, men)),
        "m": sorted(name.lower() for name, share in men.items() if _leads(name, share, women)),
    }


def _leads(name: str, share: float, others: Mapping[str, float]) -> bool:
    return share >= RATIO * others.get(name, 0.0)


def main() -> None:
    """Write the file anew."""
    from faker.providers.person.en_US import Provider

    names = gendered(Provider.first_names_female, Provider.first_names_male)
    TARGET.write_text(json.dumps(names, indent=0, ensure_ascii=False) + "\n", encoding="utf-8")
    print(f"{TARGET}: {len(names['f'])} women's and {len(names['m'])} men's names")


if __name__ == "__main__":
    main()
