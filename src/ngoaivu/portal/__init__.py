"""Portal «cổng thông tin»: what the public sees, made only of editions."""
