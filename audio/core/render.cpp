#include "audio/core/render.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numbers>
#include <stdexcept>
#include <utility>

#include "audio/core/grid.hpp"
#include "audio/core/kaiser.hpp"
#include "audio/core/problems.hpp"

namespace synovia::audio {
namespace {

void require_valid(const TimeLine& line) {
    Problems problems;
    problems.check("start_time_s", line.start_time_s, -longest_s, longest_s);
    problems.check("duration_s", line.duration_s, 0.0, longest_s);
    problems.check("channels", static_cast<double>(line.channels), 1.0, most_channels);
    problems.raise();
}

bool all_finite(std::span<const double> values) {
    return std::all_of(values.begin(), values.end(), [](double x) { return std::isfinite(x); });
}

void require_valid(const Monopole& monopole, std::size_t channels) {
    assert(monopole.time_s.size() == monopole.weighted_strength.size());
    if (monopole.paths.size() != channels)
        throw std::invalid_argument("a monopole has paths to " + std::to_string(monopole.paths.size()) +
                                    " channels, the time line has " + std::to_string(channels));
    const auto finite = [](const Path& p) { return std::isfinite(p.gain_pa_s2_m3) && std::isfinite(p.delay_s); };
    if (!all_finite(monopole.time_s) || !all_finite(monopole.weighted_strength) ||
        !std::all_of(monopole.paths.begin(), monopole.paths.end(), finite))
        throw std::invalid_argument("a monopole holds a number that is not finite");
}

/// The outputs [first, end) that a monopole is heard in.
struct Heard {
    std::size_t first, end, monopole;
};

/// One channel of a rendering.
class ChannelRender {
public:
    ChannelRender(std::span<const Monopole> monopoles, std::size_t channel, const Decimator& decimator, Raster raster)
        : monopoles_(monopoles),
          channel_(channel),
          kernel_(decimator.even.size()),
          raster_(raster),
          decimation_(decimator) {}

    void into(Signal& signal) {
        std::vector<Heard> heard = all_heard(signal.frames());
        std::sort(heard.begin(), heard.end(), [](const Heard& a, const Heard& b) { return a.first < b.first; });
        for (std::size_t begin = 0, end; begin < heard.size(); begin = end) {
            std::size_t last = heard[begin].end;
            for (end = begin + 1; end < heard.size() && heard[end].first <= last; ++end)
                last = std::max(last, heard[end].end);
            render_stretch({heard.data() + begin, end - begin}, last, signal);
        }
    }

private:
    double place(const Monopole& monopole, double t) const {
        return raster_.place(t + monopole.paths[channel_].delay_s);
    }

    std::vector<Heard> all_heard(std::size_t frames) const {
        std::vector<Heard> all;
        for (std::size_t e = 0; e < monopoles_.size(); ++e) {
            double first = raster_.end, last = -1.0;
            for (const double t : monopoles_[e].time_s)
                if (const double p = place(monopoles_[e], t); raster_.holds(p)) {
                    first = std::min(first, p);
                    last = std::max(last, p);
                }
            if (last < 0.0) continue;
            const auto begin = static_cast<std::size_t>(first);
            const std::size_t end = static_cast<std::size_t>(last) + SpreadTable::taps / 2;
            all.push_back({begin - std::min(begin, kernel_ - 1), std::min(end, frames), e});
        }
        return all;
    }

    /// Everything that is heard from heard[0].first to `end`, without a gap. Spread in the order of the monopoles,
    /// because the order decides the last bits of a sum.
    void render_stretch(std::span<Heard> heard, std::size_t end, Signal& signal) {
        const std::size_t first = heard[0].first;
        std::sort(heard.begin(), heard.end(), [](const Heard& a, const Heard& b) { return a.monopole < b.monopole; });
        Grid grid{first, std::vector<double>(2 * (end - first + kernel_))};
        for (const Heard& h : heard) spread(monopoles_[h.monopole], grid);
        for (std::size_t n = first; n < end;) {
            const std::size_t count = std::min(Decimation::block, end - n);
            for (const double y : decimation_.outputs(grid, n, count)) signal.at(n++, channel_) += y;
        }
    }

