#include "apps/instrument/instrument.hpp"

#include <algorithm>
#include <exception>

namespace synovia::instrument {
namespace {

constexpr double return_s = 0.3;   // a finger that is let go springs back: fast, but not as fast as a pull that cracks
constexpr double quiet_s = 0.2;    // at rest again, before the hand opens
constexpr double follow_s = 0.03;  // mouse and wheels send a hundred places a second and fewer
constexpr double lowest_level_dbfs = -60.0;

}  // namespace

Instrument::Instrument(Session& session, std::vector<std::string> presets, Say say)
    : session_(session), presets_(std::move(presets)), say_(std::move(say)) {
    learn_preset();
}

template <class Action>
void Instrument::attempt(const Action& action) {
    try {
        action();
    } catch (const std::exception& error) {
        say_(error_line(error));
    }
}

void Instrument::learn_preset() {
    sliders_ = instrument::sliders(session_.preset().original());
    selected_ = std::min(selected_, sliders_.empty() ? 0 : sliders_.size() - 1);
}

void Instrument::strike(double velocity) {
    attempt([&] { session_.strike(velocity); });
}

void Instrument::hold() {
    attempt([&] { session_.pull(1.0, std::max(session_.patch().scenario.traction.rise_time, 0.005)); });
    returning_ = false;
}

void Instrument::drag(double share) {
    attempt([&] { session_.follow(std::clamp(share, -0.2, 1.5), follow_s); });
    returning_ = false;
}

void Instrument::release() {
    if (!session_.grip().holds()) return;
    attempt([&] { session_.pull(0.0, return_s); });
    returning_ = true;
    back_for_s_ = 0.0;
}

void Instrument::pass(double seconds) {
    if (!returning_ || session_.grip().hand().moving()) return;
    back_for_s_ += seconds;
    if (back_for_s_ < quiet_s) return;
    returning_ = false;
    session_.let_go();
}

void Instrument::rest() {
    attempt([&] { session_.rest(); });
}

void Instrument::remember(bool refractory) {
    attempt([&] { session_.remember(refractory); });
}

void Instrument::change_level(double by_db) {
    attempt([&] {
        session_.level(std::clamp(session_.level_dbfs() + by_db, lowest_level_dbfs, audio::highest_level_dbfs));
    });
}

void Instrument::level(double share) {
    attempt([&] { session_.level(lowest_level_dbfs + share * (audio::highest_level_dbfs - lowest_level_dbfs)); });
}

void Instrument::preset(std::size_t index) {
    if (index >= presets_.size()) return;
    attempt([&] {
        session_.choose(presets_[index]);
        learn_preset();
    });
}

void Instrument::step_preset(int by) {
    const auto count = static_cast<int>(presets_.size());
    if (count == 0) return;
    const auto here = std::find(presets_.begin(), presets_.end(), session_.patch().name) - presets_.begin();
    // A preset file of the player's own stands before the first.
    const int from = here == count ? (by > 0 ? -1 : 0) : static_cast<int>(here);
    preset(static_cast<std::size_t>(((from + by) % count + count) % count));
}

double Instrument::slider_value(std::size_t index) const {
    return number(session_.patch().scenario, *sliders_[index].parameter).value_or(0.0);
}

void Instrument::select(int by) {
    const auto count = static_cast<int>(sliders_.size());
    if (count > 0) selected_ = static_cast<std::size_t>(((static_cast<int>(selected_) + by) % count + count) % count);
}

void Instrument::move_slider(std::size_t index, double share) {
    if (index >= sliders_.size()) return;
    const Slider& slider = sliders_[index];
    attempt([&] { session_.set(*slider.parameter, slider.value(std::clamp(share, 0.0, 1.0))); });
}

void Instrument::step_slider(double by) {
    if (sliders_.empty()) return;
    move_slider(selected_, sliders_[selected_].share(slider_value(selected_)) + by);
}

void Instrument::reset_slider() {
    if (sliders_.empty()) return;
    const Parameter& parameter = *sliders_[selected_].parameter;
    attempt([&] { session_.set(parameter, number(session_.preset().original(), parameter).value_or(0.0)); });
}

}  // namespace synovia::instrument
