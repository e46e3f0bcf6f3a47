import hashlib
import re

import pytest

from pipeline.identifiers import LENGTH, identifier


def test_an_id_begins_its_hash() -> None:
    raw = b"Odo Brack said no."
    assert identifier(raw) == hashlib.sha256(raw).hexdigest()[:LENGTH]


@pytest.mark.parametrize(
    ("raw", "its_hash_begins"),
    [
        (b"article 3263", "8734241786525686962f"),
        (b"article 3842", "791783044e263173c864"),
        (b"article 5299", "76977370115233818914"),
    ],
)
def test_an_id_that_a_spreadsheet_would_take_for_a_number_is_taken_further_on(
    raw: bytes, its_hash_begins: str
) -> None:
    digits = hashlib.sha256(raw).hexdigest()
    assert digits.startswith(its_hash_begins)
    found = identifier(raw)
    assert found in digits
    assert len(found) == LENGTH
    assert re.search("[a-f]", found)
    with pytest.raises(ValueError):
        float(found)
