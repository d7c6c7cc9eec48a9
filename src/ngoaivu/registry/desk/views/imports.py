"""Importing a list: send the file, match its columns, try it out, confirm. Nothing is written before the last step."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.base import File
from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ngoaivu.accounts.roles import IMPORT
from ngoaivu.accounts.seats import Seat
from ngoaivu.core.vietnamese import slugify
from ngoaivu.documents.models import SourceDocument
from ngoaivu.documents.secrecy import refuse_secret
from ngoaivu.registry.desk import blank_lists, importing, spreadsheets, uploads
from ngoaivu.registry.desk.opened import viewset_of
from ngoaivu.registry.desk.spreadsheets import Sheet
from ngoaivu.registry.desk.uploads import Upload
from ngoaivu.registry.desk.views.base import RoomView

PREVIEWED = 5
FAULTS_SHOWN = 200
AT_ONCE = 500


class UploadForm(forms.Form):
    """The file."""

    file = forms.FileField(label=gettext_lazy("The list"), help_text=gettext_lazy("XLSX, or CSV in UTF-8; the first row holds the headings."))

    def clean_file(self) -> Any:
        """A spreadsheet of a size that can be read, and nothing secret in its name."""
        file = self.cleaned_data["file"]
        spreadsheets.check_upload(file.name, file.size)
        refuse_secret(file.name.rpartition(".")[0])
        return file


class MatchForm(forms.Form):
    """Which heading of the file stands for which column."""

    def __init__(self, *args: Any, importer: importing.Importer, sheet: Sheet, seat: Seat, **options: Any) -> None:
        super().__init__(*args, **options)
        headings = [("", _("not in the file")), *((str(place), f"{title} ({place + 1})") for place, title in enumerate(sheet.head) if title)]
        found = importer.match(sheet.head)
        self.needed = importer.needed(seat)
        for column in importer.columns:
            self.fields[column.name] = forms.ChoiceField(
                label=column.heading, choices=headings, required=False, initial=str(found.get(column.name, ""))
            )

    def clean(self) -> dict[str, Any]:
        """What every row needs is in some column of the file."""
        data = super().clean() or self.cleaned_data
        for name, heading in self.needed.items():
            if name in data and not data[name]:
                sentence = _("Every row needs “%(heading)s”: choose on this page which column of your file holds it.")
                self.add_error(name, sentence % {"heading": heading})
        return data

    def places(self) -> Mapping[str, int]:
        """The place of each column that is in the file."""
        return {name: int(place) for name, place in self.cleaned_data.items() if place}


class ImportView(RoomView):
    """Send the file."""

    act = IMPORT
    template_name = "desk/import.html"

    def get(self, request: HttpRequest) -> HttpResponse:
        """Ask for the file."""
        return self._ask(UploadForm())

    def post(self, request: HttpRequest) -> HttpResponse:
        """Keep it for the next screen."""
        form = UploadForm(request.POST, request.FILES)
        if form.is_valid():
            upload = uploads.keep(form.cleaned_data["file"], self.seat)
            try:
                importing.check_new(upload.sha256, self.seat)
                spreadsheets.read(upload.path, upload.name)
                spreadsheets.check_stamps(upload.path, upload.name)
            except ValidationError as error:
                upload.forget()
                form.add_error("file", error)
            else:
                return HttpResponseRedirect(self.viewset.address("import-file", upload.token))
        return self._ask(form)

    def _ask(self, form: forms.Form) -> HttpResponse:
        context = self.page(_("Import a list"), *self.trail()) | {
            "form": form,
            "template_address": self.viewset.address("import-template"),
            "back": self.back(),
            "columns": self.viewset.importer.columns,
        }
        return self.show(context, status=422 if form.is_bound else 200)


class MatchView(RoomView):
    """Match the columns, try the list out, confirm."""

    act = IMPORT
    template_name = "desk/import_match.html"

    def get(self, request: HttpRequest, token: str) -> HttpResponse:
        """The matching found from the headings, with the first rows; a list whose every heading is understood is tried out at once."""
        upload = uploads.find(token, self.seat)
        sheet = spreadsheets.read(upload.path, upload.name)
        importer = self.viewset.importer
        found = importer.match(sheet.head)
        strange = {place for place, title in enumerate(sheet.head) if title} - set(found.values())
        if strange or importer.needed(self.seat).keys() - found or len(sheet.rows) > AT_ONCE:
            return self._ask(upload, sheet, MatchForm(importer=importer, sheet=sheet, seat=self.seat))
        form = MatchForm({name: str(place) for name, place in found.items()}, importer=importer, sheet=sheet, seat=self.seat)
        form.full_clean()
        return self._ask(upload, sheet, form, importing.try_out(importer, sheet, form.places(), self.seat))

    def post(self, request: HttpRequest, token: str) -> HttpResponse:
        """Try it out; write it when the person has seen that nothing is wrong and says so."""
        upload = uploads.find(token, self.seat)
        sheet = spreadsheets.read(upload.path, upload.name)
        form = MatchForm(request.POST, importer=self.viewset.importer, sheet=sheet, seat=self.seat)
        if not form.is_valid():
            return self._ask(upload, sheet, form)
        report = importing.try_out(self.viewset.importer, sheet, form.places(), self.seat, upload.progress)
        if report.faults or "confirm" not in request.POST:
            return self._ask(upload, sheet, form, report)
        return self._write(upload, report)

    def _write(self, upload: Upload, report: importing.Report) -> HttpResponse:
        importing.check_new(upload.sha256, self.seat)
        document = importing.paper(upload.name, self.seat)
        with upload.path.open("rb") as content:
            revision = importing.write(report, document, File(content, name=upload.name), seat=self.seat)
        upload.forget()
        return HttpResponseRedirect(viewset_of(SourceDocument).address("kept", document.pk, revision))

    def _ask(self, upload: Upload, sheet: Sheet, form: MatchForm, report: importing.Report | None = None) -> HttpResponse:
        address = self.viewset.address
        context = self.page(_("Import: %(name)s") % {"name": upload.name}, *self.trail(), (address("import"), _("Import a list"))) | {
            "form": form,
            "head": sheet.head,
            "preview": [(number, [sheet.column(place, cells) for place in range(len(sheet.head))]) for number, cells in sheet.rows[:PREVIEWED]],
            "count": len(sheet.rows),
            "report": report,
            "faults": report.faults[:FAULTS_SHOWN] if report else [],
            "ready": report is not None and not report.faults,
            "progress_address": address("import-progress", upload.token),
            "back": address("import"),
        }
        refused = form.errors or (report and report.faults)
        return self.show(context, status=422 if refused and self.request.method == "POST" else 200)


class ProgressView(RoomView):
    """How far the reading of a file is."""

    act = IMPORT

    def get(self, request: HttpRequest, token: str) -> JsonResponse:
        """Rows done and rows in all."""
        done, of = uploads.find(token, self.seat).progressed()
        return JsonResponse({"done": done, "of": of})


class TemplateView(RoomView):
    """An empty list to fill in."""

    act = IMPORT

    def get(self, request: HttpRequest) -> FileResponse:
        """The headings with their notes, one example row, and the words to choose from."""
        content = blank_lists.written(self.viewset.title, self.viewset.importer.blank(self.seat))
        name = _("list to fill in %(records)s") % {"records": self.viewset.title}
        return FileResponse(content, as_attachment=True, filename=f"{slugify(name)}.xlsx")
