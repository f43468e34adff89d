"""What a load balancer hears."""

import pytest
from django.db import OperationalError, connection
from django.db.migrations.recorder import MigrationRecorder
from django.test import Client
from pytest_django import DjangoAssertNumQueries, Settings


@pytest.mark.django_db
def test_process_answers_without_asking_the_database(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(0):
        response = client.get("/healthz")

    assert response.status_code == 200
    assert response.content == b"ok\n"
    assert "no-store" in response.headers["Cache-Control"]


@pytest.mark.django_db
def test_site_with_its_tables_is_ready(client: Client) -> None:
    response = client.get("/readyz")

    assert response.status_code == 200
    assert response.content == b"ready\n"


@pytest.mark.django_db
def test_site_with_a_migration_missing_is_not_ready(client: Client) -> None:
    MigrationRecorder(connection).record_unapplied("sessions", "0001_initial")

    response = client.get("/readyz")

    assert response.status_code == 503
    assert response.content == b"not ready: 1 migrations are not applied\n"


@pytest.mark.django_db
def test_site_without_its_database_is_not_ready(client: Client) -> None:
    def refuse(*args: object) -> None:
        raise OperationalError("the server closed the connection")

    with connection.execute_wrapper(refuse):
        response = client.get("/readyz")

    assert response.status_code == 503
    assert response.content == b"not ready: the database does not answer\n"


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/healthz", "/readyz"])
def test_probe_may_call_the_site_by_number_and_without_tls(
    path: str, client: Client, settings: Settings
) -> None:
    settings.SECURE_SSL_REDIRECT = True

    assert client.get(path, headers={"host": "10.0.0.5:8000"}).status_code == 200
    assert client.get("/about/", headers={"host": "10.0.0.5:8000"}).status_code in (301, 400)


def test_health_is_only_read(client: Client) -> None:
    assert client.post("/healthz").status_code == 405
