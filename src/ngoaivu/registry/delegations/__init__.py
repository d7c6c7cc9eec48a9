"""Delegations «đoàn vào, đoàn ra»: missions received and sent, and the countries they visited."""
