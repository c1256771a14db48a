"""Archives of published pages, audited whole: shards in, Parquet parts out, questions answered over the parts.

`README.md` beside this file says how the parts fit together, what was measured and what a thousand million pages would cost.
"""
