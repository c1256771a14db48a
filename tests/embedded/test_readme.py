"""auditor/embedded/README.md names every key and every state there is."""

import re
from pathlib import Path

from auditor.embedded.reconcile import metadata_record
from auditor.model import CredentialState, Metadata

PAGE = (Path(__file__).parents[2] / "auditor" / "embedded" / "README.md").read_text("utf-8")


def test_every_key_is_explained() -> None:
    assert set(metadata_record(Metadata())) <= set(re.findall(r"`(\w+)`", PAGE))


def test_every_state_of_content_credentials_is_explained() -> None:
    assert re.findall(r"^\| `([a-z, ]+)` \|", PAGE.partition("| `state` |")[2], re.M) == [
        state.value for state in CredentialState
    ]
