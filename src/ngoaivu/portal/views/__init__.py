"""Views of the public site: each fetches editions, shapes them and shows one page."""
