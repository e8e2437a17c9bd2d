"""One vocabulary of fields for --has, --missing, --in, --fields, --per and --sort."""
