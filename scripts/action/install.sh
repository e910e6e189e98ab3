# Sourced: where the tool comes from.

# Sets `dist` to where the tool is built, and `tool` to its command line: of the folder or the tarball in INPUT_PACKAGE, else of a version on npm.
install_tool() {
  local spec
  if [ -n "${INPUT_PACKAGE:-}" ]; then
    spec=$(absolute "$INPUT_PACKAGE")
    if [ -d "$spec" ]; then
      take_from "$spec"
      return
    fi
    [ -f "$spec" ] || refuse 'the input package names no file and no folder'
  else
    local version=${INPUT_VERSION:-$(own_version)}
    case $version in
      *[!0-9A-Za-z.+^~_-]*) refuse 'the input version is no version' ;;
    esac
    spec=ce-conform@$version
  fi
  # What would be built for a machine in particular is not needed.
  npm install --prefix "$work/tool" --ignore-scripts --no-audit --no-fund --loglevel=error -- "$spec" >&2 ||
    refuse 'npm could not install it (see above)'
  take_from "$work/tool/node_modules/ce-conform"
}

take_from() {
  dist=$1/dist/src
  tool=(node "$dist/cli/bin.js")
}

# The version that this Action belongs to.
own_version() {
  node -p 'require(process.argv[1]).version' "$GITHUB_ACTION_PATH/package.json"
}
