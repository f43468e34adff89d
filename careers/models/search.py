"""The search index, the synonyms that editors keep, and what readers told us they could not find.

``careers.search.index`` writes the index, ``careers.search.engine`` reads it; it holds nothing that cannot be
made again from the sheets, the agencies' titles, the published versions and the synonyms.
"""

import datetime as dt
from typing import ClassVar, Self

from django.contrib.postgres.indexes import GinIndex, OpClass
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.functions import Now

from careers.models.version import Version


class SearchSubjectQuerySet(models.QuerySet["SearchSubject"]):
    def withdrawn(self, now: dt.datetime) -> Self:
        """Those whose text was taken off the site at a moment that has passed since they were indexed."""
        return self.filter(version__in=Version.objects.filter(withdraw_at__lte=now).values("pk"))


class SearchSubject(models.Model):
    """A page that search can find: an occupation's, or that of a career with an address of its own."""

    number = models.AutoField(primary_key=True, help_text="Stands for the page in the terms' postings.")
    key = models.CharField(max_length=120, unique=True, help_text="O*NET-SOC code, or the career's own key.")
    onet = models.CharField(max_length=10, db_index=True)
    slug = models.SlugField(max_length=120)
    title = models.CharField(max_length=200)
    summary = models.TextField(blank=True)
    jobs = models.IntegerField(null=True, help_text="How many people do the work; breaks ties.")
    version = models.BigIntegerField(null=True, help_text="The version whose text it was read from.")
    title_terms = models.TextField(help_text="The title's terms, in order.")
    title_count = models.IntegerField(help_text="How many names it goes by.")
    text_length = models.IntegerField(help_text="Words in its text.")
    terms = models.JSONField(help_text="Terms whose postings name it.")
    sentences = models.JSONField(help_text="What a result may quote to show why it matched.")
    near_numbers = models.BinaryField(default=b"", help_text="The most similar subjects, four bytes each.")
    near_weights = models.BinaryField(
        default=b"", help_text="How similar, one byte each; they sum up to 255."
    )

    objects = SearchSubjectQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["title"]

    def __str__(self) -> str:
        return self.title


class SearchTerm(models.Model):
    """A word stem with the subjects that have it: an inverted index, one row per term.

    The four arrays run side by side; see ``careers.search.postings``. A term may have no postings and stand
    here only for what it is related to: the synonym "cop", the phrase "big rig".
    """

    term = models.CharField(max_length=120, primary_key=True)
    rarity = models.FloatField(
        default=0, help_text="Inverse document frequency over subjects; 0 without postings."
    )
    numbers = models.BinaryField(default=b"")
    titles = models.BinaryField(default=b"")
    texts = models.BinaryField(default=b"")
    heads = models.BinaryField(default=b"")
    related = models.JSONField(default=dict, help_text="Terms to look for as well, with weights up to 1.")
    root = models.CharField(max_length=120, db_index=True, help_text="Shared by a doer and the deed.")

    def __str__(self) -> str:
        return self.term


class SearchTitle(models.Model):
    """A name of a subject: for exact matches, suggestions, codes, and to say why a result is shown."""

    class Kind(models.IntegerChoices):
        MAIN = 0, "Title of the page"
        OTHER = 1, "Other title"
        SHORT = 2, "Short title"
        SPECIALTY = 3, "Specialty"
        CREDENTIAL = 4, "Certification"
        TOOL = 5, "Software"
        CODE = 6, "Code"

    subject = models.ForeignKey(SearchSubject, on_delete=models.CASCADE, related_name="titles")
    kind = models.SmallIntegerField(choices=Kind)
    title = models.CharField(max_length=250)
    key = models.CharField(
        max_length=250, help_text="Its terms; titles that differ in plurals only share one."
    )
    folded = models.CharField(max_length=250, help_text="Lower case, no accents, single spaces.")
    is_common = models.BooleanField(default=False, help_text="Reported by workers as what they are called.")

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["key"], name="search_title_by_key"),
            models.Index(OpClass("folded", "varchar_pattern_ops"), name="search_title_by_start"),
        ]

    def __str__(self) -> str:
        return self.title


class SearchWord(models.Model):
    """A word as it is written somewhere in the index: what a misspelt word is compared with."""

    word = models.CharField(max_length=60, primary_key=True)
    subjects = models.IntegerField(help_text="How many subjects have it.")

    class Meta:
        indexes: ClassVar = [GinIndex(OpClass("word", "gin_trgm_ops"), name="search_word_by_trigrams")]

    def __str__(self) -> str:
        return self.word


class Synonym(models.Model):
    """Everyday words and what the agencies call the same thing."""

    words = models.TextField(
        help_text="What readers type, separated by commas: words or short phrases, such as: cop, police man."
    )
    means = models.TextField(
        help_text="Words to look for as well, separated by commas, as titles of careers or their duties use "
        "them: police, patrol, officer."
    )
    weight = models.FloatField(
        default=0.8, help_text="1 if both mean just the same, less if one is only near the other; at most 1."
    )
    is_two_way = models.BooleanField(
        default=False, help_text="Also find the words on the left for those on the right."
    )
    is_shipped = models.BooleanField(default=False, editable=False, help_text="Came with the software.")
    is_used = models.BooleanField(
        default=True, help_text="Take away the tick instead of deleting a shipped row."
    )

    class Meta:
        ordering: ClassVar = ["words"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["words", "means"], name="one_synonym_per_words_and_meaning"),
            models.CheckConstraint(
                condition=models.Q(weight__gt=0, weight__lte=1), name="synonym_weighs_at_most_one"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.words} → {self.means}"

    def clean(self) -> None:
        if not self.from_words or not self.to_words:
            raise ValidationError("Write at least one word on both sides.")

    @property
    def from_words(self) -> list[str]:
        return [word.strip() for word in self.words.split(",") if word.strip()]

    @property
    def to_words(self) -> list[str]:
        return [word.strip() for word in self.means.split(",") if word.strip()]


class ZeroResultSearch(models.Model):
    """A search that a reader reported as finding nothing useful. Counted, with nothing about the reader."""

    text = models.CharField(max_length=100, unique=True, help_text="In lower case, without accents.")
    count = models.PositiveIntegerField(default=1)
    first_on = models.DateField(db_default=Now())
    last_on = models.DateField(db_default=Now())
    is_dealt_with = models.BooleanField(default=False, help_text="A synonym or a page answers it now.")

    class Meta:
        ordering: ClassVar = ["is_dealt_with", "-count", "text"]
        verbose_name = "search that found nothing"
        verbose_name_plural = "searches that found nothing"

    def __str__(self) -> str:
        return f"{self.text} ({self.count})"

    @classmethod
    def report(cls, text: str, *, on: dt.date) -> None:
        """Count ``text``, which is folded already. A search dealt with earlier comes back to the editors."""
        cls.objects.get_or_create(text=text[:100], defaults={"count": 0, "first_on": on, "last_on": on})
        cls.objects.filter(text=text[:100]).update(
            count=models.F("count") + 1, last_on=on, is_dealt_with=False
        )
