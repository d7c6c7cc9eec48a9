"""Core «nền»: territory, period, money, levels, history and changes. It knows nobody."""
