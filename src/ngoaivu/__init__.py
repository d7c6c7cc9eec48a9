"""Ngoại Vụ: the open system for the office that runs a province's foreign relations."""

__version__ = "0.1.0"
