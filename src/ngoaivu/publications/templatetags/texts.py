"""What the language of a text is called, for templates."""

from django import template

from ngoaivu.publications import frames

register = template.Library()
register.filter("language_name", frames.language_name)
