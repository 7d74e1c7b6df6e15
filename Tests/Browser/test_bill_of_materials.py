"""What `make sbom` writes: a CycloneDX bill that names all that the program is made of."""

import json
import subprocess

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from server import ROOT


@pytest.fixture(scope="module")
def bill(tmp_path_factory):
    file = tmp_path_factory.mktemp("bill") / "sightline.cdx.json"
    subprocess.run([ROOT / "bin" / "sbom", file], cwd=ROOT, check=True)
    return file.read_text(encoding="utf-8")


def test_fits_the_standard(bill):
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(bill) is None


def test_names_every_package_with_its_version_and_licence(bill):
    parts = {part["name"]: part for part in json.loads(bill)["components"] if part["bom-ref"].startswith("pkg:swift/")}
    pins = json.loads((ROOT / "Package.resolved").read_text(encoding="utf-8"))["pins"]
    assert {pin["identity"].lower() for pin in pins} == {name.lower() for name in parts}
    versions = {pin["identity"].lower(): pin["state"]["version"] for pin in pins}
    for name, part in parts.items():
        assert part["version"] == versions[name.lower()]
        assert part["licenses"]


def test_names_system_libraries_and_what_is_shipped(bill):
    parts = {part["bom-ref"]: part for part in json.loads(bill)["components"]}
    for name in ["libsqlite3-0", "libpq5", "libcurl4", "libxlsxwriter4", "librsvg2-bin"]:
        assert parts[f"pkg:deb/debian/{name}"]["licenses"]
    for path in (ROOT / "Sources" / "Assets" / "files").iterdir():
        assert parts[str(path.relative_to(ROOT))]["hashes"]
    assert parts["Sources/Assets/files/common-passwords.txt"]["licenses"] == [{"license": {"id": "MIT"}}]


def test_everything_is_reached_from_the_product(bill):
    arrows = {each["ref"]: each["dependsOn"] for each in json.loads(bill)["dependencies"]}
    reached, waiting = set(), ["sightline"]
    while waiting:
        ref = waiting.pop()
        if ref not in reached:
            reached.add(ref)
            waiting += arrows[ref]
    assert reached == set(arrows)


def test_the_same_sources_give_the_same_bill(bill, tmp_path):
    again = tmp_path / "again.json"
    subprocess.run([ROOT / "bin" / "sbom", again], cwd=ROOT, check=True)
    assert again.read_text(encoding="utf-8") == bill
