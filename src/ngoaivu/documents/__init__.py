"""Documents «văn bản»: what a record rests on: source documents, citations, the legal library; and the base of every room's records."""
