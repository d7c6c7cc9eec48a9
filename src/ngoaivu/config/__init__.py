"""Config «cấu hình»: settings, addresses, command line: the composition root, the only one who knows everybody."""
