// A session whose sound card is the test itself.
#pragma once
#include <chrono>
#include <string>
#include <thread>
#include <vector>

#include "apps/instrument/replay.hpp"
#include "apps/instrument/session.hpp"
#include "tests/apps/studio/support.hpp"

namespace synovia::instrument::test {

using studio::test::hopeless;
using studio::test::knuckle;
using synovia::test::near;
using synovia::test::peak;

/// The settings' own preset.
inline LoadedPreset load(const SessionSettings& settings) { return load_preset(settings, settings.preset); }

inline std::vector<float> replayed(const studio::Score& score) {
    std::vector<float> sound;  // channels interleaved
    replay(score, [&](std::span<const float> piece) { sound.insert(sound.end(), piece.begin(), piece.end()); });
    return sound;
}

/// Time goes by only when the test says so: a block of 240 frames and a tick of 5 ms.
class Rehearsal {
public:
    explicit Rehearsal(const SessionSettings& settings = {})
        : session(settings, load(settings), [this](const std::string& line) { lines.push_back(line); }) {}

    void play(double seconds) {
        std::vector<float> block(240 * session.mixer().channels());
        for (int i = 0; i < static_cast<int>(std::lround(seconds * 200.0)); ++i) {
            session.tick(0.005);
            session.mixer().fill(block.data(), 240);
            sound.insert(sound.end(), block.begin(), block.end());
        }
        session.tick(0.0);
    }
    /// Until everything that was struck has been made and sent.
    void wait_for_takes() {
        while (session.waits()) {
            session.tick(0.0);
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        }
    }
    std::string last() const { return lines.empty() ? "" : lines.back(); }

    std::vector<std::string> lines;
    std::vector<float> sound;  // channels interleaved
    Session session;
};

}  // namespace synovia::instrument::test
