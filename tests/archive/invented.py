"""A publishers' archive that never was: pages that differ from each other as those of a handful of houses do.

Nothing repeats but what repeats in life: names of makers and authors by Zipf's law, a few suppliers, file pictures shown again, a
story's own words in its headline, address and captions. Each house has its own mark-up, addresses and form of credit. Words are
made of syllables, around real function words, so that they pack as hard as real ones: by Zstandard at level 6, 20 KB of captions
to 3.15 bits a character (English captions of real pages: 3.24), 100 KB of running text to 3.07 (3.05).
"""

import random
from bisect import bisect
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from itertools import accumulate

FUNCTION, VERBS, ONSETS, VOWELS, SECTIONS = map(
    str.split,
    (
        "the of in and a to at on for with his her their after during from as by an is was near who over before against into "
        "between outside while has been were are will under its this that he she they not more one two three new",
        "arrives leaves speaks walks holds waits looks works stands opens shows takes plays meets crosses signs joins greets",
        "b br c ch cl d dr f fl g gr h j k l m n p pl pr qu r s sh sl sp st str t th tr v w",
        "a a e e i i o o u ai ea ee ia io oa ou",
        "news world politics business sport culture science travel local opinion",
    ),
)
CODAS = ["", "", "", "n", "r", "s", "t", "l", "m", "nd", "rt", "st", "ck", "ng", "d", "ll"]
SUFFIXES = ["", "", "", "er", "ing", "ed", "ion", "al", "ity", "s", "ment", "ly"]
SUPPLIERS = ["Reuters", "AP", "AFP", "Getty Images", "dpa", "PA Media", "EPA", "Bloomberg", "Shutterstock", "Alamy", "ANSA", "TT"]
HOUSES = ("morning", "courier", "herald", "tidende", "observer", "dispatch")


@dataclass
class House:
    """What its pages have in common."""

    name: str
    style: int
    makers: list[str]
    authors: list[str]
    shown: list[tuple[str, str, str | None]] = field(default_factory=list)
    """Pictures shown before: address, what it shows, who made it."""


def archive(count: int, seed: int = 1) -> Iterator[tuple[str, bytes]]:
    """Addresses and pages, by house in turn."""
    dice = random.Random(seed)
    houses = [_house(dice, name, style) for style, name in enumerate(HOUSES)]
    for number in range(count):
        yield _story(dice, dice.choices(houses, (30, 22, 18, 12, 10, 8))[0], number)


def _house(dice: random.Random, name: str, style: int) -> House:
    return House(name, style, [_person(dice) for _ in range(400)], [_person(dice) for _ in range(120)])


def _story(dice: random.Random, house: House, number: int) -> tuple[str, bytes]:
    topic = [_word(dice) for _ in range(14)]
    published = date(2008, 1, 1) + timedelta(days=int(6200 * dice.random() ** 0.7))
    title = _sentence(dice, topic, dice.randint(7, 12)).rstrip(".")
    slug = "-".join(title.lower().split()[:9])
    section = _ranked(dice, SECTIONS)
    url = (
        f"https://www.{house.name}.example/{section}/{published:%Y/%m/%d}/{slug}",
        f"https://{house.name}.example/{section}/{slug}-{_hex(dice, 24)}.html",
        f"https://www.{house.name}.example/{section}/article{dice.randrange(10**7, 10**8)}/{slug}.html",
    )[house.style % 3]
    byline = [_ranked(dice, house.authors) for _ in range(1 if dice.random() < 0.8 else 2)]
    figures = "".join(
        _figure(dice, house, topic, published) for _ in range(dice.choices((0, 1, 2, 3, 4, 6, 9), (6, 34, 22, 14, 12, 8, 4))[0])
    )
    body = "".join(f"<p>{' '.join(_sentence(dice, topic, dice.randint(9, 22)) for _ in range(3))}</p>" for _ in range(4))
    return url, (
        f'<!doctype html><html lang="en"><head><title>{title} | {house.name.title()}</title>'
        f'<meta property="article:published_time" content="{published}T0{dice.randrange(10)}:{dice.randrange(10, 60)}:00Z">'
        f'<meta name="author" content="{", ".join(byline)}"><link rel="canonical" href="{url}"></head><body><article>'
        f"<h1>{title}</h1>{figures}{body}</article></body></html>"
    ).encode()


