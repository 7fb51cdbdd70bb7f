#!/usr/bin/env bash
# House rules for Sources/ that a script can check. Prints every breach as file:line: text and exits 1 when there is one.
#
#   - nothing that crashes instead of answering: try!, as!, fatalError, preconditionFailure, force unwraps
#   - no program started by Foundation's Process, which can crash when many files are open (docs/decisions/0025)
#   - no file of more than 400 lines without a reason in its first comment (a line that begins with `// Long because`)
#
# That Sources/ names no policy house is a test: Tests/AssessmentTests/HouseNames.
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

found=$(grep -rnE --include='*.swift' '(^|[^.A-Za-z])Process\(\)' Sources Tests Benchmarks || true)
[ -z "$found" ] || breach 'starts a program with the Process of Foundation' "$found"

found=$(
    find Sources -name '*.swift' -print | while read -r file; do
        lines=$(wc -l <"$file")
        if [ "$lines" -gt 400 ] && ! head -n 5 "$file" | grep -q '^// Long because'; then echo "$file: $lines lines"; fi
    done
)
[ -z "$found" ] || breach 'longer than 400 lines without a reason' "$found"

exit "$broken"
