"""Pages made anew, as they are once for every reader after a load."""

import time
from statistics import median

import brotli
from django.conf import settings
from django.test import Client

from careerportal.pagecache.page import packed
from careerportal.stylesheet import TARGET
from careers.models import SheetRecord
from tests.bench.registry import NotMeasured, measure

ROUNDS = 12
CAREER = "/careers/registered-nurses/"


@measure("a career page made anew", unit="ms", at_most=150)
def career_page() -> float:
    return _milliseconds(CAREER)


@measure("the home page made anew", unit="ms", at_most=400)
def home_page() -> float:
    return _milliseconds("/")


@measure("a career page of figures with its stylesheet, packed", unit="bytes", at_most=24 * 1024)
def weight() -> float:
    return len(packed(_read(_client(), CAREER))) + len(brotli.compress(TARGET.read_bytes()))


def _milliseconds(path: str) -> float:
    client = _client()
    _read(client, path)
    taken = []
    for _round in range(ROUNDS):
        begun = time.perf_counter()
        _read(client, path)
        taken.append((time.perf_counter() - begun) * 1000)
    return median(taken)


def _client() -> Client:
    if not SheetRecord.objects.exists():
        raise NotMeasured("no figures are loaded; `make run` loads those that ship with the site")
    return Client(headers={"host": settings.ALLOWED_HOSTS[0]})


def _read(client: Client, path: str) -> bytes:
    response = client.get(path)
    if response.status_code != 200:
        raise NotMeasured(f"{path} answers {response.status_code}")
    return response.content
