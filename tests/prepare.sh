# Sourced by run.sh and test.sh: says what is missing, and installs it where that is possible.
# Usage: prepare dotnet node npm git curl chromium espeak-ng
package_of() {
  case $1 in
    npm | node) echo nodejs npm ;;
    opusenc) echo opus-tools ;;
    *) echo "$1" ;;
  esac
}

prepare() {
  local missing=() tool
  if ! command -v dotnet >/dev/null; then
    echo "The .NET 10 SDK is missing. Install the package dotnet-sdk-10.0 from Microsoft's Debian feed, then try again." >&2
    return 1
  fi
  if ! dotnet --version >/dev/null 2>&1; then
    echo "The .NET 10 SDK is needed; 'dotnet --list-sdks' shows only: $(dotnet --list-sdks | tr '\n' ' ')" >&2
    return 1
  fi
  if command -v node >/dev/null && [ "$(node -p 'parseInt(process.versions.node)')" -lt 20 ]; then
    echo "Node 20 or newer is needed; this is $(node --version)." >&2
    return 1
  fi
  for tool in "$@"; do
    command -v "$tool" >/dev/null || missing+=($(package_of "$tool"))
  done
  [ ${#missing[@]} -eq 0 ] && return 0
  local install="apt-get update && apt-get install -y --no-install-recommends ${missing[*]}"
  if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
    echo "Installing: ${missing[*]}"
    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null && return 0
  fi
  echo "Missing: ${missing[*]}. Install with: sudo sh -c '$install'" >&2
  return 1
}