    void spread(const Monopole& monopole, Grid& grid) const {
        const double gain = monopole.paths[channel_].gain_pa_s2_m3 * (2.0 * raster_.sample_rate_hz);
        for (std::size_t k = 0; k < monopole.time_s.size(); ++k)
            if (const double p = place(monopole, monopole.time_s[k]); raster_.holds(p))
                add_node(grid, p, gain * monopole.weighted_strength[k]);
    }

    std::span<const Monopole> monopoles_;
    std::size_t channel_, kernel_;
    Raster raster_;
    Decimation decimation_;
};

/// ln n!. Not std::lgamma: it writes the sign of its result to a global, a race between threads that render.
double log_factorial(int n) {
    double sum = 0.0;
    for (int i = 2; i <= n; ++i) sum += std::log(i);
    return sum;
}

}  // namespace

Renderer::Renderer(double sample_rate_hz, BodyResponse body) : sample_rate_hz_(sample_rate_hz), body_(std::move(body)) {
    Problems problems;
    problems.check("sample_rate_hz", sample_rate_hz, lowest_rate_hz, highest_rate_hz);
    problems.raise();
}

const Decimator& Renderer::decimator() {
    if (!decimator_) decimator_ = make_decimator(sample_rate_hz_, body_);
    return *decimator_;
}

double Renderer::tail_s() const { return kernel_reach_s(sample_rate_hz_) + body_.memory_s; }

Signal Renderer::render(std::span<const Monopole> monopoles, const TimeLine& line) {
    require_valid(line);
    const auto frames = static_cast<std::size_t>(std::llround(line.duration_s * sample_rate_hz_));
    Signal signal{sample_rate_hz_, line.start_time_s, std::vector<double>(frames * line.channels), line.channels};
    add(monopoles, signal);
    return signal;
}

void Renderer::add(std::span<const Monopole> monopoles, Signal& signal) {
    assert(signal.sample_rate_hz == sample_rate_hz_);
    for (const Monopole& monopole : monopoles) require_valid(monopole, signal.channels);
    const auto nothing = [](const Monopole& monopole) { return monopole.time_s.empty(); };
    if (signal.samples.empty() || std::all_of(monopoles.begin(), monopoles.end(), nothing)) return;

    const double before = static_cast<double>(decimator().centre) / 2.0;
    const std::size_t places = signal.frames() + decimator().even.size() - SpreadTable::taps / 2 + 1;
    const Raster raster{signal.start_time_s - before / sample_rate_hz_, sample_rate_hz_, static_cast<double>(places)};
    for (std::size_t c = 0; c < signal.channels; ++c) ChannelRender(monopoles, c, decimator(), raster).into(signal);
}

double kernel_reach_s(double sample_rate_hz) {
    const auto [pass_hz, stop_hz] = band(sample_rate_hz);
    return kaiser_half_width(kernel_attenuation_db, stop_hz - pass_hz) + 8.0 / sample_rate_hz;
}

double max_panel_s(double sample_rate_hz, int nodes_per_panel) {
    assert(nodes_per_panel >= 2 && nodes_per_panel <= 64);
    // Error of n Gauss nodes on exp(i w t) over a panel L: L (w L)^2n (n!)^4 / ((2n+1) ((2n)!)^3) (Abramowitz & Stegun
    // 25.4.30); L is where that is L 10^-7.5 at w = pi rate.
    const double n = nodes_per_panel;
    const double log_coefficient =
        4.0 * log_factorial(nodes_per_panel) - std::log(2.0 * n + 1.0) - 3.0 * log_factorial(2 * nodes_per_panel);
    const double phase = std::exp((-7.5 * std::numbers::ln10 - log_coefficient) / (2.0 * n));
    return phase / (std::numbers::pi * sample_rate_hz);
}

}  // namespace synovia::audio
