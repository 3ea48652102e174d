#!/bin/sh
# Times this tree's solver against another commit's, in turns on the same machine:
#   tests/bench/compare_release.sh COMMIT [RUNS]
# Processor time of the knuckle at the default tolerance (solve_on_demand), median of the pairs, and of a crack in one
# and in five pockets of this tree. Builds into build/compare.
set -eu
commit=${1:?which commit?} runs=${2:-200}
root=$(git rev-parse --show-toplevel) work=$root/build/compare
rm -rf "$work/tree" && mkdir -p "$work/tree"
git -C "$root" archive "$commit" | tar -x -C "$work/tree"
for tree in "$work/tree" "$root"; do
    name=$(basename "$tree" | sed 's/^tree$/before/; t; s/.*/now/')
    cmake -S "$tree" -B "$work/$name" -G Ninja -DCMAKE_BUILD_TYPE=Release -DSYNOVIA_BUILD_BENCH=ON >"$work/$name.log"
    cmake --build "$work/$name" --target solve_on_demand >>"$work/$name.log"
done
python3 - "$work/before/bin/solve_on_demand" "$work/now/bin/solve_on_demand" "$runs" <<'PYTHON'
import os, statistics, subprocess, sys

before, now = (subprocess.Popen([p], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) for p in sys.argv[1:3])


def seconds(program, question):
    program.stdin.write(question + "\n")
    program.stdin.flush()
    return float(program.stdout.readline().split()[0])


def median(times):
    return 1e3 * statistics.median(times)


pairs = [(seconds(before, "1e-6"), seconds(now, "1e-6")) for _ in range(int(sys.argv[3]))]
old, new = zip(*pairs)
print(f"load {os.getloadavg()[0]:.1f}; {len(pairs)} pairs, medians of processor time")
print(f"knuckle before {median(old):.2f} ms, now {median(new):.2f} ms: {statistics.median(b / a for a, b in pairs):.2f} of it")
for pockets in (1, 5):
    rows = [(seconds(now, "1e-6"), seconds(now, f"1e-6 {pockets}")) for _ in range(30)]
    print(f"{pockets} pocket(s): {median([b for a, b in rows]):.2f} ms, {statistics.median(b / a for a, b in rows):.1f} knuckles")
PYTHON
