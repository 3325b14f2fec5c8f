"""A small app that connects to a PIM and receives an access token.

Run it: CLIENT_ID=… CLIENT_SECRET=… python3 app.py
"""

import hashlib
import html
import json
import os
import re
import secrets
import sys
from http.client import HTTPException
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.error import HTTPError
from urllib.parse import parse_qsl, quote, urlencode
from urllib.request import urlopen

# What the app remembers of each browser, by session id.
sessions: dict[str, dict[str, str]] = {}


class App(BaseHTTPRequestHandler):
    # #region activate
    # GET /activate?pim_url=https://my-pim.example.com
    def activate(self, parameters: dict[str, str]) -> None:
        pim_url = parameters.get("pim_url", "").rstrip("/")
        if not re.fullmatch(r"https?://[!-~]+", pim_url, re.IGNORECASE):
            self.send_page(400, "Not activated", "The pim_url must be an http or https URL.")
            return

        # Nobody can guess the state: only the browser that starts here can finish at the callback.
        state = secrets.token_hex(16)
        session_id = secrets.token_urlsafe()
        sessions[session_id] = {"pim_url": pim_url, "state": state}

        query = {
            "response_type": "code",
            "client_id": os.environ["CLIENT_ID"],
            "scope": "read_products write_products",
            "state": state,
        }
        authorize_url = f"{pim_url}/connect/apps/v1/authorize?{urlencode(query, quote_via=quote)}"
        self.send_response(302)
        self.send_header("Set-Cookie", f"app_session={session_id}; Path=/; HttpOnly; SameSite=Lax")
        self.send_header("Location", authorize_url)
        self.end_headers()
    # #endregion activate

    # #region callback
    # GET /callback?code=…&state=…
    def callback(self, parameters: dict[str, str]) -> None:
        session = self.take_session()
        state = parameters.get("state", "")
        if not session or not secrets.compare_digest(session["state"].encode(), state.encode()):
            self.send_page(403, "Not connected", "The state is not the one this app gave you.")
            return
        code = parameters.get("code")
        if not code:
            self.send_page(400, "Not connected", "The code is missing.")
            return
        try:
            token, scope = self.request_token(session["pim_url"], code)
        except (OSError, HTTPException, ValueError) as error:
            self.send_page(502, "Not connected", f"The PIM gave no token: {error}")
            return
        print(f"Access token: {token}", flush=True)
        self.send_page(200, "Connected", f"Access token: {token}", f"Scope: {scope}")

    def request_token(self, pim_url: str, code: str) -> tuple[str, str]:
        code_identifier = secrets.token_hex(30)
        secret = code_identifier + os.environ["CLIENT_SECRET"]
        form = {
            "client_id": os.environ["CLIENT_ID"],
            "code": code,
            "grant_type": "authorization_code",
            "code_identifier": code_identifier,
            "code_challenge": hashlib.sha256(secret.encode()).hexdigest(),
        }
        token_url = f"{pim_url}/connect/apps/v1/oauth2/token"
        try:
            response = urlopen(token_url, urlencode(form).encode(), timeout=10)
        except HTTPError as error:
            response = error  # A response as well: its body tells the reason.
        with response:
            match response.status, json.load(response):
                case 200, {"access_token": str(token), "scope": str(scope)}:
                    return token, scope
                case status, {"error": error, **rest}:
                    raise ValueError(f"status {status} {error} {rest.get('error_description', '')}")
                case status, _:
                    raise ValueError(f"status {status}")
    # #endregion callback

    def home(self, _parameters: dict[str, str]) -> None:
        text = "To connect it, open it from the App Store of your PIM."
        self.send_page(200, "A small app", text)

    def take_session(self) -> dict[str, str] | None:
        """Gives the session of this browser and forgets it, so that a state is used once."""
        cookie = re.search(r"(?:^|; )app_session=([^;]+)", self.headers.get("Cookie", ""))
        return sessions.pop(cookie[1], None) if cookie else None

    def send_page(self, status: int, title: str, *lines: str) -> None:
        paragraphs = "".join(f"<p>{html.escape(line)}</p>" for line in lines)
        page = f'<html lang="en"><title>{title}</title><h1>{title}</h1>{paragraphs}</html>'
        self.send_response(status)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(f"<!doctype html>{page}".encode())

    def do_GET(self) -> None:
        path, _, query = self.path.partition("?")
        handlers = {"/": self.home, "/activate": self.activate, "/callback": self.callback}
        handle = handlers.get(path)
        if not handle:
            self.send_page(404, "Not found", "This app has no such page.")
        elif self.command != "GET":
            self.send_response(405)
            self.send_header("Allow", "GET")
            self.end_headers()
        else:
            handle(dict(parse_qsl(query)))

    do_HEAD = do_POST = do_PUT = do_PATCH = do_DELETE = do_OPTIONS = do_GET


def main() -> None:
    for name in ("CLIENT_ID", "CLIENT_SECRET"):
        if not os.environ.get(name):
            sys.exit(f"The environment variable {name} is missing.")

    server = ThreadingHTTPServer(("localhost", int(os.environ.get("PORT", "8000"))), App)
    print(f"App listening on http://localhost:{server.server_port}", flush=True)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        server.server_close()


if __name__ == "__main__":
    main()
