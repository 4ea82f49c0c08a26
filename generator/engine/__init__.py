"""The only folder that knows MkDocs: the hook that fills its folder, and the command that runs a build."""
