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
"$root/node_modules/.bin/tsc" --noEmit --strict --module nodenext --skipLibCheck --types '' --target es2023 use.mts
sed '/^import/s/, type Report//; s/: Report//' use.mts >use.mjs
node use.mjs
echo "the tarball $tarball installs, runs, and is typed"
