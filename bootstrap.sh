#!/usr/bin/env bash
# The only set-up: installs what is missing, configures, builds. See --help.
# shellcheck disable=SC2046,SC2086,SC2116  # lists of package names are meant to be split into words
set -euo pipefail
here=$PWD # where the user stands: files that `run` makes go there
cd -- "$(dirname -- "${BASH_SOURCE[0]}")" >/dev/null

usage() {
    cat <<'END'
Usage: ./bootstrap.sh [run | test [--no-page] | --help]

  (nothing)  install what is missing, then build the program and its tests
  run        build, then make knuckle-crack.wav and its picture knuckle-crack.svg in the current directory
  test       build, then pass every test; the class-room page is built and tested too (needs emscripten, node, npm and
             browsers, 1.5 GB), unless --no-page leaves it out

Debian and Ubuntu: missing packages are installed with apt (through sudo, unless you are root).
Elsewhere their names are printed, and the build is tried with what is there.
The build is plain CMake: `cmake --workflow --preset release` does what `test` does here.
END
}

say() { printf '%s\n' "$*" >&2; }
stop() { say "bootstrap: $*"; exit 1; }

# What is needed: command or header, then its package in Debian (a|b: the first that is known), Fedora, Arch, Homebrew
needs() {
    cat <<'END'
c++                  g++                 gcc-c++              gcc             gcc
cmake                cmake               cmake                cmake           cmake
ninja                ninja-build         ninja-build          ninja           ninja
pkg-config           pkg-config          pkgconf              pkgconf         pkgconf
gnuplot              gnuplot-nox         gnuplot              gnuplot         gnuplot
boost/version.hpp    libboost-dev        boost-devel          boost           boost
sndfile.h            libsndfile1-dev     libsndfile-devel     libsndfile      libsndfile
ogg/ogg.h            libogg-dev          libogg-devel         libogg          libogg
ebur128.h            libebur128-dev      libebur128-devel     libebur128      libebur128
portaudio.h          portaudio19-dev     portaudio-devel      portaudio       portaudio
rtmidi/RtMidi.h      librtmidi-dev       rtmidi-devel         rtmidi          rtmidi
curses.h             libncurses-dev      ncurses-devel        ncurses         ncurses
kissfft/kissfft.hh   libkissfft-dev      kiss-fft-devel       kissfft         kissfft
toml++/toml.h        libtomlplusplus-dev tomlplusplus-devel   tomlplusplus    tomlplusplus
nlohmann/json.hpp    nlohmann-json3-dev  json-devel           nlohmann-json   nlohmann-json
CLI/CLI.hpp          libcli11-dev        cli11-devel          cli11           cli11
doctest/doctest.h    doctest-dev         doctest-devel        doctest         doctest
jackd                jackd2              jack-audio-connection-kit jack2      jack
jack_wait            jack-example-tools|jackd2 jack-audio-connection-kit-example-clients jack-example-tools jack
groff                groff-base          groff-base           groff           groff
END
}

# Is the header there? Boost counts from 1.81 on: older uBLAS does not compile as C++20.
has_header() {
    local test="#if !__has_include(<$1>)
#error missing
#endif"
    [[ $1 != boost/version.hpp ]] || test+="
#include <boost/version.hpp>
#if BOOST_VERSION < 108100
#error too old
#endif"
    c++ -x c++ -std=c++20 -E - <<<"$test" >/dev/null 2>&1
}

# The names in one column of needs() of everything that is missing.
missing() {
    local thing names
    needs | while read -r thing names; do
        case $thing in
            */* | *.h) has_header "$thing" ;;
            *) command -v "$thing" >/dev/null ;;
        esac || cut -d' ' -f"$1" <<<"$(echo $names)"
    done
}

as_root() {
    if ((EUID == 0)); then "$@"; else sudo "$@"; fi
}

# Of each "a|b" the first package that apt knows.
known() {
    local names package
    for names in "$@"; do
        for package in ${names//|/ }; do
            [[ $package == "$names" || -n $(apt-cache madison "$package" 2>/dev/null) ]] || continue
            echo "$package"
            break
        done
    done
}

# The Boost package of this distribution that is new enough.
boost_package() {
    local package version
    for package in libboost-dev libboost1.{81..99}-dev; do
        version=$(LC_ALL=C apt-cache policy "$package" | sed -n 's/^ *Candidate: //p')
        [[ -n $version && $version != '(none)' ]] || continue
        if dpkg --compare-versions "$version" ge 1.81; then echo "$package"; return; fi
    done
    stop "this distribution has no Boost 1.81 or newer; install it from boost.org with its CMake files (b2 install), then try again"
}

# Asks apt first what it would remove, because Debian's Boost versions exclude each other.
refuse_removals() {
    local removed
    removed=$(LC_ALL=C apt-get install --simulate --no-install-recommends "$@" | sed -n 's/^Remv \([^ ]*\).*/\1/p')
    [[ -z $removed ]] || stop "nothing was installed, because apt would have to remove" $removed "
for it (Debian allows one Boost at a time). If you can do without, run
    apt-get install $*
yourself and then ./bootstrap.sh again; or install Boost 1.81 or newer from boost.org (b2 install puts it into /usr/local)."
}

