"""The joint's equations once more, in Python: an independent check of the C++ and the opponent it is timed against.

Written from the equations alone (solver/README.md), sharing nothing with solver/. Twice: with NumPy, as such models are
usually written, and in scalar Python with the math module, tuned by hand, which for ten states is seven times faster.
"""
from math import exp, log, pi, sqrt, tanh

import numpy as np

GAS_CONSTANT = 8.314462618  # J/(mol K)

# The preset `knuckle`. SI units.
KNUCKLE = dict(
    p_rest=100300.0, a=6.9e-3, h0=1e-4, C_w=3e-13, eta_w=0.3, C_r=5e-12, R_e=2e11, m=0.03, k1=8e3, k3=1.5e9, c=5.0,
    k_c=5e5, rho=1010.0, sigma=0.055, p_v=6280.0, mu0=1.0, mu_inf=5e-3, tau=1.0, n=0.4, R0=3e-7, u=6e-3, k_s=2e4,
    t_rise=0.15, T=310.15, V_l=1e-7, s0=1e-4, D=(2.5e-9, 2.9e-9, 2.9e-9), L=(0.59, 0.0148, 0.026),
    pp=(6.1e3, 76.4e3, 6.4e3), duration=0.4, r=0.3, rho_air=1.204)

# The cases whose numbers are on record.
CASES = {
    "knuckle": KNUCKLE,
    "slow pull": KNUCKLE | dict(t_rise=1.0, duration=1.5),
    "nucleus 1 um": KNUCKLE | dict(R0=1e-6),
    "radius 4 mm": KNUCKLE | dict(a=4e-3),
}

# Scaled state: x in mm, v in 0.1 m/s, ln(R/R0), U in m/s, V_w and V_r in 1e-7 m3, moles of CO2, N2, O2 relative to
# what is dissolved, s in 1e-4 s.
X, V, VOLUME, S = 1e-3, 0.1, 1e-7, 1e-4


class Joint:
    """Right-hand side and observables for one set of parameters."""

    def __init__(self, parameters):
        self.parameters = parameters
        self.rest, self.rates, self.observe = build(**parameters)
        self.duration = parameters["duration"]


def build(p_rest, a, h0, C_w, eta_w, C_r, R_e, m, k1, k3, c, k_c, rho, sigma, p_v, mu0, mu_inf, tau, n, R0, u, k_s,
          t_rise, T, V_l, s0, D, L, pp, duration, r, rho_air):
    """Start state, rates(t, y) and observe(t, y) -> (p, R, x, p_listener), all over the scaled state."""
    A = pi * a * a
    R_w = eta_w / (2 * pi * 1000 * C_w)
    G_w = 1 / R_w
    RT = GAS_CONSTANT * T
    V_0 = 4 / 3 * pi * R0 ** 3
    p_g0 = p_rest + 2 * sigma / R0 - p_v
    dissolved = [L[i] * pp[i] / RT * V_l for i in range(3)]  # c_i0 V_l, mol
    moles = [p_g0 * V_0 / RT * pp[i] / sum(pp) for i in range(3)]
    N0, N1, N2 = dissolved
    all0, all1, all2 = (1 + moles[i] / dissolved[i] for i in range(3))  # gas in liquid and bubble, over c_i0 V_l
    D0, D1, D2 = D
    L0, L1, L2 = L
    sq0, sq1, sq2 = (sqrt(d) for d in D)
    ln5, exponent, wall = log(5.0), (n - 1) / 2, 2 * sqrt(3.0)
    film, dmu, tau2, h_min = 3 / (2 * pi), mu0 - mu_inf, tau * tau, 0.05 * h0
    four_pi, volume = 4 * pi, 4 / 3 * pi

    rest = [0.0, 0.0, 0.0, 0.0, 0.0, 0.0, moles[0] / N0, moles[1] / N1, moles[2] / N2, s0 / S]

    def rates(t, y):
        x, v, lam, U, V_w, V_r, n0, n1, n2, s = y.tolist()
        x *= X
        v *= V
        V_w *= VOLUME
        V_r *= VOLUME
        s *= S
        R = R0 * exp(lam)
        area = four_pi * R * R
        V_b = volume * R * R * R
        q = A * v - area * U

        h = h0 + x
        if h < h_min:
            h = h_min
        strain = abs(v) * a / (h * h)
        R_re = film * (mu_inf + dmu * (1 + tau2 * strain * strain) ** exponent) / (h * h * h) + R_e
        d_w = p_rest - V_w / C_w
        d_r = p_rest - V_r / C_r
        p = (d_w * G_w + d_r / R_re - q) / (G_w + 1 / R_re)

        if t < t_rise:
            z = t / t_rise
            w = z * z * z * (10 - 15 * z + 6 * z * z)
        else:
            w = 1.0
        tissue = k1 * x + k3 * x * x * x if x >= 0 else k_c * x
        dv = (k_s * (u * w - x) - tissue - c * v - A * (p_rest - p)) / m

        UR = U / R
        strain = wall * abs(UR)
        mu = mu_inf + dmu * (1 + tau2 * strain * strain) ** exponent
        # Ostwald: c_s,i = L_i p_i/(R_g T) = L_i n_i/V_b; what is dissolved is c_i0 (1 + n_i(0) - n_i), relative n_i.
        c0 = n0 * N0 / V_b
        c1 = n1 * N1 / V_b
        c2 = n2 * N2 / V_b
        p_B = (c0 + c1 + c2) * RT + p_v - 2 * sigma / R - 4 * mu * UR
        dU = ((p_B - p) / rho - 1.5 * U * U) / R

        g = 0.5 * (1 + tanh((lam - ln5) / 0.2)) * area
        root = 1 / sqrt(s)
        curvature = 1 / R
        return (v / X, dv / V, UR, dU, (d_w - p) * G_w / VOLUME, (d_r - p) / R_re / VOLUME,
                g * D0 * ((all0 - n0) / V_l - L0 * c0 / N0) * (curvature + root / sq0),
                g * D1 * ((all1 - n1) / V_l - L1 * c1 / N1) * (curvature + root / sq1),
                g * D2 * ((all2 - n2) / V_l - L2 * c2 / N2) * (curvature + root / sq2),
                (pi - 4 * s * UR) / S)

    def observe(t, y):
        rate = rates(t, y)
        R = R0 * exp(y[2])
        x, v, U = y[0] * X, y[1] * V, y[3]
        acceleration = four_pi * (R * R * rate[3] + 2 * R * U * U)
        p = p_rest - y[4] * VOLUME / C_w - rate[4] * VOLUME * R_w
        return p, R, x, rho_air / (four_pi * r) * acceleration

    return rest, rates, observe


