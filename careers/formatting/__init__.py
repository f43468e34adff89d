"""Numbers, money and progress as people read them."""
