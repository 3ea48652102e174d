// Claim: what is known of cracking joints comes out of the equations: a brisk pull pops at about 90 dB and a slow one
// not at all, a joint that still holds a bubble does not pop again, the bubble stays and is mostly CO2, and the sound
// has one hump from the bubble against the wall and one from the bones bouncing.
#include <doctest/doctest.h>

#include <cmath>
#include <complex>
#include <numbers>

#include "solver/emission.hpp"
#include "solver/simulate.hpp"
#include "solver/summary.hpp"

using namespace synovia;

namespace {

Scenario pulled_in(double rise_time) {
    Scenario s;
    s.traction.rise_time = rise_time;
    s.simulation.duration = 2.0 * rise_time;
    return s;
}

/// |Fourier integral of d2V/dt2| at f, up to a factor.
double spectrum(const SourceStrength& source, double f) {
    std::complex<double> sum = 0.0;
    for (std::size_t i = 0; i < source.time.size(); ++i)
        sum += source.weight[i] * source.strength[i] * std::polar(1.0, -2.0 * std::numbers::pi * f * source.time[i]);
    return std::abs(sum);
}

/// The frequency of the strongest component between two frequencies, on a comb of 40 per octave.
double hump(const SourceStrength& source, double from, double to) {
    double best = from, level = 0.0;
    for (double f = from; f <= to; f *= std::pow(2.0, 1.0 / 40.0))
        if (const double now = spectrum(source, f); now > level) best = f, level = now;
    return best;
}

}  // namespace

TEST_CASE("a pull in 0.15 s pops near 90 dB at 0.3 m, the same pull in 1 s is silent") {
    const Summary fast = summarise(simulate(pulled_in(0.15))), slow = summarise(simulate(pulled_in(1.0)));
    CHECK(std::abs(fast.peak_level_db_spl - 90.0) < 1.0);
    CHECK(fast.nucleation_time.has_value());
    CHECK_FALSE(slow.nucleation_time.has_value());
    CHECK(slow.peak_level_db_spl < -40.0);
}

TEST_CASE("a joint that still holds a millimetre bubble does not pop: at least 20 dB quieter") {
    Scenario again;
    again.bubble.nucleus_radius = 1e-3;
    again.bubble.stabilised = false;
    const Summary first = summarise(simulate(Scenario{})), second = summarise(simulate(again));
    CHECK(second.peak_level_db_spl < first.peak_level_db_spl - 20.0);
    CHECK(second.peak_level_db_spl > 0.0);  // it breathes all the same
}

TEST_CASE("the bubble stays, and 70 to 80 % of its gas is CO2") {
    const Summary s = summarise(simulate(Scenario{}));
    CHECK(s.final_radius > 1e-3);
    const double share = s.gas_mol[0] / (s.gas_mol[0] + s.gas_mol[1] + s.gas_mol[2]);
    CHECK(share > 0.7);
    CHECK(share < 0.8);
}

TEST_CASE("the sound has a hump near 1.6 kHz and one near 200 Hz") {
    const SourceStrength source = source_strength(simulate(Scenario{}), 5e-5);
    CHECK(std::abs(hump(source, 600.0, 5000.0) - 1600.0) < 300.0);
    CHECK(std::abs(hump(source, 80.0, 500.0) - 200.0) < 50.0);
}
