#include "apps/cli/live/full_screen.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <deque>
#include <span>

#include "apps/cli/console/interrupt.hpp"
#include "apps/cli/live/held_key.hpp"
#include "apps/cli/live/peak_meter.hpp"
#include "apps/cli/live/terminal.hpp"
#include "apps/studio/human.hpp"
#include "apps/studio/why_silent.hpp"
#include "audio/core/level.hpp"
#include "audio/device/device_guard.hpp"
#include "solver/blake.hpp"
#include "solver/kinds.hpp"

namespace synovia::cli {
namespace {

constexpr double between_paintings_s = 1.0 / 30.0;
constexpr double slider_step = 1.0 / 40.0;
constexpr int ctrl_c = 3, ctrl_z = 26;
constexpr std::string_view counted = "gaps in the ";  // so begins what MeterWatch counts

/// Who wants to end does not wait for what was typed before.
bool ends(const Input& input) {
    const bool key = input.kind == Input::Kind::character && (input.character == 'q' || input.character == ctrl_c);
    return key || input.kind == Input::Kind::gone;
}

std::string joint_text(const instrument::Session& session) {
    if (!row_of(session.patch().scenario.kind).remembers) return "a free bubble: each pop begins at rest";
    if (const auto& held = session.grip().held())
        return "in the hand: gap " + studio::with_prefix(held->gap, "m") + ", pressure " +
               studio::with_prefix(held->gap_pressure, "Pa") + ", bubble " + studio::with_prefix(held->radius, "m");
    if (!session.joint().enabled()) return "without memory: every pull finds a rested joint";
    if (const auto radius = session.joint().residual_radius())
        return "QUIET FOR " + studio::significant(std::ceil(session.joint().rested_in_s().value_or(0.0)), 4) +
               " s: THE LAST POP'S BUBBLE, " + studio::with_prefix(*radius, "m") + ", IS THERE   r rests, f: no memory";
    return "rested; a pop will keep it quiet for a while (f: no memory)";
}

std::optional<ViewState::HandState> hand_state(const instrument::Session& session) {
    const double way = session.patch().scenario.traction.distance;
    if (!session.grip().holds() || !session.grip().held() || !(way > 0.0)) return std::nullopt;
    const double opening = session.grip().held()->gap - session.patch().scenario.joint.resting_gap;
    return ViewState::HandState{session.grip().hand().position() / way, opening / way};
}

std::vector<ViewState::SliderState> slider_states(const instrument::Instrument& instrument) {
    std::vector<ViewState::SliderState> states;
    for (std::size_t i = 0; i < instrument.sliders().size(); ++i) {
        const instrument::Slider& slider = instrument.sliders()[i];
        const double value = instrument.slider_value(i);
        states.push_back({slider.label(), studio::in_use(value, slider.parameter->unit), slider.share(value)});
    }
    return states;
}

/// The joint as it is now; what has been seen fits into the picture.
JointPicture picture_of(const Scenario& scenario, std::span<const studio::Glance> glances) {
    JointPicture picture;
    picture.has_gap = row_of(scenario.kind).has_gap;
    if (glances.empty()) return picture;
    picture.gap = glances.back().gap.high;
    picture.radius = glances.back().radius.high;
    picture.widest = picture.has_gap ? scenario.joint.resting_gap + scenario.traction.distance : 0.0;
    for (const studio::Glance& glance : glances)
        picture.widest = std::max(picture.widest, picture.has_gap ? glance.gap.high : 2.0 * glance.radius.high);
    return picture;
}

class FullScreen {
public:
    FullScreen(Concert& concert, const Messages& messages)
        : concert_(concert), session_(concert.stage.session()), instrument_(concert.instrument), messages_(messages) {}

    void play() {
        while (!quit_ && !interrupted()) {
            pass(concert_.turn());
            take_typed();
            obey_typed();
            if (Terminal::suspend_asked()) suspend();
            if (since_painted_s_ >= between_paintings_s) paint();
            Terminal::wait(turn_ms, concert_.wake_fd());
        }
    }

private:
    void pass(double seconds) {
        since_painted_s_ += seconds;
        if (space_.pass(seconds)) instrument_.release();
    }

    /// What comes faster than it can be done is left out, but nothing that lets go.
    void take_typed() {
        for (std::size_t i = 0; i < most_at_once && !quit_; ++i) {
            const auto input = terminal_.next();
            if (!input) return;
            quit_ = ends(*input);
            const bool lets_go = input->kind == Input::Kind::hold_end || input->kind == Input::Kind::mouse_up;
            if (lets_go || typed_.size() < most_typed) typed_.push_back(*input);
        }
    }

    /// Another preset may take a while: what is typed meanwhile is looked at before the next one.
    void obey_typed() {
        const Clock::time_point begin = Clock::now();
        while (!quit_ && !typed_.empty() && Clock::now() - begin < longest_obeyed) {
            const Input input = typed_.front();
            typed_.pop_front();
            obey(input);
        }
    }

