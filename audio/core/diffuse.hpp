// The tail of a room: what is left of a sound when its reflections can no longer be told apart.
#pragma once
#include <cstddef>
#include <cstdint>
#include <vector>

#include "audio/core/room.hpp"
#include "audio/core/signal.hpp"

namespace synovia::audio {

/// Mean energy of the tail, per second and per energy of the direct sound at the head: `rate_1_s` exp(-(t -
/// start_s)/decay_s) from start_s after the direct sound on.
///   rate(t) = 4 pi c r^2/V exp(-c A t/(4 V)),  t counted from the emission
/// so many images (4 pi c^3 t^2/V a second) with so much energy each (r/(c t))^2; all of it from t = 0 on is the
/// 16 pi r^2/A of a steady diffuse field (Kuttruff, Room Acoustics, sections 4.1 and 5.1; Barron & Lee 1988).
struct DiffuseField {
    double start_s;
    double rate_1_s;
    double decay_s;  ///< 4 V/(c A); the sound is down by 60 dB in 13.8 of it
};

/// Of the room's kind: near, from one mean free path 4 V/S after the direct sound on; small, from the last of its
/// reflections on. Throws as require_valid(). Precondition: there is a room.
DiffuseField diffuse_field(const RoomSettings& room, double listener_distance_m, double sound_speed_m_s);

/// How long after the direct sound the tail ends, 60 dB down [s].
double length_s(const DiffuseField& field);

/// One echo of the tail.
struct Tap {
    std::size_t delay_samples;  ///< after the direct sound
    double gain;
};

inline constexpr double tail_taps_per_s = 4000.0;

/// Velvet noise (Karjalainen & Jarvelainen, AES 30th conference, 2007): one echo in each 1/4000 s, at a random place
/// and with a random sign, with the energy that the field has there; until the field is 60 dB down. In order of time.
/// Deterministic: mt19937_64 with this seed, its upper 53 bits as a number from 0 to 1.
std::vector<Tap> diffuse_taps(const DiffuseField& field, double sample_rate_hz, std::uint64_t seed);

/// The tail of one channel of sound, `direct` at the head, for each of `channels` ears; they have nothing in common.
/// On the same time line, longer by the tail. The cost is that of the taps, 4000 a second of tail, for each sample.
/// Precondition: `direct` has one channel.
Signal diffuse_tail(const Signal& direct, const DiffuseField& field, std::uint64_t seed, std::size_t channels);

}  // namespace synovia::audio