install_with_apt() {
    local packages boost
    packages=$(missing 1)
    [[ -n $packages ]] || return 0
    ((EUID == 0)) || command -v sudo >/dev/null ||
        stop "not root and no sudo; install these first (Boost: 1.81 or newer):" $packages
    say "bootstrap: looking up packages"
    as_root apt-get update -q >&2
    packages=$(known $packages | sort -u)
    if [[ $packages == *libboost-dev* ]]; then
        boost=$(boost_package)
        packages=${packages/libboost-dev/$boost}
    fi
    refuse_removals $packages
    say "bootstrap: installing" $packages
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-remove --no-install-recommends $packages >&2
}

name_packages() {
    [[ -n $(missing 1) ]] || return 0
    say "bootstrap: please install what is missing:"
    say "  Fedora:   dnf install" $(missing 2)
    say "  Arch:     pacman -S" $(missing 3)
    say "  Homebrew: brew install" $(missing 4)
    say "bootstrap: trying with what is there"
}

set_up() {
    if command -v apt-get >/dev/null; then install_with_apt; else name_packages; fi
    local version
    version=$(cmake --version | sed -n 's/^cmake version //p')
    [[ $(printf '%s\n' 3.25 "$version" | sort -V | head -n 1) == 3.25 ]] ||
        stop "CMake 3.25 or newer is needed, this is $version"
    cmake --preset release >&2
}

run() {
    set_up
    cmake --build --preset release --target synovia >&2
    local synovia=$PWD/build/release/bin/synovia
    cd "$here"
    "$synovia" render knuckle-crack --force -o knuckle-crack.wav
    "$synovia" plot knuckle-crack --force -o knuckle-crack.svg
    "$synovia" measure knuckle-crack.wav
    say "Listen to knuckle-crack.wav, look at knuckle-crack.svg (both in $PWD)."
}

# What the class-room page needs: command | Debian | what for
page_needs() {
    cat <<'END'
em++         emscripten   build
node         nodejs       build
npm          npm          build
chromium     chromium     test
firefox-esr  firefox-esr  test
END
}

# The Debian packages of what is missing for the page, as far as this distribution has them.
page_packages() {
    local command package purpose
    page_needs | while read -r command package purpose; do
        command -v "$command" >/dev/null || [[ -z $(apt-cache madison "$package" 2>/dev/null) ]] || echo "$package"
    done
    # The widest letters that a system may have: every label must find its place in them.
    [[ $(fc-match "DejaVu Sans" 2>/dev/null) == DejaVu* ]] || echo fonts-dejavu-core
}

# Builds and tests the page where that can be done, and says where not.
page() {
    local packages command package purpose
    if command -v apt-get >/dev/null; then
        packages=$(page_packages)
        if [[ -n $packages ]]; then
            as_root apt-get update -q >&2
            as_root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-remove --no-install-recommends $packages >&2 ||
                say "bootstrap: apt could not install" $packages
        fi
    fi
    while read -r command package purpose; do
        command -v "$command" >/dev/null && continue
        if [[ $purpose == build ]]; then
            say "bootstrap: without the class-room page, for there is no $command ($package)"
            return
        fi
        say "bootstrap: the class-room page is not tested in $command, which is not here"
    done < <(page_needs)
    cmake --preset classroom >&2
    cmake --build --preset classroom >&2
    ctest --preset classroom
}

build_and_test() {
    set_up
    cmake --build --preset release >&2
    ctest --preset release --parallel "$((3 * $(getconf _NPROCESSORS_ONLN)))" # most of a test's time is spent waiting
    if [[ ${1-} == --no-page ]]; then say "bootstrap: the class-room page was left out"; else page; fi
}

(($# <= 1)) || [[ $* == 'test --no-page' ]] || { usage >&2; exit 2; }
case ${1-} in
    '') set_up; cmake --build --preset release >&2; say "Built build/release/bin/synovia. Next: ./bootstrap.sh run" ;;
    run) run ;;
    test) build_and_test "${2-}" ;;
    -h | --help) usage ;;
    *) usage >&2; exit 2 ;;
esac
