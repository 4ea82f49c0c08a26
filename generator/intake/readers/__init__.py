"""One file a format; each tells its bytes (`accepts`) and turns them into a `Reading` (`read`)."""
