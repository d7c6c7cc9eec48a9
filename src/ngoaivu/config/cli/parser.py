"""The words of the command line and the help that teaches them."""

import argparse
from collections.abc import Callable
from typing import Any

from django.utils.translation import gettext as _

from ngoaivu import __version__
from ngoaivu.config.cli import backup, demo, figures, grants, indicators, releases, reports, serve

Run = Callable[[argparse.Namespace], int]


def build() -> argparse.ArgumentParser:
    """The whole parser, its help in the language of the terminal."""
    parser = argparse.ArgumentParser(
        prog="ngoaivu",
        description=_("The open system for the office that runs a province's foreign relations."),
        epilog=_("Exit codes: 0 done, 1 the answer is no, 2 the call is wrong, 3 there is no value."),
    )
    parser.add_argument("--version", action="version", version=__version__)
    commands = parser.add_subparsers(metavar=_("command"), required=True)
    _serving(commands)
    _indicators(commands)
    _reports(commands)
    _figures(commands)
    _keeping(commands)
    return parser


def _command(commands: Any, name: str, run: Run | None, told: str, example: str = "") -> argparse.ArgumentParser:
    made: argparse.ArgumentParser = commands.add_parser(
        name, help=told, description=told, epilog=example and _("Example: %(call)s") % {"call": example}
    )
    if run:
        made.set_defaults(run=run)
    return made


def _serving(commands: Any) -> None:
    command = _command(commands, "serve", serve.run, _("Serve portal and desk."), "ngoaivu serve --port 8000")
    command.add_argument("--host", default="127.0.0.1", help=_("address to listen on"))
    command.add_argument("--port", type=int, default=8000, help=_("port to listen on"))
    command.add_argument("--workers", type=int, default=2, help=_("number of processes"))
    command = _command(commands, "demo", demo.run, _("Prepare the database and load both demonstration offices."), "ngoaivu demo --serve")
    command.add_argument("--serve", action="store_true", help=_("serve afterwards"))
    command.add_argument("--port", type=int, default=8000, help=_("port to listen on"))
    command = _command(
        commands,
        "generate",
        demo.generate,
        _("Make synthetic records in an office, for load."),
        "ngoaivu generate --office tinh-mau --records 100000",
    )
    command.add_argument("--office", default="tinh-mau", help=_("key of the office"))
    command.add_argument("--records", type=int, default=2000, help=_("how many records"))
    command.add_argument("--seed", type=int, default=2025, help=_("the same seed gives the same records"))


def _indicators(commands: Any) -> None:
    group = _command(commands, "indicator", None, _("Ask the indicators."), "ngoaivu indicator list").add_subparsers(metavar=_("act"), required=True)
    listing = _command(group, "list", indicators.show_list, _("List all indicators."), "ngoaivu indicator list --json")
    shown = _command(group, "show", indicators.show_one, _("Show one declaration."), "ngoaivu indicator show fdi.projects.in_force")
    asked = _command(
        group,
        "value",
        indicators.show_value,
        _("Ask one value."),
        "ngoaivu indicator value fdi.projects.in_force --territory tien-giang --on 2020-06-30 --json",
    )
    for one in (shown, asked):
        one.add_argument("code", help=_("code of the indicator"))
    asked.add_argument("--territory", required=True, help=_("key of the territory"))
    asked.add_argument("--period", default="", help=_("period of a flow, e.g. year:2019 or term:2015-2020"))
    asked.add_argument("--on", default="", help=_("day of a stock, e.g. 2020-06-30"))
    asked.add_argument("--by", action="append", default=[], metavar="COLUMN=MEMBER", help=_("one member of a breakdown, e.g. country=la"))
    asked.add_argument("--boundaries", choices=["then", "today"], default="then", help=_("the territory as it was, or with what became part of it"))
    asked.add_argument("--known-at", type=int, metavar="REVISION", help=_("registry position; default: now"))
    asked.add_argument("--rows", action="store_true", help=_("show the public records behind the value"))
    for one in (listing, shown, asked):
        one.add_argument("--json", action="store_true", help=_("for a program"))


