"""Registry «sổ đăng ký»: the rooms, each a subject the office keeps records of."""
