"""An ssh server on this machine for one user and one key, and an `ssh` on the path that knows the way to it.

Where the machine has no sshd or no rsync, stand-ins on the path run the same commands here: what is tested then is
every command that publishing gives, but not the way to another machine.
"""

from __future__ import annotations

import getpass
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

SSHD = "/usr/sbin/sshd"
_SERVER = """\
Port {port}
ListenAddress 127.0.0.1
HostKey {folder}/host
AuthorizedKeysFile {folder}/user.pub
StrictModes no
UsePAM no
PasswordAuthentication no
PidFile none
"""
_CLIENT = """\
Host web
  HostName 127.0.0.1
  Port {port}
  User {user}
  IdentityFile {folder}/user
  IdentitiesOnly yes
  StrictHostKeyChecking no
  UserKnownHostsFile /dev/null
  LogLevel ERROR
"""
_LOCAL_SSH = """\
#!/bin/sh
while [ "$1" = -o ]; do shift 2; done
shift
cd "$HOME" && exec sh -c "$*"
"""
_LOCAL_RSYNC = """\
#!/bin/sh
for last; do from=$to; to=$last; done
to=${to#*:}
mkdir -p "$to" && cp -a "$from." "$to"
"""


@contextmanager
def ssh_host(folder: Path) -> Iterator[dict[str, str]]:
    """A host called `web` while the context lasts; the environment in which `ssh web` and rsync reach it."""
    tools = folder / "bin"
    tools.mkdir(parents=True)
    environment = {**os.environ, "PATH": f"{tools}:{os.environ['PATH']}"}
    if not Path(SSHD).exists() or shutil.which("rsync") is None:
        _write(tools / "ssh", _LOCAL_SSH)
        _write(tools / "rsync", _LOCAL_RSYNC)
        yield environment
        return
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    for name in ("host", "user"):
        command = ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(folder / name)]
        subprocess.run(command, check=True)
    values = {"port": port, "folder": folder, "user": getpass.getuser()}
    (folder / "sshd_config").write_text(_SERVER.format(**values), encoding="utf-8")
    (folder / "ssh_config").write_text(_CLIENT.format(**values), encoding="utf-8")
    _write(tools / "ssh", f'#!/bin/sh\nexec {shutil.which("ssh")} -F "{folder}/ssh_config" "$@"\n')
    if os.geteuid() == 0:
        Path("/run/sshd").mkdir(exist_ok=True)  # where sshd started by root locks itself in
    with subprocess.Popen([SSHD, "-D", "-e", "-f", str(folder / "sshd_config")], stderr=subprocess.DEVNULL) as server:
        try:
            _wait_for(port)
            yield environment
        finally:
            server.terminate()


def _wait_for(port: int) -> None:
    for _ in range(200):
        with closing(socket.socket()) as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise TimeoutError("sshd does not answer")


def _write(file: Path, text: str) -> None:
    file.write_text(text, encoding="utf-8")
    file.chmod(0o755)
