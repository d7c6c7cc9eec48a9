"""Refusals «từ chối»: the sentence a screen shows instead of doing what was asked."""


class Refused(Exception):
    """An act the person may not do, or not in this state; the message is the sentence shown."""
