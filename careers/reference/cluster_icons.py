"""The pictogram of each field of work, by the slug of its career cluster in either edition."""

_WORDS = {
    "agricultur": "agriculture",
    "construction": "construction",
    "arts": "arts",
    "management-entrepreneurship": "business",
    "business": "business",
    "education": "education",
    "financ": "finance",
    "government": "government",
    "public-service": "government",
    "health": "health",
    "hospitality": "hospitality",
    "human-service": "human",
    "caring": "human",
    "information-technology": "it",
    "digital": "it",
    "law": "law",
    "manufacturing": "manufacturing",
    "marketing": "marketing",
    "science": "stem",
    "energy": "stem",
    "supply-chain": "transport",
    "transport": "transport",
}


def field_icon(slug: str) -> str:
    """The name of the pictogram for a cluster; a compass where none fits."""
    return next((icon for word, icon in _WORDS.items() if word in slug), "compass")
