#include "audio/core/diffuse.hpp"

#include <cassert>
#include <cmath>
#include <numbers>
#include <random>

#include "audio/core/images.hpp"

namespace synovia::audio {
namespace {

/// The standard's own distributions differ between libraries.
double uniform(std::mt19937_64& engine) { return std::ldexp(static_cast<double>(engine() >> 11), -53); }

/// From the emission to the start of the tail, as a way [m].
double way_to_the_tail(const RoomSettings& room, double r) {
    const auto count = static_cast<std::size_t>(room.kind == RoomKind::small ? room.reflections : 0);
    if (count == 0) return r + 4.0 * size_of(room).volume_m3 / size_of(room).surface_m2;
    const Place joint, head{0.0, -r, 0.0};
    const Place last = wall_images(room, joint, head, count).back().place;
    return std::hypot(last.x - head.x, last.y - head.y, last.z - head.z);
}

/// sum over taps of gain direct[n - delay]
std::vector<double> through(const std::vector<Tap>& taps, const std::vector<double>& direct) {
    std::vector<double> y(direct.size() + taps.back().delay_samples);
    for (const Tap& tap : taps) {
        double* const out = y.data() + tap.delay_samples;
        for (std::size_t n = 0; n < direct.size(); ++n) out[n] += tap.gain * direct[n];
    }
    return y;
}

/// Until it is 60 dB down.
double fading_s(const DiffuseField& field) { return std::log(1e6) * field.decay_s; }

}  // namespace

double length_s(const DiffuseField& field) { return field.start_s + fading_s(field); }

DiffuseField diffuse_field(const RoomSettings& room, double listener_distance_m, double sound_speed_m_s) {
    assert(room.kind != RoomKind::none);
    require_valid(room, listener_distance_m);
    const auto [V, S, A] = size_of(room);
    const double r = listener_distance_m, c = sound_speed_m_s;
    const double way = way_to_the_tail(room, r), decay = 4.0 * V / (c * A);
    // rate(t) = 4 pi c r^2/V exp(-c A t/(4 V))
    return {(way - r) / c, 4.0 * std::numbers::pi * c * r * r / V * std::exp(-way / (c * decay)), decay};
}

std::vector<Tap> diffuse_taps(const DiffuseField& field, double sample_rate_hz, std::uint64_t seed) {
    std::mt19937_64 engine(seed);
    std::vector<Tap> taps;
    for (double cell = 0.0; cell < fading_s(field) * tail_taps_per_s; cell += 1.0) {
        const double t = (cell + uniform(engine)) / tail_taps_per_s;
        const double sign = uniform(engine) < 0.5 ? -1.0 : 1.0;
        const double energy = field.rate_1_s * std::exp(-t / field.decay_s) / tail_taps_per_s;
        taps.push_back(
            {static_cast<std::size_t>(std::llround((field.start_s + t) * sample_rate_hz)), sign * std::sqrt(energy)});
    }
    return taps;
}

Signal diffuse_tail(const Signal& direct, const DiffuseField& field, std::uint64_t seed, std::size_t channels) {
    assert(direct.channels == 1);
    Signal tail{direct.sample_rate_hz, direct.start_time_s, {}, channels};
    if (direct.samples.empty()) return tail;
    for (std::size_t channel = 0; channel < channels; ++channel) {
        const std::vector<double> y =
            through(diffuse_taps(field, direct.sample_rate_hz, seed * most_channels + channel), direct.samples);
        if (tail.frames() < y.size()) tail.samples.resize(y.size() * channels);
        for (std::size_t n = 0; n < y.size(); ++n) tail.at(n, channel) = y[n];
    }
    return tail;
}

}  // namespace synovia::audio
