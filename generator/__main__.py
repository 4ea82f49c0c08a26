"""`python -m generator` is the same as `gongkai`."""

from generator.commands import main

if __name__ == "__main__":
    main()
