"""Events «sự kiện»: forums, conferences, cultural exchanges, training, bulletins."""
