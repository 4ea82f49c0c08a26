"""Reports and problems on a terminal, in JSON, in the annotations of a CI: one function a format."""
