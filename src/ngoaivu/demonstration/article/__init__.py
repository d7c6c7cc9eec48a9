"""Tiền Giang «bài tổng kết nhiệm kỳ 2015-2020»: the article's facts, read from data files and kept as records that cite its sentences."""
