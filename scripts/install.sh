# Sourced by the other scripts: installs Debian packages that are missing, and the npm packages of the lock file.

install_npm_packages() {
  local script=${0##*/}
  if ! command -v node >/dev/null || ! command -v npm >/dev/null; then
    echo "$script: Node.js 20 or later and npm are needed (https://nodejs.org)" >&2
    exit 1
  fi
  if [ "$(node -p 'process.versions.node.split(".")[0]')" -lt 20 ]; then
    echo "$script: Node.js $(node --version) is too old; 20 or later is needed" >&2
    exit 1
  fi
  if ! npm ci --no-audit --no-fund --loglevel=error >&2; then
    echo "$script: npm ci failed, see above" >&2
    exit 1
  fi
}

install_debian_packages() {
  local script=${0##*/} package missing=()
  for package in "$@"; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || missing+=("$package")
  done
  if [ ${#missing[@]} -eq 0 ]; then return; fi
  if ! command -v apt-get >/dev/null || [ "$(id -u)" -ne 0 ]; then
    echo "$script: these Debian packages are missing: ${missing[*]}" >&2
    echo "$script: install them with: apt-get install ${missing[*]}" >&2
    exit 1
  fi
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}"
}
