"""The Figures panel «bảng con số» of the editor: what the browser asks while a text is written. Judging is done elsewhere."""
