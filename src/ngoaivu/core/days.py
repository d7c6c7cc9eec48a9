"""Days «ngày» of moments: what is dated for a reader bears the day of Viet Nam, where seven hours of each day are still yesterday in UTC."""

from datetime import date, datetime

from django.utils import timezone


def day_of(moment: datetime | str) -> date:
    """The day of an aware moment, or of one in ISO as editions keep it, in the time zone of the settings."""
    return timezone.localdate(datetime.fromisoformat(moment) if isinstance(moment, str) else moment)
