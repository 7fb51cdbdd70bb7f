#!/usr/bin/env bash
# Holds opportunity maps against assessments, cell by cell, in a release build: 10,000 cells (CELLS) for each of twenty
# activities, half of them beside a line, for points and discs. On the schematic layers of the house, and on Natura 2000 and
# the ordinance of Zeeland where ../shared/geodata is at hand. Fails when one cell differs. BIN names a folder with release
# binaries that are there already.
set -euo pipefail
cd "$(dirname "$0")/.."
cells=${CELLS:-10002}
geodata=${KOMPAS_SHARED:-../shared}/geodata
if [ -z "${BIN:-}" ]; then
    swift build -c release --product kompas-bench-opportunity
    swift build -c release --product kompas-import
    BIN=$(swift build -c release --show-bin-path)
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# layer FILE DESIGNATION COVERAGE NAME-FIELD [OPTION ...]
layer() {
    "$BIN/kompas-import" "$geodata/$1" --store "$work/lagen" --designation "$2" --coverage "$3" --name-field "$4" \
        --licence 'CC BY 4.0' "${@:5}" >/dev/null
}

house=$(ls -d content/*/house.yaml | head -n 1)
echo "schematic layers, $cells cells for each activity"
"$BIN/kompas-bench-opportunity" "${house%/house.yaml}" --verify "$cells" >"$work/schematic" &
schematic=$!

if [ -d "$geodata" ]; then
    echo "Natura 2000 and the ordinance of Zeeland, $cells cells for each activity"
    zeeland=zeeland/omgevingsverordening_zeeland_2025.gpkg
    layer boundaries/pdok_cbs_provinces_nl_2025.json provinciegrens house statnaam \
        --where "statnaam='Zeeland'" --precision exact
    layer $zeeland stiltegebied house locatie_naam --where "gio_titel='stiltegebied b'" --precision exact
    layer $zeeland ganzenrustgebied house locatie_naam --where "gio_titel='ganzenrustgebieden'" \
        --precision indicative:300
    layer $zeeland grondwaterbescherming around:2000 locatie_naam --where "gio_titel='grondwaterbeschermingszone'" \
        --precision exact
    layer $zeeland aardkundig-waardevol features locatie_naam --where "gio_titel='aardkundig waardevolle gebieden'" \
        --precision indicative:100
    layer natura2000/natura2000_160_valid_rd.gpkg natura2000 around:5000 naam --attribute badge=soort \
        --precision indicative:150
    layer boundaries/pdok_cbs_municipalities_nl_2025.json kern around:1500 statnaam \
        --where "statnaam IN ('Goes','Veere')" --precision indicative:250
    "$BIN/kompas-bench-opportunity" Tests/Fixtures/house-kansen --schemas content/schema --layers "$work/lagen" \
        --verify "$cells" >"$work/real" &
    real=$!
else
    echo "skipped: $geodata not present"
    real=
fi

failed=0
wait "$schematic" || failed=1
cat "$work/schematic"
if [ -n "$real" ]; then
    wait "$real" || failed=1
    cat "$work/real"
fi
exit "$failed"
