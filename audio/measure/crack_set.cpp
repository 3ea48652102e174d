#include "audio/measure/crack_set.hpp"

#include <cmath>

#include "audio/core/level.hpp"
#include "audio/measure/crack_window.hpp"

namespace synovia::audio {
namespace {

/// Spread of one number of every crack.
template <class Of>
Spread spread_of(const std::vector<CrackFeatures>& cracks, Of of) {
    std::vector<double> values;
    for (const CrackFeatures& crack : cracks) values.push_back(of(crack));
    return spread(values);
}

Spread spacing(const std::vector<CrackFeatures>& cracks) {
    std::vector<double> values;
    for (const CrackFeatures& crack : cracks)
        if (crack.spacing_s) values.push_back(*crack.spacing_s);
    return spread(values);
}

Spread correlation(const std::vector<std::vector<double>>& windows) {
    std::vector<double> values;
    for (std::size_t i = 0; i < windows.size(); ++i)
        for (std::size_t j = 0; j < i; ++j) values.push_back(largest_correlation(windows[i], windows[j]));
    return spread(values);
}

}  // namespace

Spread spread(const std::vector<double>& values) {
    Spread s{values.size()};
    if (values.empty()) return s;
    const auto n = static_cast<double>(values.size());
    for (const double x : values) s.mean += x / n;
    for (const double x : values) s.deviation += (x - s.mean) * (x - s.mean);
    s.deviation = values.size() > 1 ? std::sqrt(s.deviation / (n - 1.0)) : 0.0;
    return s;
}

CrackSet crack_set(const std::vector<std::vector<double>>& sounds, double sample_rate_hz) {
    std::vector<CrackFeatures> cracks;
    std::vector<std::vector<double>> windows;
    for (const std::vector<double>& sound : sounds) {
        const auto features = crack_features(sound, sample_rate_hz);
        if (!features) continue;
        cracks.push_back(*features);
        windows.push_back(crack_window(sound, sample_rate_hz));
    }
    CrackSet set;
    for (std::size_t i = 0; i < crack_bands.size(); ++i)
        set.share_db[i] = spread_of(cracks, [i](const CrackFeatures& f) { return f.share_db[i]; });
    for (std::size_t i = 0; i < crack_intervals.size(); ++i)
        set.envelope_db[i] = spread_of(cracks, [i](const CrackFeatures& f) { return f.envelope_db[i]; });
    set.centroid_hz = spread_of(cracks, [](const CrackFeatures& f) { return f.centroid_hz; });
    set.hump_hz = spread_of(cracks, [](const CrackFeatures& f) { return f.hump_hz; });
    set.duration_s = spread_of(cracks, [](const CrackFeatures& f) { return f.duration_s; });
    set.pulses = spread_of(cracks, [](const CrackFeatures& f) { return static_cast<double>(f.pulses); });
    set.crest_db = spread_of(cracks, [](const CrackFeatures& f) { return f.crest_db; });
    set.level_db_spl = spread_of(cracks, [](const CrackFeatures& f) { return db_spl(f.peak); });
    set.first_loudest = spread_of(cracks, [](const CrackFeatures& f) { return f.loudest_is_first ? 1.0 : 0.0; });
    set.spacing_s = spacing(cracks);
    set.correlation = correlation(windows);
    return set;
}

}  // namespace synovia::audio
