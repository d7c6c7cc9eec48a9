"""Accounts «cơ quan và con người»: offices, units, people, appointments, roles."""
