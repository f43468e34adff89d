"""The admin of the whole site: log-in, accounts and navigation."""

from allauth.account.decorators import secure_admin_login
from django.contrib import admin

from careerportal.admin import accounts  # noqa: F401  # registers itself

admin.site.login = secure_admin_login(admin.site.login)  # type: ignore[method-assign]  # allauth's own way
admin.site.index_template = "admin_pages/home.html"
