"""A career for machines: schema.org's Occupation."""

from typing import Any

from careers.documents.sheet import Pay, Percentiles, Sheet
from careers.page.career import CareerPage
from careers.page.figures_of import whose_figures


def occupation(page: CareerPage, *, address: str, description: str) -> dict[str, Any]:
    """The schema.org Occupation of ``page`` at ``address``, with what is published and nothing else."""
    sheet = page.sheet
    document: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Occupation",
        "name": page.title,
        "description": description,
        "url": address,
        "occupationalCategory": _categories(sheet),
        "occupationLocation": [{"@type": "Country", "name": "United States"}],
    }
    salaries = _salaries(sheet.pay, sheet) if sheet.pay else []
    if salaries:
        document["estimatedSalary"] = salaries
    if page.getting_in.entry:
        document["educationRequirements"] = page.getting_in.entry.term or page.getting_in.entry.level
    return document


def _categories(sheet: Sheet) -> list[dict[str, Any]]:
    return [
        _category("SOC", "https://www.bls.gov/soc/", sheet.soc, sheet.soc_title),
        _category("O*NET-SOC", "https://www.onetcenter.org/taxonomy.html", sheet.onet, sheet.title),
    ]


def _category(scheme: str, address: str, code: str, name: str) -> dict[str, Any]:
    code_set = {"@type": "CategoryCodeSet", "name": scheme, "url": address}
    return {"@type": "CategoryCode", "inCodeSet": code_set, "codeValue": code, "name": name}


def _salaries(pay: Pay, sheet: Sheet) -> list[dict[str, Any]]:
    release = sheet.releases[pay.release]
    period = release.reference_period or release.edition
    words = " ".join(
        part for part in (f"{release.publisher}, {period}.", whose_figures(pay.figures_of)) if part
    )
    rows = ((pay.annual, "YEAR", "P1Y"), (pay.hourly, "HOUR", "PT1H"))
    return [salary for row in rows if (salary := _distribution(*row, description=words))]


def _distribution(
    percentiles: Percentiles, unit: str, duration: str, *, description: str
) -> dict[str, Any] | None:
    names = ("percentile10", "percentile25", "median", "percentile75", "percentile90")
    published = {
        name: _whole(figure.value)
        for name, figure in zip(names, percentiles.five, strict=True)
        if figure.value is not None
    }
    if not published:
        return None
    return {
        "@type": "MonetaryAmountDistribution",
        "name": "base",
        "currency": "USD",
        "unitText": unit,
        "duration": duration,
        "description": description,
        **published,
    }


def _whole(value: float) -> float | int:
    return int(value) if float(value).is_integer() else value
