"""The subcommands, one file each; a file's name is the command's name.

A module has `SUMMARY` (one line for the list of commands), `EXAMPLES` (lines of help) and `run`, whose annotated
parameters are its options (cli.spread) and which returns an exit status.
"""
