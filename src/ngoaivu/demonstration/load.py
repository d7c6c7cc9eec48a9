"""Both demonstration offices «hai cơ quan trình diễn»: one call loads them, a second call changes nothing."""

from collections.abc import Callable

from ngoaivu.accounts.models import Office
from ngoaivu.demonstration.article.load import load as load_tien_giang
from ngoaivu.demonstration.generator.mass import generate
from ngoaivu.demonstration.generator.province import load as load_model_province

__all__ = ["generate", "load_all"]


def load_all(progress: Callable[[str], None] = lambda line: None) -> tuple[Office, Office]:
    """Tiền Giang and the model province, in this order.

    The model province is written first: its changes are dated 2015 to 2025, and the clock of changes never runs backwards.
    """
    model_province = load_model_province(progress)
    return load_tien_giang(progress), model_province
