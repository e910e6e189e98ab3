#!/usr/bin/env bash
# Judges what the inputs name, and tells outputs and files. It leaves it to decide.sh what the exit code means for the job, so that
# reports are kept first.
set -euo pipefail
here=$GITHUB_ACTION_PATH/scripts/action
work=$(mktemp -d "${RUNNER_TEMP:-/tmp}/ce-conform.XXXXXX")
source "$here/common.sh"
source "$here/install.sh"

command -v node >/dev/null || refuse 'there is no Node.js; run actions/setup-node before (20.19 or later)'
assert_line report "${INPUT_REPORT:-}"
assert_line badge "${INPUT_BADGE:-}"
assert_line badge-endpoint "${INPUT_BADGE_ENDPOINT:-}"
dist='' tool=()
install_tool

# With an equals sign a value is a value, whatever it begins with.
args=()
one() {
  [ -z "$2" ] || args+=("--$1=$2")
}
many() {
  local word
  read_words lines "$2"
  for word in ${words[@]+"${words[@]}"}; do args+=("--$1=$word"); done
}
one target "${INPUT_TARGET:-}"
one sink-port "${INPUT_SINK_PORT:-}"
one claims "${INPUT_CLAIMS:-}"
one baseline "${INPUT_BASELINE:-}"
one config "${INPUT_CONFIG:-}"
many profile INPUT_PROFILES
many only INPUT_ONLY
many skip INPUT_SKIP
report=${INPUT_REPORT:-ce-conform.json}
args+=("--report=json=$report")
many report INPUT_FORMATS
formats=(${words[@]+"${words[@]}"})
if [ -n "${INPUT_ADAPTER:-}" ]; then
  read_words argv INPUT_ADAPTER
  args+=(--adapter -- ${words[@]+"${words[@]}"})
fi

# A report of an earlier run would be taken for one of this run.
if [ -f "$report" ]; then rm -f -- "$report"; fi
status=0
guarded run "${args[@]}" || status=$?
source "$here/keep.sh"
