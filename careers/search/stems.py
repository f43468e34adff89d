"""Word stems as Postgres makes them, so that the index and what people type agree."""

from collections.abc import Iterable

from django.db import connection

#: Made by the migration: Postgres's English stemmer without its own list of stop words.
DICTIONARY = "careers_stem"


class Stemmer:
    """Stems by word; asks the database once for all words it doesn't know yet."""

    def __init__(self) -> None:
        self._stems: dict[str, str] = {}

    def learn(self, words: Iterable[str]) -> None:
        new = sorted({word for word in words if word not in self._stems})
        if not new:
            return
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT word, (ts_lexize(%s, word))[1] FROM unnest(%s::text[]) AS word", [DICTIONARY, new]
            )
            self._stems.update({word: stem or word for word, stem in cursor.fetchall()})

    def __call__(self, word: str) -> str:
        if word not in self._stems:
            self.learn([word])
        return self._stems[word]
