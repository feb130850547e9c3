"""The commands of `emptychair`, one module each: they print, read the environment and know the day; the core does not.

Each has `add(commands, say)`, which describes it to argparse, and `run(options)`, which does it and returns its exit
status.
"""
