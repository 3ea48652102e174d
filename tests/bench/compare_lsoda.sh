#!/usr/bin/env bash
# Times synovia against SciPy's LSODA in one go: tests/bench/compare_lsoda.sh [ROUNDS]
#
# Debian's python3-scipy cannot be installed beside Boost 1.81 (it needs python3-pythran, that Boost 1.74), so where it
# is missing its packages are only unpacked, below build/.
set -euo pipefail
bench=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
root=$(cd -- "$bench/../.." && pwd)
build=$root/build/bench
python=/usr/bin/python3

unpack_scipy() {
    local unpacked=$build/scipy/usr
    if [[ ! -d $unpacked ]]; then
        mkdir -p "$build/scipy/packages"
        (cd "$build/scipy/packages" && apt-get download -q python3-scipy python3-numpy python3-decorator \
            libblas3 liblapack3 libgfortran5 libquadmath0 liblbfgsb0 >&2)
        for package in "$build"/scipy/packages/*.deb; do dpkg -x "$package" "$build/scipy"; done
    fi
    local libraries
    libraries=$(echo "$unpacked"/lib/*-linux-gnu)
    export PYTHONPATH=$unpacked/lib/python3/dist-packages
    export LD_LIBRARY_PATH=$libraries:$libraries/blas:$libraries/lapack
}

cmake -S "$root" -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=Release -DSYNOVIA_BUILD_BENCH=ON >&2
cmake --build "$build" --target solve_on_demand >&2
"$python" -c 'import scipy.integrate' 2>/dev/null || unpack_scipy
"$python" "$bench/compare_lsoda.py" "$build/bin/solve_on_demand" "$@"
