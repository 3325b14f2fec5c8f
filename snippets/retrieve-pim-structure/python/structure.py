"""Reads a channel of a PIM and stores the structure that an app works with.

Run it: PIM_URL=https://my-pim.example.com ACCESS_TOKEN=… python3 structure.py
"""

import json
import os
import sys
from http.client import HTTPException
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import quote
from urllib.request import HTTPRedirectHandler, Request, build_opener


class NoRedirects(HTTPRedirectHandler):
    """A token is for the PIM alone, wherever it sends us."""

    def redirect_request(self, *arguments) -> None:
        return None


# #region client
# Reads an address of the PIM with the token of your app.
def get(path: str) -> object:
    headers = {"Authorization": f"Bearer {os.environ['ACCESS_TOKEN']}"}
    request = Request(os.environ["PIM_URL"].rstrip("/") + path, headers=headers)
    try:
        with build_opener(NoRedirects).open(request, timeout=10) as response:
            return read_json(response.read())
    except HTTPError as error:
        answer = read_json(error.read())
        message = answer.get("message", "") if isinstance(answer, dict) else ""
        raise RuntimeError(f"The PIM answered {error.code}: {message}") from error
    except (OSError, ValueError, HTTPException) as error:
        raise RuntimeError("The PIM did not answer.") from error
# #endregion client


# #region channel
def get_channel(code: str) -> dict:
    channel = get(f"/api/rest/v1/channels/{quote(code, safe='')}")
    needed = {"locales", "currencies", "category_tree"}
    if not isinstance(channel, dict) or not needed <= channel.keys():
        raise RuntimeError("The PIM gave no channel.")
    return channel
# #endregion channel


# #region store
def store_structure(channel: dict) -> None:
    structure = {
        "locales": channel["locales"],
        "currencies": channel["currencies"],
        "rootCategory": channel["category_tree"],
    }
    Path("structure.json").write_text(json.dumps(structure), encoding="utf-8")
# #endregion store


def read_json(body: bytes) -> object:
    try:
        return json.loads(body)
    except ValueError:
        return None


def main() -> None:
    for name in ("PIM_URL", "ACCESS_TOKEN"):
        if not os.environ.get(name):
            sys.exit(f"The environment variable {name} is missing.")
    code = os.environ.get("CHANNEL") or "ecommerce"
    try:
        store_structure(get_channel(code))
    except RuntimeError as error:
        sys.exit(str(error))
    print(f"The structure of {code} is in structure.json.")


if __name__ == "__main__":
    main()
