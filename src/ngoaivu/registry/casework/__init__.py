"""Casework «giải quyết hồ sơ»: business-travel permissions, and the procedures the office describes."""
