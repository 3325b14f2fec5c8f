"""Exchanges the code that a callback URL received for the permanent token of an app.

Run it: PIM_URL=… CLIENT_ID=… CLIENT_SECRET=… CODE=… python3 exchange.py
"""

import hashlib
import os
import secrets
import sys
from http.client import HTTPException
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import HTTPRedirectHandler, build_opener


class NoRedirects(HTTPRedirectHandler):
    """The request is for the PIM alone, wherever it sends us."""

    def redirect_request(self, *arguments) -> None:
        return None


for name in ("PIM_URL", "CLIENT_ID", "CLIENT_SECRET", "CODE"):
    if not os.environ.get(name):
        sys.exit(f"The environment variable {name} is missing.")

# #region challenge
code_identifier = secrets.token_hex(30)
text = code_identifier + os.environ["CLIENT_SECRET"]
code_challenge = hashlib.sha256(text.encode()).hexdigest()
# #endregion challenge

form = {
    "client_id": os.environ["CLIENT_ID"],
    "code": os.environ["CODE"],
    "grant_type": "authorization_code",
    "code_identifier": code_identifier,
    "code_challenge": code_challenge,
}
url = os.environ["PIM_URL"].rstrip("/") + "/connect/apps/v1/oauth2/token"
try:
    with build_opener(NoRedirects).open(url, urlencode(form).encode(), timeout=10) as response:
        print(response.read().decode())
except HTTPError as error:
    sys.exit(f"The PIM answered {error.code}: {error.read().decode()}")
except (OSError, ValueError, HTTPException):
    sys.exit("The PIM did not answer.")
