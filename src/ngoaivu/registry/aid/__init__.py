"""Aid «viện trợ»: foreign organisations, aid items, disbursements, volunteers."""
