"""Reading one source mention: whom or what its words name or describe."""
