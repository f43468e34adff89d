"""The off-the-shelf engine that search is measured against.

It ranks by BM25, one document per title, and counts the best hit per occupation.
"""

import re
from collections.abc import Iterable

from careers.models import OtherTitle, SheetRecord
from tests.bench._search_queries import Search
from tests.bench.registry import NotMeasured


def tantivy_search(without: Iterable[str] = ()) -> Search:
    """A search over the titles of occupations and their other titles, except those in ``without``."""
    try:
        import tantivy  # noqa: PLC0415  a development dependency only
    except ImportError:
        raise NotMeasured("tantivy is not installed; `pip install tantivy` adds it") from None
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("code", stored=True, tokenizer_name="raw")
    builder.add_text_field("title", tokenizer_name="en_stem")
    index = tantivy.Index(builder.build())
    writer = index.writer()
    others = OtherTitle.objects.filter(is_vanished=False).exclude(title__in=list(without))
    for code, title in [
        *SheetRecord.objects.values_list("pk", "title"),
        *others.values_list("occupation", "title"),
    ]:
        writer.add_document(tantivy.Document(code=code, title=title))
    writer.commit()
    index.reload()
    searcher = index.searcher()

    def search(text: str) -> list[str]:
        query = index.parse_query(" ".join(re.findall(r"[a-z0-9]+", text.lower())), ["title"])
        hits = searcher.search(query, 400).hits
        return list(dict.fromkeys(searcher.doc(address)["code"][0] for _, address in hits))

    return search
