"""An SMTP server on loopback for the tests: prints where it listens, then each letter as a line of JSON.

    smtp.py [--starttls CERTIFICATE KEY] [--tls CERTIFICATE KEY] [--user NAME PASSWORD] [--refuse ADDRESS]

It ends when its standard input does.
"""

import argparse
import asyncio
import json
import ssl
import sys

from aiosmtpd.smtp import SMTP, AuthResult


class Letters:
    """Writes down what arrives."""

    def __init__(self, refused):
        self.refused = refused

    async def handle_RCPT(self, server, session, envelope, address, options):
        if address == self.refused:
            return "550 5.1.1 no such person here"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        letter = {
            "from": envelope.mail_from,
            "to": envelope.rcpt_tos,
            "text": envelope.content.decode("utf-8", "replace"),
            "tls": session.ssl is not None or isinstance(server.transport.get_extra_info("ssl_object"), ssl.SSLObject),
            "user": session.auth_data,
        }
        print(json.dumps(letter), flush=True)
        return "250 OK"


def context(files):
    made = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    made.load_cert_chain(*files)
    return made


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--starttls", nargs=2)
    parser.add_argument("--tls", nargs=2)
    parser.add_argument("--user", nargs=2)
    parser.add_argument("--refuse")
    given = parser.parse_args()

    def authenticate(server, session, envelope, mechanism, data):
        named = [data.login.decode(), data.password.decode()]
        return AuthResult(success=named == given.user, handled=False, auth_data=named[0])

    settings = {}
    if given.starttls:
        settings |= {"tls_context": context(given.starttls), "require_starttls": True}
    if given.user:
        settings |= {"authenticator": authenticate, "auth_required": True, "auth_require_tls": bool(given.starttls)}
    asyncio.run(serve(Letters(given.refuse), context(given.tls) if given.tls else None, settings))


async def serve(letters, implicit, settings):
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: SMTP(letters, **settings), "127.0.0.1", 0, ssl=implicit)
    print(server.sockets[0].getsockname()[1], flush=True)
    await loop.run_in_executor(None, sys.stdin.read)
    server.close()


if __name__ == "__main__":
    main()
