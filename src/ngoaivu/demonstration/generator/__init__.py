"""The model province «Tỉnh Mẫu»: an invented office and its eleven years of records, made from a seed and always the same."""
