// All that is heard of joints on one time line: straight, through the body that each lies on, off chest, table and
// walls, and as the tail of the room.
#pragma once
#include <span>
#include <vector>

#include "apps/studio/renderers.hpp"
#include "audio/core/sparse_signal.hpp"
#include "solver/emission.hpp"
#include "solver/trajectory.hpp"

namespace synovia::studio {

class Scene {
public:
    Scene(audio::Listening listening, Renderers& renderers);

    /// A joint whose middle stands at `place` and which begins at `start_s`, with what of it sounds; without emitters
    /// it still takes its time. The emitters' numbers are not copied. Throws std::invalid_argument for a joint in an
    /// ear or beyond the room.
    void add(const Scenario& scenario, std::span<const Emitter> emitters, const audio::Place& place, double start_s);

    /// When nothing is left of the last [s].
    double end_s() const { return end_s_; }

    /// Pressure at each ear [Pa]; the line's channels are those of the listening, whatever it says.
    audio::Signal heard(audio::TimeLine line) const;
    /// The same, rendered and kept only where something sounds.
    audio::SparseSignal heard_sparsely(const audio::TimeLine& line) const;

private:
    /// While something is heard [s].
    struct Span {
        double from, until;
    };
    /// From one source, or its image, to one ear.
    struct Way {
        audio::Renderer* renderer;
        audio::Monopole emitter;
        Span sounds;
    };
    /// Everything that sounds in one room, as its tail is made of it.
    struct Reverberation {
        audio::RoomSettings room;
        audio::Hearing hearing;  ///< but for the delay
        std::vector<Way> direct;
    };
    void add_source(const Scenario& scenario, const Emitter& source, const audio::Place& place,
                    const audio::Hearing& hearing);
    void add_to_tail(const Scenario& scenario, const Emitter& source, const audio::Hearing& hearing);
    void sounds_until(const Scenario& scenario, const audio::Path& path, double tail_s);
    Span span_of(const Emitter& source, const audio::Path& path, double tail_s) const;
    std::vector<Span> spans() const;
    static void render(std::span<const Way> ways, audio::Signal& signal);
    void add_tail(const Reverberation& tail, audio::Signal& signal) const;

    audio::Listening listening_;
    Renderers& renderers_;
    std::vector<std::vector<Way>> ears_;
    std::vector<Reverberation> tails_;
    std::vector<Span> heard_;
    double end_s_ = 0.0;
};

/// A run as it is heard at one point at the scenario's distance, at once and without the room [Pa].
audio::Signal direct_sound(const Trajectory& trajectory, double sample_rate_hz);

/// Peak of that as a file at 48 kHz has it [Pa]; 0 for a run that the solver could not finish. The unfiltered peak of
/// Summary can be many times as high.
double audible_peak_pa(const Trajectory& trajectory);

}  // namespace synovia::studio
