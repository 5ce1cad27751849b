# What both scripts need: the tools, the packages, the pages and the programs. Sourced, not run.
# shellcheck shell=bash disable=SC2034

export DEBIAN_FRONTEND=noninteractive
export CARGO_TERM_PROGRESS_WHEN="${CARGO_TERM_PROGRESS_WHEN:-auto}"

NODE_AT_LEAST=20

# To compile and to show the window.
BUILD_PACKAGES=(build-essential pkg-config libwebkit2gtk-4.1-dev librsvg2-dev libssl-dev)
# To drive the window where there is no display.
# Other people's programs that read what Caseward writes; for scripts/test only.
FILE_PACKAGES=(poppler-utils qpdf libreoffice-calc-nogui python3-venv)
SCREEN_PACKAGES=(xvfb xauth webkit2gtk-driver dbus-x11 fonts-liberation)

say() { printf '\n== %s\n' "$*"; }

stop() {
  printf '%s\n' "$@" >&2
  exit 1
}

# Rust and Node come from where the reader keeps them; everything else comes from the system's packages.
need_languages() {
  command -v cargo >/dev/null || stop 'Rust is missing. Install it with rustup (https://rustup.rs), open a new terminal, and run this again.'
  if ! command -v node >/dev/null || ! command -v npm >/dev/null; then
    stop "Node is missing. Install Node $NODE_AT_LEAST or later (https://nodejs.org), and run this again."
  fi
  local major
  major=$(node -p 'process.versions.node.split(".")[0]')
  ((major >= NODE_AT_LEAST)) || stop "Node $major is too old. Install Node $NODE_AT_LEAST or later (https://nodejs.org), and run this again."
}

# need_packages PACKAGE...: installs those that are missing.
need_packages() {
  local missing=() package
  if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
    have_parts "$@" && return
    stop 'This system has no apt, so nothing was installed. Install what these Debian packages hold, and run this again:' "  $*"
  fi
  for package in "$@"; do
    [[ $(dpkg-query --show --showformat='${db:Status-Status}' "$package" 2>/dev/null) == installed ]] || missing+=("$package")
  done
  ((${#missing[@]} == 0)) && return
  local as_root=()
  if ((EUID != 0)); then
    command -v sudo >/dev/null || stop 'These packages are missing, and there is no sudo. Install them as root, and run this again:' "  ${missing[*]}"
    as_root=(sudo)
  fi
  say "Installing ${missing[*]}"
  "${as_root[@]}" apt-get update --quiet=2
  "${as_root[@]}" apt-get install --yes --quiet=2 --no-install-recommends "${missing[@]}"
}

# have_parts PACKAGE...: whether another system already has what the packages are for.
have_parts() {
  command -v cc >/dev/null && command -v pkg-config >/dev/null || return 1
  pkg-config --exists webkit2gtk-4.1 librsvg-2.0 openssl || return 1
  [[ " $* " != *' xvfb '* ]] || { command -v Xvfb && command -v xauth && command -v WebKitWebDriver && command -v dbus-run-session; } >/dev/null
}

# node_modules FOLDER: as the lockfile says, and only when it has changed.
node_modules() {
  local stamp="$1/node_modules/.installed" wanted
  wanted=$(sha256sum <"$1/package-lock.json")
  [[ -f $stamp && $(<"$stamp") == "$wanted" ]] && return
  say "Fetching what $1 needs"
  (cd "$1" && npm ci --no-audit --no-fund --loglevel=error) && printf '%s\n' "$wanted" >"$stamp"
}

# The pages, built when something they are made from has changed.
build_pages() {
  node_modules ui
  local stamp=ui/node_modules/.built made_from
  made_from=$(find ui -path ui/node_modules -prune -o -path ui/dist -prune -o -type f -print0 | sort -z | xargs -0 sha256sum | sha256sum)
  [[ -f ui/dist/index.html && -f $stamp && $(<"$stamp") == "$made_from" ]] && return
  say 'Building the pages'
  npm --prefix ui run --silent build && printf '%s\n' "$made_from" >"$stamp"
}

# The window and the command line.
build_programs() {
  say 'Building Caseward (some minutes the first time)'
  cargo build --workspace --bins --locked
}

# with_screen COMMAND...: on a display and a message bus of its own, whose chatter goes to out/screen.log.
with_screen() {
  mkdir -p out
  xvfb-run --auto-servernum --server-args='-screen 0 1400x1000x24' \
    dbus-run-session -- bash -c 'exec "$@" >&3 2>&4' bash "$@" 3>&1 4>&2 >out/screen.log 2>&1
}