def _figure(dice: random.Random, house: House, topic: list[str], published: date) -> str:
    if house.shown and dice.random() < 0.08:
        picture, description, credit = house.shown[int(len(house.shown) * dice.random() ** 2)]
    else:
        description = _sentence(dice, topic, max(3, int(dice.gauss(15, 6))))
        if dice.random() < 0.3:
            when = published - timedelta(days=int(dice.expovariate(0.1)))
            description = f"{description[:-1]}, {when:%B} {when.day}, {when.year}."
        credit = _credit(dice, house) if dice.random() < 0.8 else None
        picture = _address(dice, house, topic, published)
        house.shown.append((picture, description, credit))
    alt = dice.choices((description, _sentence(dice, topic, 6), "", None), (30, 45, 15, 10))[0]
    caption = "" if dice.random() < 0.12 else description
    credit = credit or ""
    spoken = f'alt="{alt}"' if alt is not None else ""
    image = f'<img src="{picture}" {spoken} width="900" height="600">'
    if house.style % 2 and credit:
        return f'<figure>{image}<figcaption>{caption} <span class="credit">{credit}</span></figcaption></figure>'
    return f"<figure>{image}<figcaption>{caption} {credit}</figcaption></figure>"


def _credit(dice: random.Random, house: House) -> str:
    maker = _ranked(dice, house.makers) if dice.random() < 0.75 else None
    supplier = _ranked(dice, SUPPLIERS) if dice.random() < 0.7 or not maker else None
    who = "/".join(name for name in (maker, supplier) if name)
    return (f"Photo: {who}", f"Photograph: {who}", f"(Photo by {who})", f"Foto: {who}", f"{who}", f"Credit: {who}")[house.style]


def _address(dice: random.Random, house: House, topic: list[str], published: date) -> str:
    name, host = "-".join(topic[:3]), f"https://img.{house.name}.example"
    size = dice.choice(("width=1200", "width=980", "width=640"))
    uuid = "-".join(_hex(dice, n) for n in (8, 4, 4, 4, 12))
    return (
        f"https://www.{house.name}.example/wp-content/uploads/{published:%Y/%m}/{name}-{dice.randrange(10**9)}.jpg?quality=75&amp;{size}",
        f"{host}/img/media/{_hex(dice, 40)}/0_{dice.randrange(500)}_{dice.randrange(3000, 6000)}/master.jpg?{size}",
        f"{host}/{published:%Y/%m/%d}/{uuid}.jpeg?q=60&amp;fm=jpeg&amp;{size}&amp;rect={dice.randrange(400)}%2C4000%2C2250",
        f"{host}/images/{dice.randrange(10**7, 10**8)}/{published:%Y}/{name}.webp?{size}&amp;format=webp",
        f"{host}/resizer/{_hex(dice, 24)}/{uuid[:23]}/800x450/filters:quality(80)/{published:%Y%m%d}-{name}.jpg",
        f"{host}/pictures/{dice.randrange(10**6, 10**7)}/{dice.randrange(10**9)}_v16_9_{size[6:]}.jpg",
    )[house.style]


def _sentence(dice: random.Random, topic: list[str], length: int) -> str:
    """A name now and then, a verb, words of the topic between function words."""
    words: list[str] = [_person(dice)] if dice.random() < 0.35 else []
    while len(words) < length:
        words.append(
            _ranked(dice, FUNCTION) if dice.random() < 0.4 else dice.choice(topic) if dice.random() < 0.12 else _word(dice)
        )
        if dice.random() < 0.08:
            words.append(_ranked(dice, VERBS))
        if dice.random() < 0.08:
            words.append(_name(dice))
    text = " ".join(words)
    return f"{text[0].upper()}{text[1:]}."


def _word(dice: random.Random) -> str:
    return _ranked(dice, _vocabulary())


def _name(dice: random.Random) -> str:
    return _ranked(dice, _names())


def _person(dice: random.Random) -> str:
    return f"{_ranked(dice, _names()[:400])} {_ranked(dice, _names()[400:])}"


@cache
def _vocabulary() -> tuple[str, ...]:
    dice = random.Random("words")
    made = (_syllables(dice, dice.choices((1, 2, 3), (62, 35, 3))[0]) + dice.choice(SUFFIXES) for _ in range(20_000))
    return tuple(dict.fromkeys(made))


@cache
def _names() -> tuple[str, ...]:
    dice = random.Random("names")
    return tuple(dict.fromkeys(_syllables(dice, dice.choices((1, 2, 3), (50, 46, 4))[0]).title() for _ in range(6_000)))


def _syllables(dice: random.Random, count: int) -> str:
    return "".join(dice.choice(ONSETS) + dice.choice(VOWELS) + dice.choice(CODAS) for _ in range(count))


@cache
def _weights(count: int) -> list[float]:
    return list(accumulate(1 / (rank + 4) for rank in range(count)))


def _ranked(dice: random.Random, choices: "tuple[str, ...] | list[str]") -> str:
    """The n-th as often as Zipf's law says."""
    weights = _weights(len(choices))
    return choices[bisect(weights, dice.random() * weights[-1], 0, len(choices) - 1)]


def _hex(dice: random.Random, digits: int) -> str:
    return f"{dice.getrandbits(4 * digits):0{digits}x}"
