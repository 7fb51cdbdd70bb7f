#!/usr/bin/env bash
# House rules for Sources/ that a script can check. Prints every breach as file:line: text and exits 1 when there is one.
#
#   - nothing that crashes instead of answering: try!, as!, fatalError, preconditionFailure, force unwraps
#   - no file of more than 400 lines without a reason in its first comment (a line that begins with `// Long because`)
#   - nothing of a policy house: not its authority, documents, rules or places; those are read from content/
set -euo pipefail
cd "$(dirname "$0")/.."
export LC_ALL=C.UTF-8

broken=0
breach() {
    printf '%s:\n%s\n' "$1" "$2" >&2
    broken=1
}

crashing='try!|as!|\bfatalError\(|\bpreconditionFailure\(|\.unsafelyUnwrapped|[]A-Za-z0-9_)]!(\.|\)|,|$|\[)'
found=$(grep -rnE --include='*.swift' "$crashing" Sources | grep -vE '^[^:]+:[0-9]+: *//' || true)
[ -z "$found" ] || breach 'can crash where it should answer' "$found"

found=$(
    find Sources -name '*.swift' -print | while read -r file; do
        lines=$(wc -l <"$file")
        if [ "$lines" -gt 400 ] && ! head -n 5 "$file" | grep -q '^// Long because'; then echo "$file: $lines lines"; fi
    done
)
[ -z "$found" ] || breach 'longer than 400 lines without a reason' "$found"

# Words that belong to a house. Names that are words of the language too are left out: those of fewer than four
# letters, and four longer ones.
house_words() {
    local house
    for house in content/*/house.yaml; do
        local folder=${house%/house.yaml}
        basename "$folder"
        # The proper name of the authority: what begins with a capital. Ids have it in small letters.
        sed -nE 's/^ *name: *//p' "$house" | grep -oE '\b[A-Z][a-z]{3,}' | awk '{ print; print tolower($0) }' || true
        # Ids of documents; ids of norms have a dot.
        sed -nE 's/^ *- *id: *([a-z0-9.-]+) *$/\1/p' "$folder"/documents/*.yaml 2>/dev/null || true
        find "$folder/norms" -name '*.yaml' -exec sed -nE 's/^ *- *id: *([a-z0-9-]+\.[a-z0-9.-]+) *$/\1/p' {} + 2>/dev/null || true
        # Names of features: places, salt domes, areas.
        find "$folder/layers" -name '*.geojson' -exec grep -ohE '"name": ?"[^"]{4,}"' {} + 2>/dev/null |
            sed -E 's/^"name": ?"(.*)"$/\1/' | grep -E '^[A-Z]' || true
    done | sort -u | grep -vxE 'Amen|Anderen|Dalen|Spier'
}
words=$(mktemp)
trap 'rm -f "$words"' EXIT
house_words >"$words"
found=$(grep -rnwFf "$words" --include='*.swift' Sources || true)
[ -z "$found" ] || breach 'the engine names the house' "$found"

exit "$broken"
