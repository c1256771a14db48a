"""The exceptions of this package.

    AuditorError
    ├── UsageError          the call itself is wrong: nothing is done, exit code 2
    │   └── PolicyError     an unknown key, rule or value in a policy
    └── UnreadableError     one document cannot be read: it becomes a `Skipped`, the run goes on, exit code 3

Bad input is a result, bad usage an exception, a bug a crash.
"""


class AuditorError(Exception):
    """Base of all: its text is one line that says what, where and what to do."""


class UsageError(AuditorError):
    """Wrong use of a command or call."""


class PolicyError(UsageError):
    """A policy that cannot be taken; the text names the place and the nearest valid name."""


class UnreadableError(AuditorError):
    """A document that cannot be read."""
