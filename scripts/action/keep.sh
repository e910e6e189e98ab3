# Sourced by judge.sh, behind the run: outputs, badges, and a folder with all that is to be kept.

# keep FILE: a copy, beside others of the same name.
kept=$work/kept
keep() {
  [ -f "$1" ] || return 0
  mkdir -p "$kept"
  local place
  place=$kept/$(basename -- "$1")
  [ ! -e "$place" ] || place=$kept/$(random_word)-$(basename -- "$1")
  cp -- "$1" "$place"
}

# A badge that is refused is no failure of the job, which the verdict decides.
make_badges() {
  local badge=${INPUT_BADGE:-} endpoint=${INPUT_BADGE_ENDPOINT:-} flags=()
  [ -z "$badge" ] || flags+=(-o "$(absolute "$badge")")
  [ -z "$endpoint" ] || flags+=(--endpoint "$(absolute "$endpoint")")
  [ ${#flags[@]} -gt 0 ] || return 0
  # Those of an earlier run would be taken for ones of this run.
  rm -f -- ${badge:+"$badge"} ${endpoint:+"$endpoint"}
  if guarded badge "$(absolute "$report")" "${flags[@]}"; then
    tell_badge badge "$badge"
    tell_badge badge-endpoint "$endpoint"
  else
    echo '::warning title=ce-conform::no badge was made; the log says why'
  fi
}

tell_badge() {
  [ -f "$2" ] || return 0
  output "$1" "$(absolute "$2")"
  keep "$2"
}

if [ ! -f "$report" ]; then
  no_report "$status"
  return 0
fi
output exit-code "$status"
node "$here/outputs.mjs" "$report" "$dist" >>"$GITHUB_OUTPUT"
output report "$(absolute "$report")"
keep "$report"
for pair in ${formats[@]+"${formats[@]}"}; do
  file=${pair#*=}
  [ "$file" = "$report" ] || keep "$file"
  # Annotations: lines for the runner to read, which the tool has made safe.
  if [ "${pair%%=*}" = github ] && [ -f "$file" ]; then cat -- "$file"; fi
done
make_badges
output files "$kept"
