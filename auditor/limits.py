"""Every cap on untrusted input, in one place; each loop over bytes that somebody else wrote reads its bound here.

Sizes are bytes unless the name says otherwise. The figures follow design §9: generous for real journalism, small enough that
no page, picture or compressed member can hold a machine.
"""

MAX_PAGE_BYTES = 32 * 1024 * 1024
"""A page or text after decompression."""

MAX_INPUT_BYTES = 64 * 1024 * 1024
"""A document file as it lies on disk; larger ones are named and skipped unread."""

MAX_INFLATE_RATIO = 1000
"""Decompressed size over compressed size; beyond it a member is a bomb (deflate's own limit is about 1,030)."""

MAX_PACKED_LAYERS = 3
"""How often a document may be packed by gzip one in the other (a server's and a crawler's packing make two)."""

MAX_REMEMBERED_PAGES = 250_000
"""Pages of one shard of an archive whose address and digest are remembered, so that a repeated one is audited once."""

MAX_SECONDS_ON_PAGE = 300
"""Seconds for one page of an archive before its worker is taken for hanging and ended."""

MAX_WARC_PICTURES = 500_000
"""Picture records of one web archive whose places are remembered."""

MAX_WARC_PICTURE_BYTES = 32 * 1024 * 1024
"""A picture record of a web archive that is read for its metadata; a worker holds one at a time."""

MAX_SPOOLED_PICTURES = 16 * 1024 * 1024 * 1024
"""Bytes of the pictures of one packed tar that are put into a temporary file, for nothing in a packed tar can be found again."""

MAX_NESTING = 512
"""Depth of open elements in a page; the deepest picture of 258 real news pages lay 32 deep."""

MAX_MEDIA_ITEMS = 2000
"""Media items of one page; a further one is counted and named, not read."""

MAX_CAPTION_CHARS = 20_000
"""Characters of one caption that are parsed for credit and date; the rest stays description."""

MAX_CREDIT_CHARS = 2_000
"""Characters of one credit line that are parsed."""

MAX_IMAGE_BYTES = 256 * 1024 * 1024
"""A picture file that is opened for its metadata."""

MAX_TRUST_BYTES = 16 * 1024 * 1024
"""A file of certificates; lists of all authorities known have less than 1 MB."""

MAX_BLOCK_BYTES = 16 * 1024 * 1024
"""One metadata block (EXIF, IIM, XMP) after joining and decompression."""

MAX_PNG_TEXT_BYTES = 1024 * 1024
"""One plain text (author, description) of a PNG."""

MAX_PNG_TEXTS = 100
"""Plain texts of a PNG under the keywords that are read; its standard names five."""

MAX_HEADER_STEPS = 20_000
"""Segments, chunks, boxes or directory entries walked in one picture file."""

MAX_PIXELS = 100_000_000
"""Pixels of a picture that is decoded for a thumbnail; a larger one is shown without."""

MAX_INDEXED_PICTURES = 1_000_000
"""Picture files indexed by name in the folders of one run."""

MAX_POLICY_BYTES = 1024 * 1024
"""A policy file."""

MAX_SITE_SELECTORS = 100
"""Selectors of one site file."""

MAX_BASELINE_BYTES = 256 * 1024 * 1024
"""A baseline: about a million findings."""

MAX_REGISTER_BYTES = 64 * 1024 * 1024
"""A register of the house, and each part of a workbook unpacked."""

MAX_REGISTER_ROWS = 200_000
"""Rows of one register."""

MAX_POLICY_CHAIN = 10
"""Policies that extend one another."""

MAX_JSON_BYTES = 4 * 1024 * 1024
"""One block of JSON in a page (structured data, script state)."""

MAX_JSON_VALUES = 100_000
"""Objects and lists walked in one block of JSON."""

MAX_GIF_BLOCKS = 500_000
"""Blocks of one GIF, and sub-blocks of one of them; each holds at most 255 bytes."""

MAX_TEXT_LINES = 10_000
"""Lines of one plain text that are classified; the rest is kept as residue and named."""

MAX_TEXT_CHARS = 500_000
"""Characters of those lines together (of each no more than 1,000 count); the longest of 123 real articles had 38,000."""

MAX_METADATA_BLOCKS = 8
"""Blocks of one kind (EXIF, IIM, XMP) read in one picture file; real ones have one, seldom two."""

MAX_PROBLEM_CHARS = 300
"""Characters of one line that says what is wrong with a file."""

MAX_XMP_TAGS = 200_000
"""Tags of one XMP packet, two for each element that has content; the tree takes a quarter of a kilobyte each."""

MAX_XMP_PROPERTIES = 2_000
"""Properties of one XMP packet that state a field of ours, and entries of one list in it."""

MAX_CREDITS_IN_FILE = 50
"""Creators and credits inside one picture file that are understood."""

MAX_ATTRIBUTES = 500
"""Attributes of one tag; the parser compares each with all before it."""

MAX_REPEATED_FORMATTING = 1_000_000
"""Unclosed formatting elements of a page times its tags: how often a parser may have to repeat them."""

MAX_SRCSET = 100
"""Addresses read of one `srcset`."""

MAX_URL_CHARS = 4000
"""Characters of a picture's address; a longer one is no address that anybody can fetch."""
