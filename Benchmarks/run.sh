#!/usr/bin/env bash
# All benchmarks in one run: Kompas beside its peer where there is one, and the targets of the design beside the figures.
# Ratios are printed and never decide anything; only a difference in outcome fails.
set -euo pipefail
cd "$(dirname "$0")/.."
# BIN names a folder with release binaries that are there already.
bin=${BIN:-$(swift build -c release --show-bin-path)}
python=${KOMPAS_PYTHON:-python3}
shared=${KOMPAS_SHARED:-../shared}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
house=$(ls -d content/*/house.yaml | head -n 1)
house=${house%/house.yaml}

echo "machine: $(nproc) cores, load $(cut -d ' ' -f 1 /proc/loadavg)"

echo
echo "== facts and norms, one thread, schematic layers (target: p99 5 ms) =="
"$bin/kompas-bench-assessment" "$house"

if [ -d "$shared/geodata" ]; then
    echo
    echo "== overlay against shapely 2, one thread each (target: at least 10 times as fast) =="
    BIN=$bin PYTHON=$python KOMPAS_SHARED=$shared Benchmarks/overlay.sh

    echo
    echo "== facts and norms with real protected areas and municipalities (target: p99 5 ms) =="
    "$bin/kompas-import" "$shared/geodata/natura2000/natura2000_160_valid_rd.gpkg" --store "$work/lagen" \
        --designation natura2000 --name-field naam --licence "CC BY 4.0" 2>/dev/null
    "$bin/kompas-import" "$shared/geodata/boundaries/pdok_cbs_municipalities_nl_2025.json" --store "$work/lagen" \
        --designation gemeenten --name-field statnaam --licence "CC BY 4.0" 2>/dev/null
    "$bin/kompas-bench-assessment" "$house" "$work/lagen"
else
    echo "skipped: $shared/geodata not present"
fi

echo
echo "== opportunity map, two cores, planes warm (target: classes and hectares 8 ms at 25 m and 60 ms at 10 m; changed norm 5 ms at 25 m) =="
"$bin/kompas-bench-opportunity" "$house" --export "$work/map"
echo "against GDAL and NumPy in this run (target: 10 times as fast as on bytes, faster than on packed bits and than gdal_rasterize)"
"$python" Benchmarks/opportunity_numpy.py "$work/map" 25 10

echo
echo "== initiatives a second, with JSON, all cores (target: 1,000 on two cores) =="
"$python" - "$work/in.ndjson" <<'PYTHON'
import glob, json, sys

lines = [json.dumps(json.load(open(name))) for name in sorted(glob.glob("Examples/*.json"))]
with open(sys.argv[1], "w") as file:
    file.write("\n".join((lines * 100)[:2000]) + "\n")
PYTHON
"$bin/kompas" assess --ndjson --on 2026-11-20 <"$work/in.ndjson" >"$work/warm.ndjson"
start=$(date +%s.%N)
"$bin/kompas" assess --ndjson --on 2026-11-20 <"$work/in.ndjson" >"$work/out.ndjson"
end=$(date +%s.%N)
cmp "$work/warm.ndjson" "$work/out.ndjson"
"$python" -c "print(f'2,000 reports in {$end - $start:.2f} s: {2000 / ($end - $start):.0f} a second')"

echo
echo "== start and one assessment, house in the cache (target: start 150 ms) =="
"$python" - "$bin/kompas" <<'PYTHON'
import statistics, subprocess, sys, time

def milliseconds(*arguments):
    times = []
    for _ in range(20):
        start = time.perf_counter()
        subprocess.run([sys.argv[1], *arguments], check=True, stdout=subprocess.DEVNULL)
        times.append((time.perf_counter() - start) * 1000)
    return f"median {statistics.median(times):.0f} ms, worst {max(times):.0f} ms"

print("kompas activities              ", milliseconds("activities"))
print("kompas assess, report as JSON  ", milliseconds("assess", "Examples/de-haar.json", "--on", "2026-11-20", "--format", "json"))
PYTHON

echo
echo "== the chain of casework, on this disk =="
"$bin/kompas-bench-store" "$work"

echo
echo "== the web application (targets: sheet p99 100 ms at 50 a second; 3,000 policy pages a second; 250 KB; 300 MB) =="
"$python" Benchmarks/web.py "$bin/kompas"
