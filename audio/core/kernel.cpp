#include "audio/core/kernel.hpp"

#include <algorithm>
#include <cmath>
#include <complex>
#include <numbers>

#include "audio/core/kaiser.hpp"

namespace synovia::audio {
namespace {

// The pulse phi(x), x in grid spacings. Its images fold from beyond 3/4 of the grid rate into the band below 1/4, so
// the main lobe ends at 3/4: beta = 2 pi (3/4) half_width. The images are then 159 dB down. Source: Jackson et al.,
// IEEE Trans. Med. Imaging 10, 473 (1991); Barnett et al., SIAM J. Sci. Comput. 41, C479 (2019).
constexpr double half_width = 5.0;
constexpr double pulse_beta = 1.5 * std::numbers::pi * half_width;

double pulse(double x) { return kaiser_window(x / half_width, pulse_beta); }

SpreadTable make_spread_table() {
    constexpr std::size_t taps = SpreadTable::taps;
    SpreadTable table;
    for (std::size_t p = 0; p < SpreadTable::phases; ++p)
        for (std::size_t j = 0; j < taps; ++j) {
            const auto y = [&](double s) {
                const double position = (static_cast<double>(p) + s) / static_cast<double>(SpreadTable::phases);
                return pulse(static_cast<double>(j) - 2.0 * (SpreadTable::ahead + position));
            };
            // The cubic through s = 0, 1/3, 2/3, 1. With grid spacing 2/64 = 1/32 its error, below
            // phi''''/(1944 32^4), is 1.3e-9 of the maximum.
            const double y0 = y(0.0), y1 = y(1.0 / 3.0), y2 = y(2.0 / 3.0), y3 = y(1.0);
            double* c = &table.piece[p][j];
            c[0] = y0;
            c[taps] = (-11.0 * y0 + 18.0 * y1 - 9.0 * y2 + 2.0 * y3) / 2.0;
            c[2 * taps] = (18.0 * y0 - 45.0 * y1 + 36.0 * y2 - 9.0 * y3) / 2.0;
            c[3 * taps] = (-9.0 * y0 + 27.0 * y1 - 27.0 * y2 + 9.0 * y3) / 2.0;
        }
    return table;
}

/// Kaiser-windowed sinc at grid points 0..n, symmetric, with unit sum over both sides.
std::vector<double> windowed_sinc(double pass, double stop) {
    const double half = kaiser_half_width(kernel_attenuation_db, stop - pass);
    const double cutoff = 0.5 * (pass + stop);
    std::vector<double> h(static_cast<std::size_t>(half) + 1);
    double sum = 0.0;
    for (std::size_t i = 0; i < h.size(); ++i) {
        const auto t = static_cast<double>(i);
        h[i] = sinc(2.0 * cutoff * t) * kaiser_window(t / half, kaiser_beta(kernel_attenuation_db));
        sum += i == 0 ? h[i] : 2.0 * h[i];
    }
    for (double& x : h) x /= sum;
    return h;
}

/// One period of cos + i sin at n points.
std::vector<std::complex<double>> unit_circle(std::size_t n) {
    std::vector<std::complex<double>> circle(n);
    for (std::size_t k = 0; k < n; ++k)
        circle[k] = std::polar(1.0, 2.0 * std::numbers::pi * static_cast<double>(k) / static_cast<double>(n));
    return circle;
}

/// Grid points in the past that the body adds to the kernel, even.
std::size_t reach_of(const BodyResponse& body, double sample_rate_hz) {
    return 2 * std::max<std::size_t>(1, static_cast<std::size_t>(std::ceil(body.memory_s * sample_rate_hz)));
}

}  // namespace

Band band(double sample_rate_hz) { return {std::max(20000.0, sample_rate_hz * 5.0 / 12.0), sample_rate_hz / 2.0}; }

const SpreadTable& spread_table() {
    static const SpreadTable table = make_spread_table();
    return table;
}

Decimator make_decimator(double sample_rate_hz, const BodyResponse& body) {
    const double grid_rate = 2.0 * sample_rate_hz;
    const auto [pass_hz, stop_hz] = band(sample_rate_hz);
    const std::vector<double> h = windowed_sinc(pass_hz / grid_rate, stop_hz / grid_rate);

    // The division by the pulse's spectrum lengthens the response a little: 4 more points keep it below -170 dB.
    const std::size_t reach = h.size() + 4 + h.size() % 2;  // even, so that outputs fall on even grid points
    const std::size_t past = reach_of(body, sample_rate_hz);
    const std::size_t centre = reach + past;
    const std::size_t taps = (2 * reach + 2 + past + 7) / 8 * 8;
    std::size_t n = 512;
    while (n < taps + 64) n *= 2;
    const auto circle = unit_circle(n);

    // F(f) = H(f) C(f) / Phi(f); above the stop edge, where H is nothing, 1/Phi is held so that it amplifies nothing.
    std::vector<std::complex<double>> F(n / 2 + 1);
    for (std::size_t m = 0; m < F.size(); ++m) {
        double H = h[0];
        for (std::size_t i = 1; i < h.size(); ++i) H += 2.0 * h[i] * circle[m * i % n].real();
        const double f = static_cast<double>(m) / static_cast<double>(n);
        const double w = 2.0 * std::numbers::pi * f * grid_rate;
        const std::complex<double> C = body.response ? body.response(w) : 1.0;
        F[m] = H * C / kaiser_transform(std::min(f, stop_hz / grid_rate), half_width, pulse_beta);
    }

    // tap(j) = (1/n) sum_m F(m) exp(2 pi i m j/n), j = centre - k: correlation order.
    Decimator decimator{std::vector<double>(taps / 2), std::vector<double>(taps / 2), centre};
    for (std::size_t k = 0; k < taps; ++k) {
        const std::size_t j = (n + centre - k) % n;
        double sum = F[0].real() + (j % 2 == 0 ? 1.0 : -1.0) * F[n / 2].real();
        for (std::size_t m = 1; m < n / 2; ++m) {
            const std::complex<double> e = circle[m * j % n];
            sum += 2.0 * (F[m].real() * e.real() - F[m].imag() * e.imag());
        }
        (k % 2 == 0 ? decimator.even : decimator.odd)[k / 2] = sum / static_cast<double>(n);
    }
    return decimator;
}

}  // namespace synovia::audio
