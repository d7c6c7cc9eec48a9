"""Publishing the demonstration «đăng dữ liệu trình diễn»: what an office's people would do at the desk, done once at set-up."""
