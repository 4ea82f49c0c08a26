"""gongkai (公开): turns annual 法治政府建设 reports into a public, searchable site.

`generator.model` holds every type that passes between the stages and is the place to start reading;
`generator.pipeline` is the order in which the stages run.
"""

__version__ = "0.1.0"
