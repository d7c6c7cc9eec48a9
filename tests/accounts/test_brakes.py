"""The brake on log-in: who guesses is stopped, who knows gets in again soon and is told when."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone, translation

from ngoaivu.accounts import brakes
from ngoaivu.accounts.models import FailedLogin
from ngoaivu.core.addresses import client as client_of
from tests.cast import PASSWORD, Cast

LOGIN = "/lam-viec/login/"


def attempt(name: str, password: str, client: Client | None = None, **headers: Any) -> Any:
    with translation.override("en"):
        return (client or Client()).post(LOGIN, {"username": name, "password": password, "next": "/lam-viec/"}, **headers)


def later(minutes: int) -> None:
    for row in FailedLogin.objects.all():
        FailedLogin.objects.filter(pk=row.pk).update(at=row.at - timedelta(minutes=minutes))


def test_guessing_stops_and_the_right_password_is_looked_at_again_after_some_minutes(cast: Cast) -> None:
    name = cast.specialist.username
    told = [attempt(name, f"sai-{number}").status_code for number in range(60)]
    assert told == [200] * brakes.MOST["name"] + [429] * (60 - brakes.MOST["name"])
    refused = attempt(name, PASSWORD)
    assert refused.status_code == 429
    until = timezone.localtime(FailedLogin.objects.order_by("at")[0].at + brakes.WINDOW + timedelta(minutes=1))
    assert f"{until:%H:%M}" in refused.content.decode()
    later(9)
    assert attempt(name, PASSWORD).status_code == 429
    later(1)
    assert attempt(name, PASSWORD).status_code == 302


def test_the_brake_of_one_is_none_of_another(cast: Cast) -> None:
    for number in range(20):
        attempt(cast.specialist.username.upper() if number % 2 else f" {cast.specialist.username} ", "sai")
    assert attempt(cast.specialist.username, PASSWORD).status_code == 429
    assert attempt(cast.head.username, PASSWORD).status_code == 302


def test_many_names_from_one_address_stop_too_and_another_address_is_free(cast: Cast) -> None:
    for number in range(brakes.MOST["address"]):
        assert attempt(f"ai-do-{number}", "sai", HTTP_X_FORWARDED_FOR=f"203.0.113.{number}").status_code == 200
    assert attempt(cast.head.username, PASSWORD).status_code == 429
    assert attempt(cast.head.username, PASSWORD, REMOTE_ADDR="198.51.100.7").status_code == 302


def test_who_gets_in_begins_anew_and_old_tries_are_swept(cast: Cast) -> None:
    name = cast.specialist.username
    for _number in range(brakes.MOST["name"] - 1):
        attempt(name, "sai")
    assert attempt(name, PASSWORD).status_code == 302
    assert not FailedLogin.objects.exists()
    attempt(name, "sai")
    later(11)
    attempt(cast.head.username, "sai")
    assert FailedLogin.objects.count() == 1


def test_no_name_is_kept_in_clear(cast: Cast) -> None:
    attempt("matkhau-nhap-nham-o", "x")
    row = FailedLogin.objects.get()
    assert "matkhau" not in f"{row.name} {row.address}"


@pytest.mark.parametrize(
    ("header", "proxies", "seen"),
    [
        ("203.0.113.5", [], "10.0.0.1"),
        ("203.0.113.5", ["10.0.0.1"], "203.0.113.5"),
        ("1.2.3.4, 203.0.113.5", ["10.0.0.1"], "203.0.113.5"),
        ("", ["10.0.0.1"], "10.0.0.1"),
        ("203.0.113.5", ["10.0.0.9"], "10.0.0.1"),
    ],
)
def test_a_forwarded_address_is_believed_of_a_declared_proxy_only(header: str, proxies: list[str], seen: str) -> None:
    assert client_of({"REMOTE_ADDR": "10.0.0.1", "HTTP_X_FORWARDED_FOR": header}, proxies) == seen
