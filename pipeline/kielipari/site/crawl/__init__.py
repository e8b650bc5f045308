"""A live site → its pages. Scrapy runs in a process of its own and is asked for only then."""
