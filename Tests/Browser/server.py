"""A Sightline with the demo in it, on a port and in a folder of its own."""

import os
import re
import socket
import ssl
import subprocess
import threading
import time
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
EXECUTABLE = Path(os.environ.get("SIGHTLINE_EXECUTABLE", ROOT / ".build" / "debug" / "sightline")).resolve()
LONGEST_START = 300.0


class Server:
    """Started by `Server(folder)`, stopped by `stop()`.

    It serves the demo, unless it is given another command; `scheme` says what its options make it speak.
    """

    def __init__(self, folder, executable=EXECUTABLE, command=None, scheme="http", port=None):
        port = port or free_port()
        self.address = f"{scheme}://127.0.0.1:{port}"
        self.said = []
        self._process = subprocess.Popen(
            [executable, *(command or ["demo", "--folder", folder]), "--port", str(port), "--log-level", "warning"],
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        self._reader = threading.Thread(target=lambda: self.said.extend(self._process.stdout))
        self._reader.start()
        try:
            self._wait_until_ready()
            self.sign_in_link = self._read_link()
        except BaseException:
            self.stop()
            raise

    def _wait_until_ready(self):
        until = time.monotonic() + LONGEST_START
        # A certificate of the test's own is nobody's to believe; the browser checks it where that matters.
        unchecked = ssl._create_unverified_context()
        while time.monotonic() < until:
            if self._process.poll() is not None:
                raise RuntimeError(f"the server ended with {self._process.returncode}:\n{''.join(self.said)}")
            try:
                with urllib.request.urlopen(f"{self.address}/healthz", timeout=2, context=unchecked) as answer:
                    if answer.status == 200:
                        return
            except OSError:
                time.sleep(0.1)
        raise TimeoutError(f"no answer from {self.address} within {LONGEST_START} s:\n{''.join(self.said)}")

    def _read_link(self):
        until = time.monotonic() + 10
        while time.monotonic() < until:
            for line in list(self.said):
                if found := re.search(rf"{re.escape(self.address)}/sign-in/\S+", line):
                    return found[0]
            time.sleep(0.1)
        raise TimeoutError(f"it printed no sign-in link:\n{''.join(self.said)}")

    def stop(self):
        """Asks it to end, as Ctrl-C or a service manager does; gives its exit status."""
        self._process.terminate()
        try:
            return self._process.wait(20)
        except subprocess.TimeoutExpired:
            self._process.kill()
            raise
        finally:
            self._reader.join()
            self._process.stdout.close()


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
