"""How sure a share out of a sample is."""

import math

Z95 = 1.959963984540054
"""Quantile of the normal distribution for 95 %."""


def wilson(hits: int, of: int) -> tuple[float, float]:
    """Interval of a share with 95 % confidence (E. B. Wilson, JASA 22, 1927): right near 0 and 1 and for small samples, too."""
    if of == 0:
        return 0.0, 1.0
    share, z2 = hits / of, Z95 * Z95
    centre = (share + z2 / (2 * of)) / (1 + z2 / of)
    half = Z95 * math.sqrt(share * (1 - share) / of + z2 / (4 * of * of)) / (1 + z2 / of)
    return max(0.0, centre - half), min(1.0, centre + half)


def difference(old: tuple[int, int], new: tuple[int, int]) -> tuple[float, float]:
    """Interval of the change between two shares (R. G. Newcombe, Statistics in Medicine 17, 1998, method 10)."""
    (old_low, old_high), (new_low, new_high) = wilson(*old), wilson(*new)
    first, second = (hits / of if of else 0.0 for hits, of in (old, new))
    change = second - first
    low = change - math.hypot(second - new_low, old_high - first)
    return low, change + math.hypot(new_high - second, first - old_low)
