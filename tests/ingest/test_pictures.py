"""The picture file of an item: by name, then by supplier id, never by guess."""

from pathlib import Path

import pytest

from auditor import limits
from auditor.ingest.pictures import FoundPicture, PictureFinder
from auditor.model import AssetId, Document, MediaItem, MediaKind, UnreadableError, UsageError


def item(*urls: str, header: str | None = None, asset: tuple[str, str] | None = None) -> MediaItem:
    assets = (AssetId(supplier=asset[0], id=asset[1]),) if asset else ()
    return MediaItem(kind=MediaKind.IMAGE, position=0, urls=urls, header=header, asset_ids=assets)


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    for name in (
        "desk/story.html",
        "desk/ferry-crew.jpg",
        "desk/Harbour über.JPG",
        "desk/gettyimages-1403500011-612x612.jpg",
        "desk/media/pier.png",
        "secret.jpg",
        "originals/pier.png",
        "originals/a/1.jpg",
        "originals/b/1.jpg",
        "originals/FERRY-CREW.webp",
    ):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(name.encode())
    return tmp_path


def found(archive: Path, wanted: MediaItem, *, images: str | None = None) -> tuple[str, str] | None:
    finder = PictureFinder(archive / images if images else None)
    picture = finder.for_document(Document(name="story.html", data=b"", folder=str(archive / "desk"))).find(wanted)
    return (picture.path.removeprefix(f"{archive}/"), picture.matched_by) if picture else None


@pytest.mark.parametrize(
    ("url", "path"),
    [
        ("https://cdn.example/2024/05/ferry-crew.jpg", "desk/ferry-crew.jpg"),
        ("https://cdn.example/Ferry-Crew-1024x683.jpg?quality=80", "desk/ferry-crew.jpg"),
        ("https://cdn.example/ferry-crew@2x.webp", "desk/ferry-crew.jpg"),
        ("https://cdn.example/ferry-crew.jpg/w=600,h=400", "desk/ferry-crew.jpg"),
        ("https://resize.example/?src=https%3A%2F%2Fcdn.example%2Fferry-crew.jpg&w=300", "desk/ferry-crew.jpg"),
        ("https://cdn.example/harbour%20u%CC%88ber.jpg", "desk/Harbour über.JPG"),
        ("./media/pier.png", "desk/media/pier.png"),
    ],
)
def test_by_the_names_in_an_address(archive: Path, url: str, path: str) -> None:
    assert found(archive, item(url)) == (path, "file name")


@pytest.mark.parametrize(
    "url", ["../secret.jpg", "/../secret.jpg", "..%2Fsecret.jpg", "file:///etc/secret.jpg", "http://[secret.jpg", "a\0.jpg", ""]
)
def test_addresses_that_climb_out_or_name_nothing(archive: Path, url: str) -> None:
    assert found(archive, item(url)) is None


def test_by_a_header_that_is_a_file_name(archive: Path) -> None:
    assert found(archive, item(header="ferry-crew.jpg")) == ("desk/ferry-crew.jpg", "file name")
    assert found(archive, item(header="The crew of the ferry")) is None


def test_by_supplier_id_after_the_name(archive: Path) -> None:
    getty = item("https://cdn.example/8f3a.jpg", asset=("getty", "1403500011"))
    assert found(archive, getty) == ("desk/gettyimages-1403500011-612x612.jpg", "supplier id")
    assert found(archive, item("https://cdn.example/8f3a.jpg", asset=("getty", "1403500012"))) is None


def test_folder_given_comes_before_the_story_s_own(archive: Path) -> None:
    assert found(archive, item("https://cdn.example/ferry-crew.webp"), images="originals") == (
        "originals/FERRY-CREW.webp",
        "file name",
    )
    assert found(archive, item("https://cdn.example/pier.png"), images="originals") == ("originals/pier.png", "file name")


def test_two_files_of_one_name_are_no_evidence(archive: Path) -> None:
    assert found(archive, item("https://cdn.example/1.jpg"), images="originals") is None


def test_standard_input_has_no_folder(archive: Path) -> None:
    finder = PictureFinder(archive / "originals")
    index = finder.for_document(Document(name="-", data=b""))
    assert index.find(item("pier.png")) == FoundPicture(path=str(archive / "originals/pier.png"), matched_by="file name")
    assert PictureFinder().for_document(Document(name="-", data=b"")).find(item("pier.png")) is None


def test_no_such_folder_is_wrong_usage(archive: Path) -> None:
    with pytest.raises(UsageError, match="no such folder of pictures; check the path"):
        PictureFinder(archive / "nowhere")


def test_reading_is_lazy_and_names_what_is_wrong(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = archive / "desk/ferry-crew.jpg"
    picture = FoundPicture(path=str(path), matched_by="file name")
    assert picture.read() == b"desk/ferry-crew.jpg"
    monkeypatch.setattr(limits, "MAX_IMAGE_BYTES", 5)
    with pytest.raises(UnreadableError, match=r"ferry-crew\.jpg: too large \(19 bytes; at most 5 are read\)"):
        picture.read()
    path.write_bytes(b"")
    with pytest.raises(UnreadableError, match=r"ferry-crew\.jpg: empty \(0 bytes\)"):
        picture.read()
    path.unlink()
    with pytest.raises(UnreadableError, match=r"ferry-crew\.jpg: there is no such file"):
        picture.read()


def test_the_original_of_a_picture(archive: Path) -> None:
    finder = PictureFinder(originals=archive / "originals")
    beside = finder.for_document(Document(name="story.html", data=b"", folder=str(archive / "desk")))
    picture = beside.find(item("https://cdn.example/pier.png"))
    assert picture is None, "the desk's own folder holds it in a folder below, the originals are no place to look for renditions"
    picture = beside.find(item("./media/pier.png"))
    assert picture and picture.original and picture.original.path == str(archive / "originals/pier.png")
    other = beside.find(item("https://cdn.example/gettyimages-1403500011-612x612.jpg"))
    assert other and other.original is None
    same = PictureFinder(archive / "originals", originals=archive / "originals").for_document(Document(name="-", data=b""))
    picture = same.find(item("pier.png"))
    assert picture and picture.original is None
    with pytest.raises(UsageError):
        PictureFinder(originals=archive / "nowhere")
