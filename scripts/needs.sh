# Sourced by ./test: finds the programs the tests need and installs with apt-get what is missing.

find_postgres() { # prints the folder of the newest PostgreSQL server programs
  local initdb
  initdb=$(ls -d /usr/lib/postgresql/*/bin/initdb 2>/dev/null | sort -V | tail -n 1)
  [[ -n $initdb ]] || initdb=$(command -v initdb) || return 1
  dirname "$initdb"
}

find_chromium() {
  if [[ -n ${CHROMIUM:-} ]]; then echo "$CHROMIUM"; return; fi
  command -v chromium || command -v chromium-browser || command -v google-chrome
}

have_font() { [[ -n $(find /usr/share/fonts "${HOME:-/}/.local/share/fonts" -iname "$1" -print -quit 2>/dev/null) ]]; }

install_missing() {
  local packages=() root=()
  find_postgres >/dev/null || packages+=(postgresql)
  command -v redis-server >/dev/null || packages+=(redis-server)
  find_chromium >/dev/null || packages+=(chromium)
  [[ -e /usr/lib/softhsm/libsofthsm2.so ]] || packages+=(softhsm2)
  have_font 'Liberation*' || packages+=(fonts-liberation)
  have_font '*Emoji*' || packages+=(fonts-noto-color-emoji)
  [[ -e /usr/share/zoneinfo/Europe/Amsterdam ]] || packages+=(tzdata)
  (( ${#packages[@]} )) || return 0

  echo "The tests need: ${packages[*]}. Installing with apt-get."
  command -v apt-get >/dev/null || stop_with "There is no apt-get here. Install these yourself and run ./test again: ${packages[*]}"
  if (( EUID != 0 )); then
    command -v sudo >/dev/null || stop_with "Not root and no sudo. As root: apt-get install ${packages[*]}"
    if [[ -t 0 ]]; then root=(sudo); else root=(sudo -n); fi
  fi
  local apt=("${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=300)
  "${apt[@]}" update </dev/null || echo "apt-get update failed; trying with the package lists that are here."
  "${apt[@]}" install -y --no-install-recommends "${packages[@]}" </dev/null >/dev/null \
    || stop_with "apt-get could not install: ${packages[*]}"
}

check_kits() { # the two things that ./test does not install
  dotnet --list-sdks 2>/dev/null | grep -q '^10\.' || stop_with "The .NET SDK 10 is missing: https://dotnet.microsoft.com/download"
  local node
  node=$(node --version 2>/dev/null) || stop_with "Node 20 or newer is missing: https://nodejs.org"
  node=${node#v}
  (( ${node%%.*} >= 20 )) || stop_with "Node 20 or newer is needed; this is $node."
}
