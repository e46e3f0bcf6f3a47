"""What date a time expression stands for, as an ISO date that may be partial.

Calendar dates of no plain form go through dateparser. Weekdays, periods and distances are
counted here, because a statement was made on the last such day and because a partial date
must stay partial ("last month" is `2019-12`, not a day of it).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import MAXYEAR, date, datetime, timedelta
from functools import lru_cache

from pipeline.annotate.dating.feasts import FEAST, feast_day
from pipeline.annotate.dating.plain_dates import plain_date
from pipeline.annotate.dating.time_expressions import (
    MONTHS,
    NUMBERS,
    VAGUE_NUMBERS,
    WEEKDAYS,
    TimeExpression,
)
from pipeline.months import MONTH_WORD, month_number

ANY_DAY = "8888-12-31"
"""The day of publication where none is known: what counts from it is of no year that is told."""
FIRST_OF_NO_YEAR = "3"
"""What the dates of articles stand before: those from here on are counted from `ANY_DAY`."""
_DAY = len("2020-01-06")
_FEAST = re.compile(FEAST, re.IGNORECASE)
_MONTH_NAME = re.compile(rf"\b(?:{MONTH_WORD})\b")
_LONGEST_WITHOUT_YEAR = timedelta(days=300)
_LAST_MONTH_OF_SEASON = {"spring": 5, "summer": 8, "fall": 11, "autumn": 11, "winter": 2}
_UNIT = re.compile(
    r"(minute|hour|day|night|morning|afternoon|evening|weekend|week|fortnight|month|quarter|year|decade"
    r"|spring|summer|fall|autumn|winter|season)s?\b"
)
_DAY_UNITS = frozenset(("minute", "hour", "day", "night", "morning", "afternoon", "evening"))
_WHICH_YEAR = re.compile(
    r"(?: of)? (last|this|next|that|the same|the following|the previous) year$"
)
"""What stands behind a day or a month: `May of |last year|`."""
_YEARS_ON = {"last": -1, "next": 1, "the following": 1, "the previous": -1}
_MONTH_AND_DAY = re.compile(rf"\b(?:{'|'.join(name[:3] for name in MONTHS)})[a-z]*\.?|\d{{1,4}}")


def resolve(
    expression: TimeExpression, published: str, *, anchor: str = "", ahead: bool = False
) -> str:
    """The ISO date, full or partial, that an expression stands for; "" if not known, or if it
    is none of the calendar: `800,000 days ago`.

    `published` and `anchor` are ISO dates, full, partial or "": the article's, and that
    of what was told just before, which "the next day" counts from. `ahead` says that
    the tense points to the future: then "Monday" is the next one, else the last one.
    """
    words = re.sub(r"[’]", "'", expression.text.lower())
    try:
        if expression.kind in _OF_A_YEAR and (which := _WHICH_YEAR.search(words)):
            since = published if which[1] in ("last", "this", "next") else anchor
            year = _moved(since, "year", _YEARS_ON.get(which[1], 0))
            words = f"{words[: which.start()]} {year}"
            return _OF_A_YEAR[expression.kind](words, published, ahead) if year else ""
        if expression.kind in _COUNTED_FROM_BEFORE or (
            expression.kind != "recent" and _is_anaphoric(words)
        ):
            if "in the day" in words and len(anchor) < _DAY:
                # "later in the day" plays on no month that was told before.
                anchor = ""
            return _from_anchor(words, anchor or (published if "in the" in words else ""))
        rule = _RULES.get(expression.kind)
        return rule(words, published, ahead) if rule else ""
    except (ValueError, OverflowError):
        return ""


def shift_days(start: str, days: int) -> str:
    """A full ISO date moved by days; a partial one, or what would leave the calendar, as it is."""
    try:
        return _moved(start, "day", days) or start
    except OverflowError:
        return start


def counted_from(start: str, words: str, *, back: bool) -> str:
    """The date that `three days` or `the week`, in front of `after` or `before`, is from another;
    "" if not known. With an article, more than a day is a stretch of time: no day of it is meant.
    """
    words = words.lower()
    bare = re.sub(r"^the\s+(?:(?:first|last|final|next)\s+)?", "", words)
    unit = _unit(bare)
    stretch = bare != words and unit not in ("minute", "hour")
    count = None if stretch and bare.endswith("s") else _count(bare)
    try:
        date = _shifted(start, unit, count, back=back)
    except (ValueError, OverflowError):
        return ""
    return date if not stretch or unit in _DAY_UNITS else date[: len("2020-01")]


def not_after(date: str, published: str) -> bool:
    """Whether a date may be of the time up to another, as far as both are told."""
    known = min(len(date), len(published))
    return date[:known] <= published[:known]


def _is_anaphoric(words: str) -> bool:
    return bool(
        re.search(r"\b(?:that|same|following|previous|the next)\b", words)
        or re.search(r"\b(?:earlier|later|before|prior|after|on)$", words)
    )


def _from_anchor(words: str, anchor: str) -> str:
    if not anchor or anchor.startswith("-"):
        return ""
    if (weekday := _weekday_in(words)) is not None:
        if "following" in words:
            return _weekday(weekday, anchor, 1)
        return _weekday(weekday, anchor, -1 if "previous" in words else 0)
    if month := _month_in(words):
        return f"{anchor[:4]}-{month:02d}"
    unit = _unit(words)
    if (unit in ("minute", "hour") or words.startswith("afterward")) and len(anchor) < _DAY:
        # "A few minutes later": in a talk that remembers some June.
        return ""
    # "Later that day" is of the day itself.
    within = re.search(r"\bin the\b|\bthat\b|\bsame\b", words)
    if not within and re.search(r"\b(?:following|next|later|after)\b|\bon$", words):
        return _shifted(anchor, unit, _count(words))
    if not within and re.search(r"\b(?:previous|earlier|before|prior)\b", words):
        return _shifted(anchor, unit, _count(words), back=True)
    return {"month": anchor[:7], "week": anchor[:7], "year": anchor[:4]}.get(unit, anchor)


def _ago(words: str, published: str, ahead: bool) -> str:
    found = _shifted(published, _unit(words), _count(words), back=True)
    # From a day that nobody knows, "7,000 years ago" would be of a year that is told.
    return "" if published == ANY_DAY and found < FIRST_OF_NO_YEAR else found


def _recent(words: str, published: str, ahead: bool) -> str:
    if re.search(r"\b(?:next|coming|following|previous)\b", words):
        # A stretch of time is no day of it: "over the next two years".
        return ""
    unit = _unit(words)
    if unit in ("day", "week"):
        return published[:7]
    return published[:4] if unit == "month" else ""


def _relative(words: str, published: str, ahead: bool) -> str:
    unit = _unit(words)
    if unit in _DAY_UNITS and words.startswith("the last "):
        # "On the last morning we docked": of whatever was told of.
        return ""
    if words.endswith(" before last"):
        return _relative(f"last {unit}", _moved(published, unit, -1), ahead)
    back, forth = "last" in words.split(), bool(re.search(r"\b(?:next|coming)\b", words))
    if unit == "weekend":
        return _weekend(published, back, forth)
    if unit in _LAST_MONTH_OF_SEASON:
        return _season(unit, published, back, forth)
    if unit == "quarter" or unit == "season":
        unit = "year"
        back = back and published[5:7] < "04"
    moved = _moved(published, unit, -1 if back else 1 if forth else 0)
    return moved[:7] if unit == "week" else moved


def _deictic(words: str, published: str, ahead: bool) -> str:
    if "yesterday" in words or "last" in words.split():
        return _moved(published, "day", -2 if "before" in words else -1)
    return _moved(published, "day", 1) if "morrow" in words else published


def _named_weekday(words: str, published: str, ahead: bool) -> str:
    weekday = _weekday_in(words)
    if weekday is None:
        return ""
    if words.startswith("a week ") or words.endswith(" before last"):
        return _moved(_weekday(weekday, published, -1), "day", -7)
    if re.search(r"\b(?:next|coming)\b", words):
        return _weekday(weekday, published, 1)
    if words.endswith("last week"):
        return _weekday(weekday, _weekday(6, published, -1), 0)
    if re.search(r"\blast\b", words):
        return _weekday(weekday, published, -1)
    if ahead:
        today = _weekday(weekday, published, 0)
        return today if today == published else _weekday(weekday, published, 1)
    return _weekday(weekday, published, 0)


def _named_month(words: str, published: str, ahead: bool) -> str:
    # "the last week of October" is no last October.
    words = words.rpartition(" of ")[2]
    month, year = _month_in(words), published[:4]
    if not month or not year:
        return ""
    if now := int(published[5:7] or 0):
        if ahead or "next" in words:
            year = str(int(year) + (month < now or (month == now and "next" in words)))
        else:
            year = str(int(year) - (month > now or (month == now and "last" in words)))
    return f"{year}-{month:02d}"


def _calendar(words: str, published: str, ahead: bool) -> str:
    parts = " ".join(match[0] for match in _MONTH_AND_DAY.finditer(words))
    has_year = re.search(r"\d{4}", parts) is not None
    if not has_year and not published:
        return ""
    base = _last_day(published or "2000")
    found = _parsed(parts, base, ahead and not has_year)
    known = len(published) > len("2020") and published != ANY_DAY
    if has_year or ahead or len(found) < _DAY or not known:
        return found
    # "Feb. 1" in January is the coming one: the past one would be given with its year.
    is_long_ago = base - date.fromisoformat(found) > _LONGEST_WITHOUT_YEAR
    return _parsed(parts, base, True) if is_long_ago else found


def _numeric(words: str, published: str, ahead: bool) -> str:
    if "/" in words and "/" not in words[:4]:
        return date.fromisoformat(words.replace("/", "-")).isoformat()
    if parts := re.fullmatch(r"(\d+)[.-](\d+)[.-](\d{4})", words):
        day, month, year = (int(part) for part in parts.groups())
        # Those who write dots or dashes put the day first.
        return (date(year, month, day) if month <= 12 else date(year, day, month)).isoformat()
    return _parsed(words.replace("-", " "), _last_day(published or "2000"), False)


def _ordinal(words: str, published: str, ahead: bool) -> str:
    if len(published) < 7:
        return ""
    day, base = int(re.sub(r"\D", "", words)), _last_day(published)
    for months_back in (0, 1, 2):
        month = _first_of_month(base, -months_back)
        try:
            found = month.replace(day=day)
        except ValueError:
            continue
        if found <= base or ahead:
            return found.isoformat()
    return ""


def _old_style(words: str, published: str, ahead: bool) -> str:
    """`the 3rd inst.` is of this month, `the 28th ult.` of the last."""
    if len(published) < len("2020-01"):
        return ""
    back = "ult" in words or "last" in words
    month = _first_of_month(_last_day(published), -back)
    return month.replace(day=int(re.sub(r"\D", "", words))).isoformat()


def _anniversary(words: str, published: str, ahead: bool) -> str:
    """`On this day in 1969`"""
    if len(published) < _DAY:
        return words[-4:]
    if _unit(words) == "day":
        return date.fromisoformat(words[-4:] + published[4:]).isoformat()
    return words[-4:] + published[4:7]


def _feast(words: str, published: str, ahead: bool) -> str:
    name = _FEAST.search(words)
    given = re.search(r"\d{4}", words)
    if name is None or not (given or published):
        return ""
    if given:
        return feast_day(name[0], int(given[0])).isoformat()
    base = _last_day(published)
    found = feast_day(name[0], base.year)
    if words.startswith("next "):
        found = found if found > base else feast_day(name[0], base.year + 1)
    elif found > base and not ahead:
        found = feast_day(name[0], base.year - 1)
    return found.isoformat()


def _iso(words: str, published: str, ahead: bool) -> str:
    return date.fromisoformat(words).isoformat()


def _year(words: str, published: str, ahead: bool) -> str:
    number = int(re.sub(r"\D", "", words))
    return _of_year(-number if "bc" in words else number)


def _of_year(number: int) -> str:
    return f"{number:05d}" if number < 0 else f"{number:04d}"


def _decade(words: str, published: str, ahead: bool) -> str:
    digits = re.sub(r"\D", "", words)
    return digits if len(digits) == 4 else f"19{digits}"


def _moved(start: str, unit: str, count: int) -> str:
    """A date moved by whole units, as precise as the unit; "" where `start` is vaguer."""
    if unit in ("year", "decade"):
        years = count * (10 if unit == "decade" else 1)
        if not start or abs(year := int(start[:4]) + years) > MAXYEAR:
            return ""
        return _of_year(year)
    if unit in ("month", "quarter"):
        count *= 3 if unit == "quarter" else 1
        if len(start) < 7:
            return ""
        return _first_of_month(_last_day(start), count).isoformat()[:7]
    if len(start) < 10:
        return ""
    days = {"week": 7, "weekend": 7, "fortnight": 14, "minute": 0, "hour": 0}.get(unit, 1)
    return (date.fromisoformat(start) + timedelta(days=days * count)).isoformat()


def _shifted(start: str, unit: str, count: int | None, *, back: bool = False) -> str:
    """`_moved` for counts in words, of which None is "several"."""
    sign = -1 if back else 1
    if count is not None:
        moved = _moved(start, unit, sign * count)
        # From "2016-07" the next morning is still in 2016-07, as far as one can tell.
        return moved or (start if unit in _DAY_UNITS else "")
    if unit in ("minute", "hour"):
        return start
    if unit in ("year", "decade"):
        return ""
    if unit == "month":
        return _moved(start, unit, sign * 4)[:4]
    return _moved(start, unit, sign * 3)[:7]


def _weekday(weekday: int, start: str, direction: int) -> str:
    """The weekday on or before `start` (0), strictly before (-1) or strictly after (1)."""
    if len(start) < 10:
        return ""
    base = date.fromisoformat(start)
    back = (base.weekday() - weekday) % 7
    if direction > 0:
        return (base + timedelta(days=7 - back)).isoformat()
    return (base - timedelta(days=back or (7 if direction < 0 else 0))).isoformat()


def _weekend(published: str, back: bool, forth: bool) -> str:
    if len(published) < 10:
        return ""
    base = date.fromisoformat(published)
    if base.weekday() >= 5 and not back and not forth:
        return published
    saturday = base - timedelta(days=(base.weekday() - 5) % 7)
    if base.weekday() >= 5 and back:
        saturday -= timedelta(days=7)
    return (saturday + timedelta(days=7 * forth)).isoformat()[:7]


def _season(season: str, published: str, back: bool, forth: bool) -> str:
    if not published:
        return ""
    year, month = int(published[:4]), int(published[5:7] or 12)
    if back and month <= _LAST_MONTH_OF_SEASON[season]:
        year -= 1
    return str(year + forth)


@lru_cache(maxsize=4096)
def _parsed(words: str, base: date, ahead: bool) -> str:
    plain = plain_date(words, base, ahead)
    return read_by_dateparser(words, base, ahead) if plain is None else plain


def read_by_dateparser(words: str, base: date, ahead: bool) -> str:
    """dateparser's answer, cut to the precision that the words have; "" if it has none."""
    from dateparser.date import DateDataParser

    parser = DateDataParser(
        languages=["en"],
        settings={
            "RELATIVE_BASE": datetime.combine(base, datetime.min.time()),
            "PREFER_DATES_FROM": "future" if ahead else "past",
            "DATE_ORDER": "MDY",
            "PARSERS": ["absolute-time"],
            # or the machine's is asked for, which fails where that has no name
            "TIMEZONE": "UTC",
        },
    )
    found = parser.get_date_data(words)
    if found is None or found.date_obj is None:
        return ""
    length = 7 if found.period == "month" else 4 if found.period == "year" else 10
    return str(found.date_obj.date().isoformat()[:length])


