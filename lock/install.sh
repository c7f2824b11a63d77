#!/bin/sh
# Make .venv hold exactly what lock/run.txt (run), lock/extras.txt (extras: a class, a live preview) or
# lock/dev.txt (dev) says, and this project itself.
# Does nothing, and asks no network, when it already does.
set -eu

want=$1
venv=.venv
python=$venv/bin/python

say() { printf '%s\n' "$*" >&2; }
stop() { say "$*"; exit 1; }

# Whatever is set at home, the lock alone decides what is installed.
unset PYTHONDONTWRITEBYTECODE PYTHONHOME PYTHONPATH
unset PIP_NO_COMPILE PIP_PREFIX PIP_REQUIRE_VIRTUALENV PIP_TARGET PIP_USER
export PIP_DISABLE_PIP_VERSION_CHECK=1

# What an installation depends on: this folder and Python, then its lock and how the project is packed.
here() { pwd; "$python" -c 'import sys; print(sys.version_info[:2])'; }
recipe() { cat "lock/$1.txt" pyproject.toml lock/install.sh | cksum; }
holds() { [ -f "$venv/holds-$1" ] && [ "$(here; recipe "$1")" = "$(cat "$venv/holds-$1")" ]; }
is_ours() { [ "$(here)" = "$(head -n 2 "$venv"/holds-* 2>/dev/null)" ]; }

# What is needed to develop includes the extras, and those what is needed to play.
if [ -x "$python" ]; then
    for more in dev extras run; do
        if holds "$more"; then exit 0; fi
        if [ -f "$venv/holds-$more" ]; then want=$more; fi
        if [ "$more" = "$want" ]; then break; fi
    done
fi

suits() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; }
if [ -n "${PYTHON:-}" ]; then set -- "$PYTHON"; else set -- python3 python3.14 python3.13 python3.12 python3.11 python; fi
looked_for=$*
while [ $# -gt 0 ] && ! suits "$1"; do shift; done
[ $# -gt 0 ] || stop "Python 3.11 or newer is needed and was not found (looked for: $looked_for); PYTHON=/path/to/python3 can name one."
"$1" -c 'import ensurepip, venv' >/dev/null 2>&1 \
    || stop "$1 cannot make a virtual environment; on Debian and Ubuntu the package python3-venv is missing."

if [ -x "$python" ] && is_ours; then
    say "Bringing .venv up to the lock ..."
else
    say "Preparing .venv (once, half a minute or so) ..."
    rm -rf "$venv"
    "$1" -m venv "$venv" >/dev/null 2>&1 \
        || { rm -rf "$venv"; stop "$1 could not make $venv; on Debian and Ubuntu the package python3-venv may be missing."; }
fi

rm -f "$venv"/holds-*
"$python" -m pip install -qq --no-deps --require-hashes -r "lock/$want.txt" \
    || stop "Packages of lock/$want.txt could not be fetched, or are not the ones it names; see above. Only this first run needs the network."
"$python" -m pip install -qq --no-deps --no-build-isolation -e . \
    || stop "The packages are there, but the game itself could not be installed; see above."
"$python" -m compileall -q game \
    || stop "A file of the game cannot be read by this Python; see above."
{ here; recipe "$want"; } >"$venv/holds-$want"
