"""Archive audits need the extra; without it these tests are skipped, and say so."""

import importlib.util

import pytest

from tests.cli.conftest import auditor  # noqa: F401 - the command line as a fixture

MISSING = [
    name for name in ("pyarrow", "duckdb", "fastwarc", "fsspec", "matplotlib", "xlsxwriter") if not importlib.util.find_spec(name)
]


def pytest_collection_modifyitems(items):
    if MISSING:
        mark = pytest.mark.skip(reason=f"needs the extra [archive] ({', '.join(MISSING)} not installed)")
        for item in items:
            if "tests/archive" in str(item.path):
                item.add_marker(mark)
