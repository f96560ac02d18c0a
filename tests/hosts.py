"""Real nginx and Apache on loopback with the written rules, in folders of their own."""

import contextlib
import http.client
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

MODULES = Path("/usr/lib/apache2/modules")


@dataclass(frozen=True, slots=True)
class Reply:
    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def kind(self) -> str:
        return self.headers.get("content-type", "").partition(";")[0]

    @property
    def location(self) -> str:
        return self.headers.get("location", "")


def fetch(port: int, path: str, method: str = "GET", **headers: str) -> Reply:
    """One raw request: the path is sent as it is; `Accept_Language` stands for its header."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    try:
        connection.putrequest(method, path, skip_accept_encoding=True)
        for name, value in headers.items():
            connection.putheader(name.replace("_", "-"), value)
        connection.endheaders()
        answer = connection.getresponse()
        pairs: dict[str, str] = {}
        for name, value in answer.getheaders():
            key = name.lower()
            pairs[key] = f"{pairs[key]}, {value}" if key in pairs else value
        return Reply(answer.status, pairs, answer.read())
    finally:
        connection.close()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def program(name: str, package: str = "") -> str:
    """Where a program is installed; one sentence where it is not."""
    found = shutil.which(name, path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin")
    if not found:
        pytest.fail(f"{name} is missing: apt-get install {package or name}")
    return found


def installed(name: str) -> str:
    """A program that a Python package of the tests brings along."""
    return str(Path(sys.executable).with_name(name))


@contextlib.contextmanager
def process(
    command: list[str], port: int, log: Path, seconds: float = 20
) -> Iterator[subprocess.Popen[bytes]]:
    """A server in the foreground, from when it listens until the block ends or a test kills it."""
    with log.open("wb") as out:
        started = subprocess.Popen(command, stdout=out, stderr=out)
    try:
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
                break
            if started.poll() is not None:
                raise AssertionError(log.read_text())
            time.sleep(0.02)
        yield started
    finally:
        started.terminate()
        started.wait(30)


@contextlib.contextmanager
def running(command: list[str], port: int, log: Path) -> Iterator[int]:
    """A server in the foreground until the block ends."""
    with process(command, port, log):
        yield port


@contextlib.contextmanager
def serve(folder: Path, root: Path, **settings: float) -> Iterator[int]:
    """`onrecord serve` over a publication; its access log goes to `folder/log`."""
    port = free_port()
    given = ", ".join(f"{name}={value!r}" for name, value in {**settings, "port": port}.items())
    program = (
        "from pathlib import Path; from onrecord.serve.run import run;"
        "from onrecord.serve.settings import Settings;"
        f"run(Path({str(root)!r}), Settings({given}))"
    )
    with running([sys.executable, "-c", program], port, folder / "log") as started:
        yield started


@contextlib.contextmanager
def nginx(folder: Path, root: Path) -> Iterator[int]:
    """nginx with `hosting/nginx.conf`, whose address and folder are changed as it says."""
    port = free_port()
    rules = (root / "hosting/nginx.conf").read_text()
    rules = rules.replace("listen 8080;", f"listen 127.0.0.1:{port};")
    rules = rules.replace("root /srv/onrecord/public;", f"root {root};")
    (folder / "rules.conf").write_text(rules)
    paths = "".join(
        f"{kind}_temp_path {folder}/{kind};"
        for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    user = "user root;" if os.geteuid() == 0 else ""
    (folder / "nginx.conf").write_text(
        f"daemon off; {user} worker_processes 1; pid {folder}/pid; error_log stderr;"
        f"events {{}} http {{ access_log off; {paths} include {folder}/rules.conf; }}"
    )
    command = [
        program("nginx"),
        "-c",
        str(folder / "nginx.conf"),
        "-p",
        str(folder),
        "-e",
        "stderr",
    ]
    with running(command, port, folder / "log") as started:
        yield started


@contextlib.contextmanager
def caddy(folder: Path, root: Path) -> Iterator[int]:
    """Caddy with `hosting/Caddyfile`, whose address and folder are changed as it says."""
    port = free_port()
    rules = (root / "hosting/Caddyfile").read_text().replace("/srv/onrecord/public", str(root))
    head = "{\n\tadmin off\n\tauto_https off\n}\n"
    (folder / "Caddyfile").write_text(
        head + rules.replace(":8080 {", f"http://127.0.0.1:{port} {{")
    )
    command = [
        program("caddy"),
        "run",
        "--config",
        str(folder / "Caddyfile"),
        "--adapter",
        "caddyfile",
    ]
    with running(command, port, folder / "log") as started:
        yield started


@contextlib.contextmanager
def apache(folder: Path, root: Path) -> Iterator[int]:
    """Apache that obeys the `.htaccess` of a folder and allows only what it asks for."""
    port = free_port()
    wanted = "mpm_event authz_core rewrite setenvif headers mime dir alias negotiation autoindex"
    loads = "".join(
        f"LoadModule {name}_module {MODULES}/mod_{name}.so\n" for name in wanted.split()
    )
    user = "User daemon\nGroup daemon\n" if os.geteuid() == 0 else ""
    (folder / "httpd.conf").write_text(
        f"{loads}{user}ServerRoot {folder}\nServerName localhost\nPidFile {folder}/pid\n"
        f"Listen 127.0.0.1:{port}\nErrorLog {folder}/errors\nTypesConfig /dev/null\n"
        f"StartServers 1\nDocumentRoot {root}\n<Directory {root}>\n"
        "Require all granted\nAllowOverride FileInfo Options=MultiViews,Indexes Indexes\n"
        "</Directory>\n"
    )
    command = [program("apache2"), "-D", "FOREGROUND", "-f", str(folder / "httpd.conf")]
    with running(command, port, folder / "log") as started:
        yield started
