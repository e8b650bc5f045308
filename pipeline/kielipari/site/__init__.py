"""What needs all pages at once: their languages, their addresses, what repeats, who pairs whom."""
