"""synovia against SciPy's LSODA on the knuckle: same equations, error reached and processor time taken by each.

usage: compare_lsoda.py PROGRAM [ROUNDS]      (PROGRAM: solve_on_demand; compare_lsoda.sh prepares both)

The error is the largest relative one of p_min, R_max, R_end, x_end and peak pressure. Three ways into LSODA are timed:
`solve_ivp` (the documented one) with the equations written in NumPy, as usual; `solve_ivp` and `odeint` (a loop in
Fortran, the leaner) with the equations tuned by hand in scalar Python. All have as little to do as possible: only the
end of the run is asked for. synovia's time includes its dense output and its events. Every round solves
everything once, in turns.
"""
import math
import statistics
import subprocess
import sys
import time

import numpy as np
from scipy.integrate import odeint, solve_ivp

from joint_equations import KNUCKLE, Joint, numpy_rates

LSODA_WAYS = ("NumPy", "solve_ivp", "odeint")
QUANTITIES = ("p_min", "R_max", "R_end", "x_end", "peak")
LSODA_TOLERANCES = [10.0 ** -k for k in range(4, 11)]
SYNOVIA_TOLERANCES = [1e-3] + [10.0 ** -k for k in range(4, 11)]


def lsoda_states(joint, tolerance, times):
    """States at `times`; LSODA chooses its steps regardless of them. atol = rtol suits the scaled state best."""
    return odeint(joint.rates, joint.rest, times, tfirst=True, rtol=tolerance, atol=tolerance, mxstep=10 ** 7)


def extremum(values):
    """Largest value of an evenly sampled curve, by the parabola through the top three."""
    k = int(np.argmax(values))
    if k in (0, len(values) - 1):
        return values[k]
    a, b, c = values[k - 1:k + 2]
    return b + (a - c) ** 2 / (8 * (2 * b - a - c)) if a + c < 2 * b else b


def quantities(joint, tolerance):
    """The five numbers of one solution, extrema between samples included. The burst is sampled every 0.1 us."""
    coarse = np.linspace(0, joint.duration, 40001)
    observed = observe(joint, tolerance, coarse)
    burst = coarse[np.argmin(observed[:, 0])]
    fine = observe(joint, tolerance, np.concatenate([[0.0], np.linspace(burst - 5e-5, burst + 1e-3, 10501)]))[1:]
    x_end, R_end = observed[-1, 2], observed[-1, 1]
    return -extremum(-fine[:, 0]), extremum(observed[:, 1]), R_end, x_end, extremum(np.abs(fine[:, 3]))


def observe(joint, tolerance, times):
    states = lsoda_states(joint, tolerance, times)
    return np.array([joint.observe(t, y) for t, y in zip(times, states)])


def seconds(task):
    start = time.process_time()
    task()
    return time.process_time() - start


class Synovia:
    """The C++ solver in a process of its own: it times itself."""

    def __init__(self, program):
        self.process = subprocess.Popen([program], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def solve(self, tolerance):
        self.process.stdin.write(f"{tolerance:.17g}\n")
        self.process.stdin.flush()
        took, *numbers = map(float, self.process.stdout.readline().split())
        return took, numbers


def error(numbers, truth):
    return max(abs(a / b - 1) for a, b in zip(numbers, truth))


def front(rows):
    """Error and time of the rows that no other row beats in both, from coarse to accurate."""
    points = sorted((e, t) for e, t in rows)
    best = []
    for e, t in points:
        while best and best[-1][1] <= t and best[-1][0] <= e:
            break
        else:
            best.append((e, t))
    return best[::-1]


def time_at(rows, wanted):
    """Time for the wanted error, interpolated in log-log; None outside what was measured."""
    points = front(rows)
    for (e0, t0), (e1, t1) in zip(points, points[1:]):
        if e1 <= wanted <= e0:
            share = math.log(wanted / e0) / math.log(e1 / e0)
            return t0 * (t1 / t0) ** share
    return None


def main():
    program, rounds = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 9
    joint, synovia = Joint(KNUCKLE), Synovia(program)
    truth = quantities(joint, 1e-11)
    other = synovia.solve(1e-11)[1]
    print("reference: LSODA, rtol = atol = 1e-11; relative difference of synovia at 1e-11")
    for name, a, b in zip(QUANTITIES, truth, other):
        print(f"  {name:6} {a:.9e}  {b / a - 1:+.1e}")

    end = np.array([0.0, joint.duration])
    with_numpy = numpy_rates(KNUCKLE)

    def solve(rates, tol):
        return seconds(lambda: solve_ivp(rates, (0, joint.duration), joint.rest, method="LSODA", rtol=tol, atol=tol))

    ways = {
        "NumPy": lambda tol: solve(with_numpy, tol),
        "solve_ivp": lambda tol: solve(joint.rates, tol),
        "odeint": lambda tol: seconds(lambda: lsoda_states(joint, tol, end)),
        "synovia": lambda tol: synovia.solve(tol)[0],
    }
    runs = [(way, tol) for way in ways for tol in (SYNOVIA_TOLERANCES if way == "synovia" else LSODA_TOLERANCES)]
    times = {run: [] for run in runs}
    for _ in range(rounds):
        for way, tol in runs:
            times[way, tol].append(ways[way](tol))
    errors = {tol: error(quantities(joint, tol), truth) for tol in LSODA_TOLERANCES}
    errors = {(way, tol): error(synovia.solve(tol)[1], truth) if way == "synovia" else errors[tol] for way, tol in runs}

    print(f"\n{'solver':10} {'tolerance':>9} {'error':>8} {'min ms':>8} {'median ms':>9}   ({rounds} rounds)")
    for way, tol in runs:
        took = times[way, tol]
        print(f"{way:10} {tol:9.0e} {errors[way, tol]:8.1e} {min(took) * 1e3:8.2f} {statistics.median(took) * 1e3:9.2f}")

    print("\nat equal error (median times): LSODA's time over synovia's")
    rows = {way: [(errors[w, tol], statistics.median(times[w, tol])) for w, tol in runs if w == way] for way in ways}
    for wanted in (1e-4, 1e-5, 1e-6, 1e-7, 1e-8):
        at = {way: time_at(rows[way], wanted) for way in ways}
        if at["synovia"]:
            ratios = [f"{way} {at[way] / at['synovia']:6.1f}" for way in LSODA_WAYS if at[way]]
            print(f"  {wanted:.0e}: synovia {at['synovia'] * 1e3:7.2f} ms,  " + ",  ".join(ratios))


if __name__ == "__main__":
    main()
