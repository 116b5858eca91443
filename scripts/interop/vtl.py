"""Runs a VTL script with vtlengine and prints which data points each dataset of failures holds.

Takes a folder with script.vtl, request.json and one CSV file for each dataset; prints JSON, for each
dataset of failures the identifiers of its data points.
"""

import json
import sys
from pathlib import Path

import pandas as pd
import vtlengine

PANDAS_TYPES = {"String": "string", "Integer": "Int64", "Number": "Float64"}


def read_points(folder: Path, dataset: dict) -> pd.DataFrame:
    types = {one["name"]: PANDAS_TYPES[one["type"]] for one in dataset["DataStructure"]}
    return pd.read_csv(folder / f"{dataset['name']}.csv", dtype=types, keep_default_na=False, na_values=[""])


def main(folder: Path) -> None:
    request = json.loads((folder / "request.json").read_text(encoding="utf-8"))
    structures = request["structures"]
    results = vtlengine.run(
        script=(folder / "script.vtl").read_text(encoding="utf-8"),
        data_structures=structures,
        datapoints={one["name"]: read_points(folder, one) for one in structures["datasets"]},
        scalar_values=request["scalars"],
        return_only_persistent=False,
    )
    failures = {
        name: results[name].data[[one for one in request["identifiers"] if one in results[name].data]]
        .astype(str)
        .to_dict("records")
        for name in request["results"]
    }
    json.dump(failures, sys.stdout)


main(Path(sys.argv[1]))
