"""An identity provider on a port of its own: the Python package oidc-provider-mock, which isn't ours."""

import json
import subprocess
import sys
import time
import urllib.request

from server import free_port


class Provider:
    """Started by `Provider(people)`, stopped by `stop()`; `people` are the claims of those whom it knows.

    It is reached as `localhost`, which to a browser is another site than 127.0.0.1.
    """

    def __init__(self, people):
        self.port = free_port()
        self.issuer = f"http://localhost:{self.port}"
        known = [word for claims in people for word in ("--user-claims", json.dumps(claims))]
        self._process = subprocess.Popen(
            [sys.executable, "-m", "oidc_provider_mock", "--port", str(self.port), "--require-nonce", "true", *known],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        self._wait_until_ready()

    def _wait_until_ready(self):
        until = time.monotonic() + 60
        while time.monotonic() < until:
            if self._process.poll() is not None:
                raise RuntimeError(f"the provider ended with {self._process.returncode}")
            try:
                with urllib.request.urlopen(f"{self.issuer}/.well-known/openid-configuration", timeout=2):
                    return
            except OSError:
                time.sleep(0.1)
        raise TimeoutError(f"no answer from {self.issuer}")

    def stop(self):
        self._process.terminate()
        self._process.wait(20)
