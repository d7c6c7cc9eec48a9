"""What each trait weighs «trọng số»: learned from pairs of texts, kept as data, read once."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from math import exp

from .model import Traits

BIAS = "bias"
# From which likelihood an equation is accused, by family: chosen on texts that had no part in learning.
ACCUSED = {
    "sum": 0.5,
    "hundred": 0.42,
    "share": 0.35,
    "growth": 0.35,
    "difference": 0.2,
    "repeat": 0.4,
    "order": 0.5,
    "part": 0.5,
    "listing": 0.3,
    "moment": 0.6,
}


@cache
def weights() -> dict[str, Traits]:
    """For each family the weight of every trait, in logits."""
    file = resources.files(__package__).joinpath("weights.toml")
    table: dict[str, Traits] = tomllib.loads(file.read_text(encoding="utf-8"))
    return table


def likelihood(family: str, traits: Traits) -> float:
    """How likely an equation that does not hold was meant to hold, from 0 to 1."""
    table = weights().get(family, {})
    return logistic(table.get(BIAS, -9.0) + sum(table.get(name, 0.0) * value for name, value in traits.items()))


def logistic(score: float) -> float:
    """The logistic function, safe for any score."""
    return 1 / (1 + exp(-score)) if score >= 0 else exp(score) / (1 + exp(score))
