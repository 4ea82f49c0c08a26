"""Reading in a process of its own: limits on memory, time and file size, no network where the system allows it.

`keeper` is the parent's side, `worker` the child's, `codec` what passes between them; `launch` sets limits for other
programs.
"""
