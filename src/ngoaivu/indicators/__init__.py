"""Indicators «chỉ tiêu»: declared measures over the windows of the registry, and statistics received from others."""
