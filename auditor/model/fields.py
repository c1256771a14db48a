"""The properties a statement can be about, under the names of the field.

Names follow the IPTC Photo Metadata Standard 2025.1 (https://iptc.org/std/photometadata/specification/) wherever it has one.
`CAPTION` is ours: the whole published text under a picture, of which IPTC `DESCRIPTION` is the part without the credit line.
"""

from enum import StrEnum


class Field(StrEnum):
    """One property of a picture, whatever origin states it."""

    CAPTION = "caption"
    HEADER = "header"
    ALT_TEXT = "alt_text"
    DESCRIPTION = "description"
    HEADLINE = "headline"
    TITLE = "title"
    CREATOR = "creator"
    JOB_TITLE = "job_title"
    CREDIT_LINE = "credit_line"
    SOURCE = "source"
    COPYRIGHT_NOTICE = "copyright_notice"
    COPYRIGHT_OWNER = "copyright_owner"
    DATE_CREATED = "date_created"
    USAGE_TERMS = "usage_terms"
    INSTRUCTIONS = "instructions"
    RELEASE_DATE = "release_date"
    """First day of use (IIM 2:30, Release Date)."""
    EXPIRY_DATE = "expiry_date"
    """Last day of use (IIM 2:37, Expiration Date; PLUS License End Date)."""
    WEB_STATEMENT = "web_statement"
    RIGHTS_MARKED = "rights_marked"
    LICENCE = "licence"
    LICENSOR_NAME = "licensor_name"
    LICENSOR_URL = "licensor_url"
    SUPPLIER_IMAGE_ID = "supplier_image_id"
    IMAGE_GUID = "image_guid"
    JOB_ID = "job_id"
    CAPTION_WRITER = "caption_writer"
    DIGITAL_SOURCE_TYPE = "digital_source_type"
    AI_SYSTEM = "ai_system"
    AI_SYSTEM_VERSION = "ai_system_version"
    AI_PROMPT = "ai_prompt"
    AI_PROMPT_WRITER = "ai_prompt_writer"
    DATA_MINING = "data_mining"
    MODEL_RELEASE = "model_release"
    """Model Release Status: whether those shown agreed to other uses than news."""
    PROPERTY_RELEASE = "property_release"
    """Property Release Status: the same of owners of what is shown."""
    PROVIDER = "provider"
    """The platform that serves an embed; `provider_name` of oEmbed (https://oembed.com), not of IPTC."""
    ADDRESS = "address"
    """The page or file that an embed shows; `url` of oEmbed, not of IPTC."""
