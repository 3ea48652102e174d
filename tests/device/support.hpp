// Sound systems without a sound card.
#pragma once
#include <doctest/doctest.h>

#include <cstdint>
#include <cstring>
#include <string>
#include <vector>

#include "tests/apps/cli/support.hpp"

namespace synovia::test {

/// A directory with an ALSA configuration of its own. `alsa(config)` writes it; sh() then runs under it.
class SoundPlace {
public:
    SoundPlace() { alsa("pcm.!default { type null }\n"); }

    void alsa(const std::string& configuration) const { cli::test::write_file(place_ / "asound.conf", configuration); }
    /// Everything that "default" plays goes into the file `capture`, raw and interleaved, as fast as it comes.
    void alsa_into_file(const std::string& format, const std::string& capture = "capture") const {
        alsa_into((place_ / capture).string(), format);
    }
    /// Everything that "default" plays goes to a shell script.
    void alsa_into_reader(const std::string& format, const std::string& reader) const {
        cli::test::write_file(place_ / "reader.sh", reader);
        alsa_into("|exec sh " + (place_ / "reader.sh").string(), format);
    }

    cli::ChildResult sh(const std::string& script) const {
        return place_.sh("export ALSA_CONFIG_PATH=$PWD/asound.conf JACK_NO_START_SERVER=1\n" + script);
    }

    template <class Sample>
    std::vector<Sample> samples(const std::string& name) const {
        const std::string bytes = cli::test::read_file(place_ / name);
        std::vector<Sample> samples(bytes.size() / sizeof(Sample));
        if (!samples.empty()) std::memcpy(samples.data(), bytes.data(), samples.size() * sizeof(Sample));
        return samples;
    }

    std::filesystem::path operator/(const std::string& name) const { return place_ / name; }

private:
    void alsa_into(const std::string& where, const std::string& format) const {
        alsa(
            "pcm.nowhere { type null }\n"
            "pcm.capture { type file slave.pcm nowhere format raw file \"" +
            where +
            "\" }\n"
            "pcm.!default { type plug slave { pcm capture format " +
            format + " channels 2 } }\n");
    }

    cli::test::Workplace place_;
};

/// The start of a script: `synovia live` in the background, $session, obeys `lines` and records take.wav. "heard N"
/// waits until N of its lines tell of a pop.
inline std::string session_in_background(const std::string& device, const std::string& lines) {
    return "printf '" + lines + "' >script\n$synovia live --plain --record take.wav --device " + device +
           " <script >lines 2>errors & session=$!\n"
           "heard() { for i in $(seq 200); do [ $(grep -c ^pop lines) -ge $1 ] && break; sleep 0.1; done; }\n";
}

/// A program without PortAudio says so, and the test is skipped.
inline bool built_with_portaudio() {
    const SoundPlace place;
    const auto result = place.sh("synovia play --list-devices");
    if (!cli::test::contains(result.err, "built without PortAudio")) return true;
    CHECK(result.exit_status == 6);
    skip_test("built without PortAudio");
    return false;
}

/// Without the silence before the first and after the last sample that is not zero.
template <class Sample>
std::vector<Sample> without_silence(const std::vector<Sample>& samples) {
    const auto sounds = [](Sample x) { return x != Sample{}; };
    const auto first = std::find_if(samples.begin(), samples.end(), sounds);
    const auto last = std::find_if(samples.rbegin(), std::make_reverse_iterator(first), sounds).base();
    return {first, last};
}

/// Every sample twice: mono on two channels.
template <class Sample>
std::vector<Sample> doubled(const std::vector<Sample>& mono) {
    std::vector<Sample> stereo;
    for (const Sample x : mono) stereo.insert(stereo.end(), {x, x});
    return stereo;
}

}  // namespace synovia::test
