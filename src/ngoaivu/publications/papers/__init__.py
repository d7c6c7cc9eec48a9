"""Papers «văn bản giấy»: editions as documents after decree 30/2020/NĐ-CP, annex I."""
