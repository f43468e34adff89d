"""Short addresses for print."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_safe

from careers.models import Address
from careers.public.addresses import current_address


@require_safe
def short_address(request: HttpRequest, short: str) -> HttpResponse:
    """Lead from the code on paper to where the career lives now."""
    address = get_object_or_404(Address.objects.coded(short))
    return redirect(current_address(address), permanent=True)
