"""Asks a running service with the clients sdmx1 (SDMX REST 1.5) and pysdmx (2.x), and compares with what was released.

Takes the address of the service and the folder of the release. Prints a line for each question; ends with 1 when
anything differs.
"""

import csv
import logging
import sys
import warnings
from io import BytesIO
from pathlib import Path

import sdmx
from pysdmx.api.fmr import RegistryClient
from pysdmx.api.qb import ApiVersion, AvailabilityQuery, DataContext, DataQuery, RestService
from pysdmx.api.qb import StructureQuery, StructureReference, StructureType
from pysdmx.io import read_sdmx
from pysdmx.io.format import DataFormat

warnings.simplefilter("ignore")
logging.disable(logging.CRITICAL)

BREAKDOWN = ["SEX", "AGE", "URBANISATION", "EDUCATION_LEV", "COMPOSITE_BREAKDOWN"]
KEY = ["SERIES", "REF_AREA", *BREAKDOWN, "TIME_PERIOD"]
# Areas for which whole flows are compared.
AREAS = ["404", "76", "643"]
failures = 0


def told(question: str, right: bool, detail: str) -> None:
    global failures
    failures += not right
    print(f"{'same ' if right else 'OTHER'} {question}: {detail}")


def released(folder: Path) -> dict:
    """Figures of countries by key, as the release's data file has them."""
    with open(folder / "data" / "countries.csv", newline="", encoding="utf-8") as lines:
        return {
            tuple(row[id] for id in KEY): (float(row["OBS_VALUE"]) if row["OBS_VALUE"] else None, row["OBS_STATUS"])
            for row in csv.DictReader(lines)
        }


def number(value) -> float | None:
    return None if value is None or value in ("", "NaN", "nan") or value != value else float(value)


def by_sdmx1(message) -> dict:
    found = {}
    for dataset in message.data:
        for one in dataset.obs:
            codes = {id: str(each.value) for id, each in one.key.values.items()}
            status = one.attrib["OBS_STATUS"].value
            found[tuple(codes[id] for id in KEY)] = (number(one.value), str(getattr(status, "id", status)))
    return found


def by_pysdmx(datasets) -> dict:
    found = {}
    for dataset in datasets:
        for row in dataset.data.to_dict("records"):
            found[tuple(str(row[id]) for id in KEY)] = (number(row["OBS_VALUE"]), str(row["OBS_STATUS"]))
    return found


def compare(question: str, found: dict, wanted: dict) -> None:
    other = [key for key in found.keys() | wanted.keys() if found.get(key) != wanted.get(key)]
    detail = f"{len(found)} observations" + "".join(f"\n    {key} {found.get(key)} {wanted.get(key)}" for key in other[:3])
    told(question, not other and len(wanted) > 0, detail)


def ask_sdmx1(base: str, wanted: dict) -> None:
    sdmx.add_source({"id": "ICTSDG", "name": "ictsdg", "url": f"{base}/rest/v1"})
    client = sdmx.Client("ICTSDG")
    flows = client.dataflow()
    told("sdmx1, dataflows", set(flows.dataflow) == {"GLOBAL", "THEMATIC", "AGGREGATES"}, " ".join(flows.dataflow))
    whole = client.dataflow("GLOBAL")
    represented = [one.local_representation.enumerated for one in whole.structure["ICT_SDG"].dimensions]
    filled = [codes for codes in represented if codes is not None and len(codes) > 0]
    told("sdmx1, a dataflow with the code list of each dimension", len(filled) == 15, f"{len(whole.codelist)} code lists")
    found = {}
    for flow in ("GLOBAL", "THEMATIC"):
        found |= by_sdmx1(client.data(flow, key={"REF_AREA": AREAS}))
    compare("sdmx1, data of three countries by a key of codes", found, {key: value for key, value in wanted.items() if key[1] in AREAS})
    key = ".".join(["", "", "IT_USE_II99", "404", *[""] * 11])
    found = by_sdmx1(client.data("GLOBAL", key=key, params={"startPeriod": "2015", "endPeriod": "2018"}))
    of = {key: value for key, value in wanted.items() if key[:2] == ("IT_USE_II99", "404") and "2015" <= key[-1] <= "2018"}
    compare("sdmx1, data of four years by a key as text", found, of)


def ask_pysdmx(base: str, wanted: dict) -> None:
    registry = RegistryClient(f"{base}/rest/v2", timeout=60)
    flows = registry.get_dataflows("ICTSDG")
    told("pysdmx, dataflows", len(list(flows)) == 3, " ".join(flow.id for flow in flows))
    codes = registry.get_codes("ICTSDG", "CL_SERIES", "1.0")
    told("pysdmx, codes of the series", "IT_USE_II99" in {code.id for code in codes.codes}, f"{len(codes.codes)} codes")
    structures = list(registry.get_data_structures("ICTSDG", "ICT_SDG", "1.0"))
    told("pysdmx, the data structure", len(structures) == 1 and len(structures[0].components.dimensions) == 16, f"{len(structures[0].components)} components")
    service = RestService(f"{base}/rest/v2", ApiVersion.V2_0_0, timeout=60, data_format=DataFormat.SDMX_CSV_2_0_0)
    found = {}
    for flow in ("GLOBAL", "THEMATIC"):
        key = [".".join(["*", "*", "*", area, *["*"] * 11]) for area in AREAS]
        query = DataQuery(DataContext.DATAFLOW, "ICTSDG", flow, "1.0", key)
        found |= by_pysdmx(read_sdmx(BytesIO(service.data(query))).data)
    compare("pysdmx, data of three countries by three keys", found, {key: value for key, value in wanted.items() if key[1] in AREAS})
    structure = service.structure(StructureQuery(StructureType.DATAFLOW, "ICTSDG", "GLOBAL", references=StructureReference.DESCENDANTS))
    read = read_sdmx(BytesIO(structure))
    told("pysdmx, a dataflow with its descendants", len(list(read.get_codelists())) > 10, f"{len(list(read.get_codelists()))} code lists")
    available = service.availability(AvailabilityQuery(DataContext.DATAFLOW, "ICTSDG", "GLOBAL", "1.0"))
    told("pysdmx, what data there are", b"IT_USE_II99" in available, f"{len(available)} bytes")


if __name__ == "__main__":
    address, release = sys.argv[1], Path(sys.argv[2])
    figures = released(release)
    ask_sdmx1(address, figures)
    ask_pysdmx(address, figures)
    sys.exit(1 if failures else 0)
