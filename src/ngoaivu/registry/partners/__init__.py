"""Partners «đối tác»: who the province knows abroad, the relationships with them, what was learned from them."""
