#!/bin/sh
# Measures the overlay against shapely in one run, both on one thread. Needs ../shared/geodata and a Python with shapely 2
# (PYTHON names it). Prints both sides and their ratio; fails only when an area differs.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
shared=${KOMPAS_SHARED:-$root/../shared}/geodata
python=${PYTHON:-python3}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$root"
if [ -z "${BIN:-}" ]; then
    swift build -c release --product kompas-import
    swift build -c release --product kompas-bench-overlay
    BIN=$(swift build -c release --show-bin-path)
fi
natura=$shared/natura2000/natura2000_160_valid_rd.gpkg
zeeland=$shared/zeeland/omgevingsverordening_zeeland_2025.gpkg
"$BIN/kompas-import" "$natura" --store "$work/lagen" --designation natura2000 --licence "CC BY 4.0"
"$BIN/kompas-import" "$zeeland" --store "$work/lagen" --designation zeeland --licence none
"$python" Benchmarks/overlay_shapely.py write "$work/polygons" "natura2000=$natura" "zeeland=$zeeland"
"$BIN/kompas-bench-overlay" "$work/lagen" "$work/polygons" "$work/results"
"$python" Benchmarks/overlay_shapely.py compare "$work/polygons" "$work/results" "natura2000=$natura" "zeeland=$zeeland"