    void suspend() {
        concert_.stage.pause();
        terminal_.suspend();
        concert_.stage.resume();
        since_painted_s_ = between_paintings_s;
    }

    void obey(const Input& input) {
        switch (input.kind) {
            case Input::Kind::none:
            case Input::Kind::gone:  // it has ended by then
                return;
            case Input::Kind::character:
                return obey_character(input.character);
            case Input::Kind::hold_end:
                if (space_.release()) instrument_.release();
                return;
            case Input::Kind::up:
                return instrument_.select(-1);
            case Input::Kind::down:
                return instrument_.select(1);
            case Input::Kind::left:
                return instrument_.step_slider(-slider_step);
            case Input::Kind::right:
                return instrument_.step_slider(slider_step);
            case Input::Kind::backspace:
                return instrument_.reset_slider();
            case Input::Kind::mouse_down:
            case Input::Kind::mouse_move:  // the report of the button may have been cut
                if (!taken_at_) taken_at_ = input.column;
                return instrument_.drag(dragged_share(*taken_at_, input.column, terminal_.columns()));
            case Input::Kind::mouse_up:
                if (taken_at_) instrument_.release();
                taken_at_.reset();
                return;
        }
    }

    void obey_character(int key) {
        if (key >= '1' && key <= '9') return instrument_.strike((key - '0') / 10.0);
        switch (key) {
            case '0':
                return instrument_.strike(1.0);
            case ' ':
                if (space_.press()) instrument_.hold();
                return;
            case 'r':
                return instrument_.rest();
            case 'f':
                return instrument_.remember(!session_.joint().enabled());
            case '[':
                return instrument_.step_preset(-1);
            case ']':
                return instrument_.step_preset(1);
            case '+':
            case '=':
                return instrument_.change_level(1.0);
            case '-':
                return instrument_.change_level(-1.0);
            case ctrl_z:
                return suspend();
            default:
                return;
        }
    }

    ViewState state() {
        const Scenario& scenario = session_.patch().scenario;
        ViewState state;
        state.title = session_.patch().name + ": " + session_.preset().title();
        state.device = concert_.stage.card().name();
        if (const auto recorded_s = session_.tape().recorded_s())
            state.device += ", recording " + studio::significant(std::floor(*recorded_s), 6) + " s";
        state.joint = joint_text(session_);
        state.quiet = session_.joint().residual_radius() && !session_.grip().holds();
        state.level_dbfs = session_.level_dbfs();
        state.peak_dbfs = meter_.level_dbfs();
        state.held_dbfs = meter_.held_dbfs();
        state.voices = session_.meter().last().voices;
        state.sliders = slider_states(instrument_);
        state.selected = instrument_.selected();
        state.in_hand = hand_state(session_);
        state.messages.assign(messages_.lines().begin(), messages_.lines().end());
        state.course = {row_of(scenario.kind).has_gap, blake_threshold(scenario),
                        session_.scope().last(trace_length(terminal_.columns(), terminal_.braille()))};
        state.picture = picture_of(scenario, state.course.glances);
        return state;
    }

    void paint() {
        meter_.pass(since_painted_s_, audio::decibels(static_cast<double>(session_.meter().take_peak())));
        since_painted_s_ = 0.0;
        terminal_.fit();
        terminal_.paint(lay_out(state(), terminal_.rows(), terminal_.columns(), terminal_.braille()));
    }

    using Clock = std::chrono::steady_clock;
    static constexpr std::size_t most_typed = 64, most_at_once = 4096;
    static constexpr std::chrono::milliseconds longest_obeyed{10};

    audio::ErrorsSilenced silenced_{true};  // what sound libraries print would stand in the middle of the screen
    Terminal terminal_;
    Concert& concert_;
    instrument::Session& session_;
    instrument::Instrument& instrument_;
    const Messages& messages_;
    std::deque<Input> typed_;
    HeldKey space_;
    std::optional<int> taken_at_;
    PeakMeter meter_;
    double since_painted_s_ = between_paintings_s;
    bool quit_ = false;
};

}  // namespace

/// A count takes the place of the one before it.
void Messages::add(const std::string& line) {
    constexpr std::size_t kept = 50;
    if (line.starts_with(counted)) {
        const std::string topic = line.substr(0, line.find(':') + 1);
        std::erase_if(lines_, [&](const std::string& older) { return older.starts_with(topic); });
    }
    lines_.push_back(line);
    if (lines_.size() > kept) lines_.pop_front();
}

void play_full_screen(Concert& concert, const Messages& messages) { FullScreen(concert, messages).play(); }

std::vector<double> key_velocities() {
    std::vector<double> all;
    for (int i = 1; i <= 10; ++i) all.push_back(i / 10.0);
    return all;
}

}  // namespace synovia::cli
