"""``python -m kielipari``."""

from kielipari.cli import main

if __name__ == "__main__":
    main()
