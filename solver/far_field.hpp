// Pressure far from a free bubble as a function of time, with its rate (Keller-Miksis needs it).
#pragma once
#include <cmath>
#include <numbers>
#include <vector>

#include "solver/dual.hpp"
#include "solver/elementary.hpp"
#include "solver/hand.hpp"
#include "solver/monotone_cubic.hpp"
#include "solver/scenario.hpp"

namespace synovia {

class FarField {
public:
    explicit FarField(const Pressure& pressure)
        : pressure_(pressure),
          table_(pressure.kind == PressureKind::table ? monotone_cubic(pressure.table_time, pressure.table_pressure)
                                                      : HermiteTable()) {}

    /// p_inf [Pa] and dp_inf/dt [Pa/s]; the second derivative is not filled.
    ///   constant p0;  step p0 - p_a;  sine p0 - p_a sin(2 pi f t), for the given number of cycles;
    ///   pulse p0 - p_a sin^2(pi t/T) for t < T, then p0;  table: monotone cubic.
    template <class T>
    Motion<T> at(const T& t) const {
        const Pressure& p = pressure_;
        switch (p.kind) {
            case PressureKind::constant:
                return {T(p.ambient), T(0.0), T(0.0)};
            case PressureKind::step:
                return {T(p.ambient - p.amplitude), T(0.0), T(0.0)};
            case PressureKind::sine:
                return value(t) < end() ? wave(t, 2.0 * std::numbers::pi * p.frequency, false) : rest<T>();
            case PressureKind::pulse:
                return value(t) < end() ? wave(t, std::numbers::pi / p.duration, true) : rest<T>();
            case PressureKind::table:
                return table_.at(t);
        }
        return rest<T>();
    }

    /// Times at which the pressure is not smooth [s].
    std::vector<double> knots() const {
        if (pressure_.kind == PressureKind::table) return pressure_.table_time;
        return std::isfinite(end()) ? std::vector<double>{end()} : std::vector<double>{};
    }

private:
    template <class T>
    Motion<T> rest() const {
        return {T(pressure_.ambient), T(0.0), T(0.0)};
    }
    template <class T>
    Motion<T> wave(const T& t, double omega, bool squared) const {
        using elementary::cos, elementary::sin;
        const T s = sin(omega * t), c = cos(omega * t);
        const double p_a = pressure_.amplitude;
        if (squared) return {pressure_.ambient - p_a * s * s, -2.0 * p_a * omega * s * c, T(0.0)};
        return {pressure_.ambient - p_a * s, -p_a * omega * c, T(0.0)};
    }
    /// End of the sine or pulse [s].
    double end() const {
        if (pressure_.kind == PressureKind::pulse) return pressure_.duration;
        if (pressure_.kind == PressureKind::sine && pressure_.cycles) return *pressure_.cycles / pressure_.frequency;
        return HUGE_VAL;
    }

    Pressure pressure_;
    HermiteTable table_;
};

}  // namespace synovia