def _last_day(partial: str) -> date:
    """The last day that a partial ISO date may stand for."""
    year, month = int(partial[:4]), int(partial[5:7] or 12)
    if len(partial) >= 10:
        return date.fromisoformat(partial[:10])
    return _first_of_month(date(year, month, 1), 1) - timedelta(days=1)


def _first_of_month(day: date, months: int) -> date:
    """The first of the month that lies some months from a day's own."""
    month = day.month - 1 + months
    return date(day.year + month // 12, month % 12 + 1, 1)


def _unit(words: str) -> str:
    match = _UNIT.search(words)
    return match[1] if match else "day"


def _count(words: str) -> int | None:
    """The number in front of a unit; None where it is vague ("several", bare "weeks")."""
    if "and a half" in words:
        # "A year and a half ago": of no year or month that is told.
        return None
    for vague in VAGUE_NUMBERS:
        if re.match(rf"{vague}\b", words):
            return None
    if number := re.match(r"\d[\d,]*", words):
        return int(number[0].replace(",", ""))
    known = [word for word in NUMBERS if re.match(rf"{word}\b", words)]
    if known:
        return NUMBERS[max(known, key=len)]
    return None if re.match(r"[a-z]+s\b", words) else 1


def _weekday_in(words: str) -> int | None:
    names = "|".join(day[:3] for day in WEEKDAYS)
    match = re.search(
        rf"\b({names})(?:[a-z]*day\b|[a-z]{{0,2}}\.|(?<!mon)(?:rs?|s)?(?:$|\s))", words
    )
    if not match:
        return None
    return next(at for at, day in enumerate(WEEKDAYS) if day.startswith(match[1]))


def _month_in(words: str) -> int:
    match = _MONTH_NAME.search(words)
    return month_number(match[0]) if match else 0


_OF_A_YEAR = {"calendar": _calendar, "month": _calendar, "feast": _feast}
_COUNTED_FROM_BEFORE = frozenset(("during",))
_RULES: dict[str, Callable[[str, str, bool], str]] = {
    "iso": _iso,
    "numeric": _numeric,
    "calendar": _calendar,
    "weekday": _named_weekday,
    "deictic": _deictic,
    "ago": _ago,
    "recent": _recent,
    "relative": _relative,
    "weekend": _relative,
    "month": _named_month,
    "season": _year,
    "decade": _decade,
    "year": _year,
    "ordinal": _ordinal,
    "feast": _feast,
    "old_style": _old_style,
    "anniversary": _anniversary,
}
