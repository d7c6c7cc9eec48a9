"""Community «cộng đồng»: associations, enterprises and trainees that tie the province to its people abroad."""
