// One vocabulary for keys, mouse and MIDI: what a player can do, between the hands and the session.
#pragma once
#include <string>
#include <vector>

#include "apps/instrument/session.hpp"
#include "apps/instrument/sliders.hpp"

namespace synovia::instrument {

/// Whatever cannot be done is said, and changes nothing: no call throws for what a player can do wrong.
class Instrument {
public:
    /// `presets` are those that step_preset() and preset() go through.
    Instrument(Session& session, std::vector<std::string> presets, Say say);

    /// A pop, harder with the velocity from 0 to 1.
    void strike(double velocity);

    /// A key goes down: the bone is pulled the preset's way in the preset's time, and held there.
    void hold();
    /// Mouse or wheel move the bone, as a share of the preset's way.
    void drag(double share);
    /// The hand brings the bone back, then lets it go.
    void release();

    void rest();
    void remember(bool refractory);
    void change_level(double by_db);
    /// From 0, -60 dBFS, to 1, the highest.
    void level(double share);
    void preset(std::size_t index);
    void step_preset(int by);

    const std::vector<Slider>& sliders() const { return sliders_; }
    double slider_value(std::size_t index) const;
    std::size_t selected() const { return selected_; }
    void select(int by);
    /// Moves the selected slider by a share of its way.
    void step_slider(double by);
    void move_slider(std::size_t index, double share);
    /// Back to the preset's value.
    void reset_slider();

    /// To be called with each turn of the stage: seconds since the last one.
    void pass(double seconds);

private:
    template <class Action>
    void attempt(const Action& action);
    void learn_preset();

    Session& session_;
    std::vector<std::string> presets_;
    Say say_;
    std::vector<Slider> sliders_;
    std::size_t selected_ = 0;
    bool returning_ = false;
    double back_for_s_ = 0.0;
};

}  // namespace synovia::instrument
