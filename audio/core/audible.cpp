#include "audio/core/audible.hpp"

#include <algorithm>
#include <limits>

#include "audio/core/true_peak.hpp"

namespace synovia::audio {

TimeLine whole(const Renderer& renderer, std::span<const Monopole> monopoles) {
    double first = std::numeric_limits<double>::infinity(), last = -first;
    for (const Monopole& monopole : monopoles)
        for (const Path& path : monopole.paths)
            for (const double t : monopole.time_s) {
                first = std::min(first, t + path.delay_s);
                last = std::max(last, t + path.delay_s);
            }
    const std::size_t channels = monopoles.empty() ? 1 : monopoles[0].paths.size();
    if (!(first <= last)) return {0.0, 0.0, channels};
    const double start = first - kernel_reach_s(renderer.sample_rate_hz());
    return {start, last + renderer.tail_s() - start, channels};
}

double audible_peak_pa(std::span<const Monopole> monopoles, const BodyResponse& body) {
    Renderer renderer(audible_rate_hz, body);
    return true_peak(renderer.render(monopoles, whole(renderer, monopoles)));
}

}  // namespace synovia::audio
