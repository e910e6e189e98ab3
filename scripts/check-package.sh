#!/usr/bin/env bash
# Packs the package, installs the tarball into an empty project, and uses all of it from there: the command line, the libraries and the
# Vitest integration, with their types.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
say() { printf -- '-- %s (after %d s)\n' "$*" "$SECONDS"; }

say 'packed'
tarball=$(cd "$root" && npm pack --silent --pack-destination "$work")
npx --no-install --prefix "$root" publint --strict "$work/$tarball"

say 'installed alone: nothing that only tests need comes with it'
cd "$work"
npm init --yes >/dev/null
npm install --no-audit --no-fund --prefer-offline "./$tarball"
[ ! -e node_modules/vitest ] || { echo 'vitest came with it, and is needed by nobody but its users' >&2; exit 1; }

say 'the command line'
npx --no-install ce-conform --version
npx --no-install ce-conform --target reference: --report json=out.json >/dev/null
npx --no-install ce-conform verify out.json

say 'the example project, whose own tools are those of this repository'
cp "$root"/examples/library/* .
npm pkg set type=module
for tool in vitest typescript @types/node; do
  mkdir -p "$(dirname "node_modules/$tool")"
  [ -e "node_modules/$tool" ] || ln -s "$root/node_modules/$tool" "node_modules/$tool"
done
tsc=("$root/node_modules/.bin/tsc")
"${tsc[@]}" --project .
node dist/judge.js
node dist/property.js
node dist/filter.js

say 'the types, as a bundler finds them too'
"${tsc[@]}" --project . --noEmit --module esnext --moduleResolution bundler

say 'its tests, and those of a target with a fault: they fail, and nothing else does'
sed 's|^  target: .*|  target: "reference:?fault=http.dec.once/twice",|' conformance.test.ts >faulty.test.ts
status=0; NO_COLOR=1 node node_modules/vitest/vitest.mjs run --exclude dist >tested.txt 2>&1 || status=$?
if [ "$status" -ne 1 ] || ! grep -q '✓ conformance.test.ts' tested.txt || ! grep -q 'FAIL .*http.dec.once/blank@http-binary' tested.txt; then
  cat tested.txt; echo "vitest ended with $status" >&2; exit 1
fi
grep -E 'conformance.test.ts \(|Tests ' tested.txt

say 'the library tells a fault as well'
status=0; node dist/judge.js 'reference:?fault=http.dec.once/twice' >judged.txt || status=$?
if [ "$status" -ne 1 ] || ! grep -q '(http.dec.once)' judged.txt; then
  cat judged.txt; echo "it ended with $status" >&2; exit 1
fi
say "the tarball $tarball installs, runs, and is typed"
