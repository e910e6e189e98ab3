# Sourced: what the scripts of the Action share. Values of inputs are words, never code: no eval, no expansion without quotes.

# output NAME VALUE: the value is of one line.
output() {
  printf '%s=%s\n' "$1" "$2" >>"$GITHUB_OUTPUT"
}

# What the Action tells of a run without a report.
no_report() {
  local name
  output exit-code "$1"
  output verdict none
  for name in passed failed undecided must-applicable must-verified must-failed; do output "$name" 0; done
}

# Ends with what is wrong. Texts of inputs are no part of it: the runner would read some of them as commands.
refuse() {
  printf 'error: failed to start ce-conform: %s\n' "$1" >&2
  no_report 2
  exit 2
}

# assert_line NAME VALUE: outputs are lines.
assert_line() {
  case $2 in
    *$'\n'* | *$'\r'*) refuse "the input $1 has more than one line" ;;
  esac
}

# read_words KIND NAME: sets `words` to what an input holds, one word a line, or the elements of a JSON array.
words=()
read_words() {
  local file=$work/words word
  words=()
  node "$here/words.mjs" "$1" "$2" >"$file" || refuse 'an input cannot be read (see above)'
  while IFS= read -r -d '' word; do words+=("$word"); done <"$file"
}

random_word() {
  od -An -N16 -tx1 /dev/urandom | tr -d ' \n'
}

# Runs a command of the tool. Until the word comes back, the runner takes no line of the log for a command, whatever a target sent.
# Nothing that the tool starts has any business with the files of the runner.
guarded() {
  local word status=0
  word=$(random_word)
  printf '::stop-commands::%s\n' "$word"
  env -u GITHUB_OUTPUT -u GITHUB_ENV -u GITHUB_PATH -u GITHUB_STATE "${tool[@]}" "$@" || status=$?
  printf '\n::%s::\n' "$word"
  return "$status"
}

absolute() {
  case $1 in
    /* | [A-Za-z]:*) printf %s "$1" ;;
    *) printf '%s/%s' "$PWD" "$1" ;;
  esac
}
