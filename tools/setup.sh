#!/usr/bin/env bash
# Installs what Kompas needs and is missing, and says what it does. Running it again changes nothing; with everything
# in place it needs no network and is silent.
#
#   tools/setup.sh            what building and running need: Swift, GEOS, PROJ, GDAL, SQLite
#   tools/setup.sh --web      also what the web application needs: Python packages in .venv, fonts, libraries for the browser
#   tools/setup.sh --tests    also that, a browser, and the Python packages of the tests
#   tools/setup.sh --bench    also the Python packages of the benchmarks, in .venv
set -euo pipefail
cd "$(dirname "$0")/.."

swift_needed=6.2
web=no
tests=no
bench=no
for argument in "$@"; do
    case $argument in
    --web) web=yes ;;
    --tests) web=yes tests=yes ;;
    --bench) web=yes bench=yes ;;
    *)
        echo "setup: unknown argument \`$argument\`; known are --web, --tests and --bench" >&2
        exit 2
        ;;
    esac
done

say() { echo "setup: $*" >&2; }
stop() {
    say "$*"
    exit 1
}

check_swift() {
    command -v swift >/dev/null ||
        stop "Swift $swift_needed or newer is needed and not found; install it as https://www.swift.org/install says"
    local version
    version=$(swift --version 2>/dev/null | sed -nE 's/.*Swift version ([0-9]+\.[0-9]+).*/\1/p' | head -n 1)
    [ -n "$version" ] || stop "cannot tell the version of Swift; does \`swift --version\` work?"
    if [ "$(printf '%s\n' "$swift_needed" "$version" | sort -V | head -n 1)" != "$swift_needed" ]; then
        stop "Swift $swift_needed or newer is needed, found $version; install it as https://www.swift.org/install says"
    fi
}

# GDAL is large; only the program that imports maps links it.
imports_maps() { grep -q 'name: "kompas-import"' Package.swift; }

# Whether the loader finds a shared library.
has_library() { [ "$(uname)" = Darwin ] || ldconfig -p 2>/dev/null | grep -F "$1" >/dev/null; }

# Names of Debian packages that are missing, one a line.
missing_packages() {
    if ! command -v pkg-config >/dev/null; then
        # Nothing can be asked yet; apt leaves alone what is there already.
        printf '%s\n' pkg-config libgeos-dev libproj-dev libsqlite3-dev zlib1g-dev
        if imports_maps; then echo libgdal-dev; fi
    else
        pkg-config --exists geos || echo libgeos-dev
        pkg-config --exists proj || echo libproj-dev
        if imports_maps; then pkg-config --exists gdal || echo libgdal-dev; fi
        # On a Mac, SQLite and zlib come with the system.
        [ "$(uname)" = Darwin ] || pkg-config --exists sqlite3 || echo libsqlite3-dev
        [ "$(uname)" = Darwin ] || pkg-config --exists zlib || echo zlib1g-dev
    fi
    if [ "$web" = yes ]; then
        # WeasyPrint lays out text with Pango; documents and pages are set in Open Sans.
        has_library libpangoft2-1.0.so.0 || echo libpangoft2-1.0-0
        has_library libharfbuzz-subset.so.0 || echo libharfbuzz-subset0
        [ "$(uname)" = Darwin ] || [ -e /usr/share/fonts/truetype/open-sans/OpenSans-Regular.ttf ] || echo fonts-open-sans
    fi
    if [ "$tests" = yes ]; then
        [ -n "${KOMPAS_BROWSER:-}" ] || command -v chromium >/dev/null || command -v google-chrome >/dev/null || echo chromium
        command -v pdftotext >/dev/null || echo poppler-utils
    fi
    if [ "$bench" = yes ]; then command -v wrk >/dev/null || echo wrk; fi
    if [ "$web" = yes ]; then
        command -v python3 >/dev/null || echo python3
        [ -x .venv/bin/python ] || python3 -c 'import ensurepip, venv' 2>/dev/null || echo python3-venv
    fi
}

install_packages() {
    local missing=()
    local package
    while read -r package; do missing+=("$package"); done < <(missing_packages)
    [ ${#missing[@]} -gt 0 ] || return 0
    if ! command -v apt-get >/dev/null; then
        stop "missing, under their Debian names: ${missing[*]}; install them with the package manager of this system"
    fi
    local as_root=()
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null || stop "missing: ${missing[*]}; ask somebody with root to install them"
        as_root=(sudo)
        say "installing with sudo, which may ask for your password: ${missing[*]}"
    else
        say "installing: ${missing[*]}"
    fi
    ${as_root[@]+"${as_root[@]}"} apt-get update -qq >&2
    ${as_root[@]+"${as_root[@]}"} env DEBIAN_FRONTEND=noninteractive \
        apt-get install -y -qq --no-install-recommends "${missing[@]}" >&2
    local still
    still=$(missing_packages | tr '\n' ' ')
    [ -z "$still" ] || stop "still missing after installing: $still"
}

# Installs the pinned packages of a list in .venv, unless that very list has been installed before.
install_python() {
    local list=requirements/$1.txt
    local stamp=.venv/installed-$1.txt
    cmp -s "$list" "$stamp" && [ -x .venv/bin/python ] && return 0
    if [ ! -x .venv/bin/python ]; then
        say "making .venv for Python packages"
        python3 -m venv .venv
    fi
    say "installing the packages of $list in .venv"
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --requirement "$list" >&2
    cp "$list" "$stamp"
}

check_swift
install_packages
if [ "$web" = yes ]; then
    install_python web
    .venv/bin/python tools/vendor.py
fi
[ "$tests" = no ] || install_python tests
[ "$bench" = no ] || install_python bench
