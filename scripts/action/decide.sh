#!/usr/bin/env bash
# The exit code of the run decides the job, as docs/ci.md says. What is printed is ours alone.
set -euo pipefail

fail() {
  printf '::error title=ce-conform::%s\n' "$2"
  exit "$1"
}

allowed=${INPUT_ALLOW_INCONCLUSIVE:-false}
case $allowed in
  true | false) ;;
  *) fail 2 'allow-inconclusive is neither true nor false' ;;
esac

# Without a report nothing was judged, whatever else is said.
case "${EXIT_CODE:-}, ${VERDICT:-none}" in
  '2, '*) fail 2 'an input, the configuration or the baseline cannot be used; the log says why' ;;
  '3, none') fail 3 'the target could not be reached, or the run ended before it was judged; the log says why' ;;
  *', none') fail 4 'the run did not end by itself; the log says why' ;;
  '0, '*) ;;
  '1, '*) fail 1 'nonconformant: a MUST requirement does not hold, and no baseline lists the failure' ;;
  '3, '*)
    [ "$allowed" = true ] || fail 3 'inconclusive: the target showed too little to be judged'
    echo '::warning title=ce-conform::inconclusive: the target showed too little to be judged, and that is allowed here'
    ;;
  '5, '*) fail 5 'no failure is new, but entries of the baseline are stale' ;;
  *) fail 4 'a fault of the harness may hide a failure' ;;
esac
