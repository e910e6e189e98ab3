#!/usr/bin/env bash
# Packs the package, installs the tarball into an empty folder, and runs it from there.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
tarball=$(cd "$root" && npm pack --silent --pack-destination "$work")
npx --no-install --prefix "$root" publint --strict "$work/$tarball"
cd "$work"
npm init --yes >/dev/null
npm install --no-audit --no-fund "./$tarball"
npx --no-install ce-conform --version
npx --no-install ce-conform --target reference: --report json=out.json >/dev/null
npx --no-install ce-conform verify out.json
cat >use.mts <<'TS'
import { run, type Report } from 'ce-conform';
const report: Report = await run({ target: 'reference:' });
if (report.verdict !== 'conformant') throw new Error(report.verdict);
TS
cat >property.mts <<'TS'
import { batch, type CloudEvent, decodeMessage, differences, event, FORMS, write, writings } from 'ce-conform/arbitraries';
import fc from 'fast-check';
const told: fc.Arbitrary<CloudEvent> = event;
fc.assert(
  fc.property(told, batch, writings(FORMS), (one, several, writing) => {
    const decoded = decodeMessage(write([one, ...several], writing));
    if (decoded.kind === 'rejected') throw new Error(decoded.reason);
    return decoded.value.events.slice(0, 1).every((seen) => differences(one, seen).length === 0);
  }),
);
TS
"$root/node_modules/.bin/tsc" --noEmit --strict --module nodenext --skipLibCheck --types '' --target es2023 use.mts property.mts
sed '/^import/s/, type Report//; s/: Report//' use.mts >use.mjs
node use.mjs
sed '/^import/s/type CloudEvent, //; s/: fc.Arbitrary<CloudEvent>//' property.mts >property.mjs
node property.mjs
echo "the tarball $tarball installs, runs, and is typed"
