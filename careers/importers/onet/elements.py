"""The named skills, kinds of knowledge, abilities, work styles and interests that ratings are about."""

from collections.abc import Mapping

from django.utils.text import slugify

from careers.importers.base.load import Load
from careers.models import Element
from careers.reference.scale_meanings import meaning_of


def ensure_elements(load: Load, domain: str, named: Mapping[str, str], *, is_newest: bool) -> dict[str, int]:
    """The database's id of each element of ``domain`` in ``named``, made where missing.

    ``named`` maps names to the agency's ids.

    The newest release says what the agency's id is. A blank meaning is filled with the one that ships with
    the site; one that is there is left alone, since an operator may have written it.
    """
    present = {element.name: element for element in Element.objects.filter(domain=domain)}
    for name, element_id in named.items():
        meaning = meaning_of(domain, name)
        element = present.get(name)
        if element is None:
            present[name] = Element.objects.create(
                domain=domain, name=name, slug=slugify(name), element_id=element_id, meaning=meaning
            )
            load.report.has_other_changes = True
            continue
        changed_id = element_id if is_newest else element.element_id
        changed = {"element_id": changed_id, "meaning": element.meaning or meaning}
        if any(getattr(element, field) != value for field, value in changed.items()):
            Element.objects.filter(pk=element.pk).update(**changed)
            load.report.has_other_changes = True
    return {name: present[name].pk for name in named}
