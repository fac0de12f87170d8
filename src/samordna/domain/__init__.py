"""The pure core: values in, values out. Nothing here knows of databases, files on disk or the web."""
