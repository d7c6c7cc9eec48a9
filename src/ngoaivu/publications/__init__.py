"""Publications «ấn phẩm»: authored texts whose figures are bound to facts; checks, editions, releases, papers."""
