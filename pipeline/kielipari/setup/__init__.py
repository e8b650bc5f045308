"""``kielipari init``: what a repository holds in both languages, as a first configuration."""
