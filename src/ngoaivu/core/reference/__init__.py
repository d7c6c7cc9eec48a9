"""Reference «danh mục dùng chung»: the territories every installation knows before anything is registered."""
