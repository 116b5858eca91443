"""Reads SDMX messages with sdmx1 and pysdmx and compares what they find with what was written.

Takes a folder with expected.json (for each dataflow: key with period, value, status and comment of every
observation), structures.<format>.<extension> and <dataflow>.<format>.<layout>.<extension>. Prints a line for each
file and reader; ends with 1 when anything differs.
"""

import json
import logging
import math
import sys
import warnings
from io import BytesIO
from pathlib import Path

import sdmx
from pysdmx.io import read_sdmx

warnings.simplefilter("ignore")
logging.disable(logging.CRITICAL)

SHOWN = 3
DIMENSIONS = 15


def number(value) -> float | None:
    """A value as a number; None where there is none."""
    if value is None or value in ("", "NaN", "nan", "<NA>"):
        return None
    found = float(value)
    return None if math.isnan(found) else found


def text(value) -> str:
    return "" if value is None or str(value) in ("nan", "NaN", "<NA>", "None") else str(value)


def by_sdmx1(message) -> dict:
    """Observations of an sdmx1 message by key and period."""
    found = {}
    for dataset in message.data:
        for one in dataset.obs:
            codes = {key: str(each.value) for key, each in one.key.values.items()}
            attributes = {key: each.value for key, each in one.attrib.items()}
            status = attributes.get("OBS_STATUS")
            key = ".".join([codes[one] for one in ORDER] + [codes["TIME_PERIOD"]])
            comment = text(getattr(attributes.get("COMMENT_OBS"), "value", attributes.get("COMMENT_OBS")))
            found[key] = (number(one.value), text(getattr(status, "id", status)), comment)
    return found


def by_pysdmx(message) -> dict:
    """Observations of a pysdmx message by key and period."""
    found = {}
    for dataset in message.data:
        for row in dataset.data.to_dict("records"):
            key = ".".join(str(row[one]) for one in [*ORDER, "TIME_PERIOD"])
            comment = text(row.get("COMMENT_OBS"))
            found[key] = (number(row.get("OBS_VALUE")), text(row.get("OBS_STATUS")), comment)
    return found


def as_draft(path: Path) -> BytesIO:
    """SDMX-JSON 1.0 in the order of its drafts, with header, structure and data sets at the top, as sdmx1 reads it."""
    tree = json.loads(path.read_text(encoding="utf-8"))
    draft = {"header": tree["meta"], "structure": tree["data"]["structure"], "dataSets": tree["data"]["dataSets"]}
    return BytesIO(json.dumps(draft).encode())


def sdmx1_reads(path: Path, structure) -> dict:
    if ".json1." in path.name:
        return by_sdmx1(sdmx.read_sdmx(as_draft(path)))
    return by_sdmx1(sdmx.read_sdmx(path, structure=structure))


def pysdmx_reads(path: Path, _structure) -> dict:
    return by_pysdmx(read_sdmx(path, validate=False))


# Neither reads JSON 2.0, sdmx1 no CSV 1.0, and pysdmx no JSON of data.
READERS = {
    "sdmx1": (sdmx1_reads, ("ml21", "ml21-generic", "ml30", "csv2", "json1")),
    "pysdmx": (pysdmx_reads, ("ml21", "ml21-generic", "ml30", "csv1", "csv2")),
}


def differences(expected: list, found: dict) -> list[str]:
    wrong = [f"not expected: {key}" for key in found.keys() - {key for key, *_ in expected}]
    for key, value, status, comment in expected:
        have = found.get(key)
        if have != (value, status, comment):
            wrong.append(f"{key}: {(value, status, comment)} was read as {have}")
    return wrong


def compare_data(folder: Path, expected: dict, structure) -> bool:
    same = True
    print(f"{'file':40}{'reader':10}{'expected':>10}{'read':>10}{'differ':>10}")
    for path in sorted(folder.glob("*.*.*.*")):
        flow, format_id, _layout, _extension = path.name.split(".")
        for name, (read, formats) in READERS.items():
            if format_id not in formats:
                continue
            found = read(path, structure)
            wrong = differences(expected[flow], found)
            same = same and not wrong
            print(f"{path.name:40}{name:10}{len(expected[flow]):10}{len(found):10}{len(wrong):10}")
            for one in wrong[:SHOWN]:
                print(f"  {one}")
    return same


def structures_of_sdmx1(path: Path) -> list[str]:
    message = sdmx.read_sdmx(path)
    kinds = ("codelist", "concept_scheme", "structure", "dataflow", "constraint", "organisation_scheme")
    return sorted(f"{kind} {one}" for kind in kinds for one in getattr(message, kind))


def structures_of_pysdmx(path: Path) -> list[str]:
    # A constraint of what data there are has no id in pysdmx.
    read = read_sdmx(path, validate=True).structures
    return sorted(f"{type(one).__name__} {getattr(one, 'id', '')}" for one in read)


def compare_structures(folder: Path) -> bool:
    """Each reader finds the same structures in every format it reads."""
    same = True
    for name, read, endings in (
        ("sdmx1", structures_of_sdmx1, (".xml",)),
        ("pysdmx", structures_of_pysdmx, (".xml", "json2.json")),
    ):
        found = {path.name: read(path) for path in sorted(folder.glob("structures.*")) if path.name.endswith(endings)}
        first = next(iter(found.values()))
        for file, structures in found.items():
            equal = structures == first
            same = same and equal
            print(f"{file:40}{name:10}{len(structures):10} structures{'' if equal else ', others than the first'}")
    return same


FOLDER = Path(sys.argv[1])
STRUCTURE = sdmx.read_sdmx(FOLDER / "structures.ml21.xml").structure["ICT_SDG"]
ORDER = [one.id for one in STRUCTURE.dimensions.components if one.id != "TIME_PERIOD"]
assert len(ORDER) == DIMENSIONS
EXPECTED = json.loads((FOLDER / "expected.json").read_text(encoding="utf-8"))
ALL = [compare_structures(FOLDER), compare_data(FOLDER, EXPECTED, STRUCTURE)]
sys.exit(0 if all(ALL) else 1)