def _reports(commands: Any) -> None:
    group = _command(commands, "report", None, _("Make reports."), "ngoaivu report build --help").add_subparsers(metavar=_("act"), required=True)
    call = "ngoaivu report build term --territory tien-giang --from 2015 --to 2020 --lang vi --format docx --out term.docx"
    made = _command(group, "build", reports.build, _("Write a draft from the registry, or the sealed text of a release."), call)
    made.add_argument("outline", help=_("term or year"))
    made.add_argument("--territory", required=True, help=_("key of the territory"))
    made.add_argument("--from", dest="first", type=int, help=_("congress year a term begins with"))
    made.add_argument("--to", dest="last", type=int, help=_("congress year a term ends with"))
    made.add_argument("--year", type=int, help=_("year of a yearly report"))
    made.add_argument("--lang", choices=["vi", "en"], default="vi", help=_("language"))
    made.add_argument("--format", choices=["html", "docx", "json"], default="html", help=_("form of the file"))
    made.add_argument("--release", type=int, metavar="N", help=_("write the sealed text of release N instead of a draft"))
    made.add_argument("--out", required=True, help=_("file to write"))
    group = _command(commands, "release", None, _("Look after releases."), "ngoaivu release verify").add_subparsers(metavar=_("act"), required=True)
    listing = _command(group, "list", releases.show_list, _("List releases with their seals."), "ngoaivu release list --json")
    proved = _command(
        group, "verify", releases.verify, _("Check every seal and compute every figure again at its position."), "ngoaivu release verify"
    )
    for one in (listing, proved):
        one.add_argument("--office", default="", help=_("key of one office; default: all"))
        told = _("number and seal of a release known before, as the portal shows them; says when it is gone")
        one.add_argument("--anchor", action="append", default=[], metavar="N:SEAL", help=told)
        one.add_argument("--json", action="store_true", help=_("for a program"))


def _figures(commands: Any) -> None:
    group = _command(commands, "figures", None, _("Read the figures of a text."), "ngoaivu figures read notes.txt --lang vi --json").add_subparsers(
        metavar=_("act"), required=True
    )
    read = _command(group, "read", figures.read, _("List the figures of files."), "ngoaivu figures read notes.txt --lang vi --json")
    check = _command(
        group,
        "check",
        figures.check,
        _("Judge the figures of files against each other."),
        "ngoaivu figures check notes.txt --lang vi --territory tien-giang --json",
    )
    check.add_argument("--office", default="", help=_("key of the office whose registry the figures are judged against"))
    check.add_argument("--territory", default="", help=_("key of the territory, where it is not the office's own"))
    for one in (read, check):
        one.add_argument("files", nargs="+", metavar="FILE", help=_("text files in UTF-8"))
        one.add_argument("--lang", choices=["vi", "en"], required=True, help=_("language of the text"))
        one.add_argument("--json", action="store_true", help=_("for a program"))


def _keeping(commands: Any) -> None:
    saved = _command(commands, "backup", backup.save, _("Write database and files into one archive."), "ngoaivu backup ngoaivu-2026-11-23.tar")
    saved.add_argument("archive", help=_("file to write; it must not exist"))
    back = _command(commands, "restore", backup.restore, _("Put an archive back."), "ngoaivu restore ngoaivu-2026-11-23.tar --replace")
    back.add_argument("archive", help=_("file to read"))
    back.add_argument("--replace", action="store_true", help=_("replace what is there"))
    told = _("Print the SQL of a PostgreSQL role for the public portal, closed to the registry.")
    given = _command(commands, "grants", grants.show, told, "ngoaivu grants --role ngoaivu_portal | psql ngoaivu")
    given.add_argument("--role", default="ngoaivu_portal", help=_("name of the role"))
