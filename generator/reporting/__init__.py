"""What a report or a list of problems looks like on a terminal, in JSON, in a CI's annotations: one function a format."""