def numpy_rates(p):
    """rates(t, y) over the scaled state, written with NumPy as one would from the page; same numbers as `build`."""
    A = np.pi * p["a"] ** 2
    R_w = p["eta_w"] / (2 * np.pi * 1000 * p["C_w"])
    RT = GAS_CONSTANT * p["T"]
    D, L, pp = (np.array(p[key]) for key in ("D", "L", "pp"))
    c_0 = L * pp / RT
    n_0 = (p["p_rest"] + 2 * p["sigma"] / p["R0"] - p["p_v"]) * 4 / 3 * np.pi * p["R0"] ** 3 / RT * pp / pp.sum()
    scale = np.concatenate([[X, V, 1.0, 1.0, VOLUME, VOLUME], c_0 * p["V_l"], [S]])

    def carreau(gamma):
        return p["mu_inf"] + (p["mu0"] - p["mu_inf"]) * (1 + (p["tau"] * gamma) ** 2) ** ((p["n"] - 1) / 2)

    def rates(t, y):
        y = y * scale
        x, v, lam, U, V_w, V_r = y[:6]
        n, s = y[6:9], y[9]
        R = p["R0"] * np.exp(lam)
        V_b = 4 / 3 * np.pi * R ** 3
        h = max(p["h0"] + x, 0.05 * p["h0"])
        R_f = 3 * carreau(abs(v) * p["a"] / h ** 2) / (2 * np.pi * h ** 3)
        q = A * v - 4 * np.pi * R ** 2 * U
        G_r = 1 / (R_f + p["R_e"])
        wall, refill = p["p_rest"] - V_w / p["C_w"], p["p_rest"] - V_r / p["C_r"]
        pressure = (wall / R_w + refill * G_r - q) / (1 / R_w + G_r)
        w = np.clip(t / p["t_rise"], 0, 1)
        w = w ** 3 * (10 - 15 * w + 6 * w ** 2)
        tissue = p["k1"] * x + p["k3"] * x ** 3 if x >= 0 else p["k_c"] * x
        dv = (p["k_s"] * (p["u"] * w - x) - tissue - p["c"] * v - A * (p["p_rest"] - pressure)) / p["m"]
        p_i = n * RT / V_b
        p_B = p_i.sum() + p["p_v"] - 2 * p["sigma"] / R - 4 * carreau(2 * np.sqrt(3) * abs(U) / R) * U / R
        dU = ((p_B - pressure) / p["rho"] - 1.5 * U ** 2) / R
        g = 0.5 * (1 + np.tanh((lam - np.log(5)) / 0.2))
        dn = g * 4 * np.pi * R ** 2 * D * (c_0 - (n - n_0) / p["V_l"] - L * p_i / RT) * (1 / R + 1 / np.sqrt(D * s))
        return np.concatenate([[v, dv, U / R, dU, (wall - pressure) / R_w, (refill - pressure) * G_r], dn,
                               [np.pi - 4 * s * U / R]]) / scale

    return rates
