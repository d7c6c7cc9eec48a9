"""The form of a procedure."""

from django import forms
from django.utils.text import capfirst

from ngoaivu.registry.casework.models import Procedure
from ngoaivu.registry.desk.forms import RecordForm


class ProcedureForm(RecordForm):
    """A procedure; an address written without its scheme is a secure one."""

    link = forms.URLField(label=capfirst(Procedure._meta.get_field("link").verbose_name), required=False, max_length=400, assume_scheme="https")
