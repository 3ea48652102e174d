#include "apps/instrument/session.hpp"

#include <stdexcept>
#include <utility>
#include <vector>

#include "apps/preset/text.hpp"
#include "apps/studio/human.hpp"

namespace synovia::instrument {
namespace {

constexpr std::size_t tape_frames = std::size_t{1} << 19U;  // 11 s at 48 kHz: the longest a busy disk may make us wait

std::string pop_line(const studio::Take& take, Kind kind, const std::optional<double>& residual_radius) {
    std::string line = take.popped ? "pop" : take.samples.empty() ? "silent" : "quiet";
    line += " take " + std::to_string(take.request.take) + " velocity " + studio::significant(take.request.velocity, 3);
    if (!take.samples.empty()) line += " level " + studio::peak_level_text(take.peak_pa, kind);
    if (residual_radius) line += " residual bubble " + studio::with_prefix(*residual_radius, "m");
    return line;
}

constexpr const char* too_much = "error: too much at once; left out";

void require_velocity(double velocity) {
    if (!(velocity >= 0.0 && velocity <= 1.0)) throw std::invalid_argument("a velocity lies between 0 and 1");
}

}  // namespace

Session::Session(const SessionSettings& settings, LoadedPreset preset, Say say)
    : settings_(settings),
      say_(std::move(say)),
      mixer_(settings.record ? tape_frames : 0, audio::channels_of(preset.patch.listening)),
      preset_(std::move(preset)),
      joint_(settings.refractory),
      scope_(resting()),
      meter_(mixer_, settings.sample_rate_hz, say_) {
    score_.sample_rate_hz = settings.sample_rate_hz;
    score_.listening = patch().listening;
    settings_.listening = patch().listening;  // of every preset from here on: the card is open
}

/// Gas is gone with the pockets that held it.
template <class Preset>
void Session::use(Preset preset, const std::string& said) {
    let_go();
    const std::vector<double> before = studio::joint_of(patch()).joint.pocket_weights;
    preset_.use(std::move(preset));
    if (studio::joint_of(patch()).joint.pocket_weights != before) joint_.clear();
    prepared_ = false;
    strike_.reset();
    say_(said);
}

bool Session::send_pop(std::shared_ptr<const studio::Take> take) {
    if (take->samples.empty()) return true;
    const studio::TakeRequest& request = take->request;
    if (!orders_.pop(take, {preset_.index_in(score_), request})) return false;
    preset_.add_to(score_);
    return true;
}

void Session::trigger(double velocity) {
    require_velocity(velocity);
    play(takes_.next(velocity, joint_.left()));
    strike_.reset();
}

void Session::play(const studio::TakeRequest& next) {
    const auto residual_radius = joint_.residual_radius();
    const auto take = preset_.pool().take(next);
    if (!finished(take->ending)) return say_(error_line(unfinished_text(patch().name, take->ending)));
    if (!send_pop(take)) return say_(too_much);
    takes_.count(next);
    joint_.after_pull(studio::joint_of(patch()), take->popped || residual_radius, take->left_over);
    scope_.draw(-take->onset_s, take->glances);
    say_(pop_line(*take, patch().scenario.kind, residual_radius));
}

void Session::strike(double velocity) {
    require_velocity(velocity);
    if (!strikes_.add(velocity)) leave_out(1);
    play_strikes();
}

/// Said once, until all that waits has been heard.
void Session::leave_out(std::size_t strikes) {
    if (strikes > 0 && !std::exchange(told_late_, true))
        say_("pops are asked for faster than they can be computed: those that come too late are left out");
}

/// Chosen when its turn comes: a bubble that shrinks would ask for another take each moment.
bool Session::next_strike() {
    leave_out(strikes_.drop_late());
    const auto velocity = strikes_.front();
    if (!velocity)
        strike_.reset();
    else if (!strike_)
        strike_ = takes_.next(*velocity, joint_.left());
    return strike_.has_value();
}

void Session::play_strikes() {
    while (next_strike()) {
        if (!preset_.pool().knows(*strike_)) return;
        play_strike();
        strikes_.pop();
        strike_.reset();
    }
    told_late_ = false;
}

void Session::play_strike() {
    try {
        play(*strike_);
    } catch (const std::exception& error) {
        say_(error_line(error));
    }
}

void Session::fade_out() {
    let_go();
    strikes_.clear();
    if (!orders_.level({studio::faded_out_dbfs})) say_(too_much);
}

/// A pull of it is tried before: what could not be played any more stays as it was.
void Session::set(const std::string& key_value) {
    studio::Patch patch = preset_.with(key_value);
    const studio::Ending ending = studio::make_take(patch, {}).ending;
    if (!finished(ending))
        throw std::invalid_argument(key_value + " is refused: " + unfinished_text(patch.name, ending));
    use(std::move(patch), "set " + key_value);
}

void Session::set(const Parameter& parameter, double value) {
    use(preset_.with(parameter, value),
        "set " + std::string(parameter.key) + "=" + studio::in_use(value, parameter.unit));
}

void Session::choose(const std::string& name) {
    LoadedPreset preset = load_preset(settings_, name);
    if (!finished(preset.reference)) return say_(error_line(unfinished_text(preset.patch.name, preset.reference)));
    const std::string said = "preset " + preset.patch.name;
    use(std::move(preset), said);
    joint_.clear();
}

void Session::rest() {
    let_go();
    joint_.clear();
    strike_.reset();
    say_("rested");
}

void Session::remember(bool refractory) {
    joint_.enable(refractory);
    strike_.reset();
    say_(refractory ? "the joint remembers its last pop" : "every pull finds a rested joint");
}

void Session::level(double dbfs) {
    if (!(dbfs >= -60.0 && dbfs <= audio::highest_level_dbfs))
        throw std::invalid_argument("the level lies between -60 and -1 dBFS");
    if (!orders_.level({dbfs})) return say_(too_much);
    level_dbfs_ = dbfs;
    say_("level " + studio::significant(dbfs, 3) + " dBFS");
}

void Session::grasp() {
    grip_.take(patch(), preset_.index_in(score_));
    preset_.add_to(score_);
    worker_.set_jobs({});  // the hand has the time for itself
}

double Session::reach(double share_of_way, double seconds) {
    if (!(share_of_way >= -0.5 && share_of_way <= 1.5))
        throw std::invalid_argument("a hand goes to -0.5 to 1.5 of the preset's way");
    if (!(seconds >= 0.005 && seconds <= 600.0)) throw std::invalid_argument("a pull takes 0.005 to 600 s");
    return share_of_way * patch().scenario.traction.distance;
}

bool Session::take_in_hand() {
    if (!grip_.holds() && !orders_.has_room_for_a_hand()) return say_(too_much), false;
    if (!grip_.holds()) grasp();
    return true;
}

bool Session::pull(double share_of_way, double seconds) {
    const double position = reach(share_of_way, seconds);
    if (!take_in_hand()) return false;
    grip_.move_to(position, seconds);
    return true;
}

bool Session::follow(double share_of_way, double seconds) {
    const double position = reach(share_of_way, seconds);
    if (!take_in_hand()) return false;
    grip_.follow(position, seconds);
    return true;
}

studio::Glance Session::resting() const {
    return studio::resting_glance(patch().scenario,
                                  joint_.residual_radius().value_or(patch().scenario.bubble.nucleus_radius));
}

void Session::tick(double seconds) {
    joint_.pass(seconds);
    scope_.pass(seconds, resting());
    const bool recorded = tape_.failure().empty();
    for (std::size_t refused = tape_.keep_up(); refused > 0; --refused)
        say_("error: more than 16 pops within 5 ms; one was left out");
    if (recorded && !tape_.failure().empty())
        say_("the recording has ended, the playing goes on: " + preset::printable(tape_.failure(), 400));
    grip_.keep_ahead(meter_.last().longest_block);
    meter_.look();
    strikes_.pass(seconds);
    play_strikes();
    make_ahead();
}

/// What waits comes first, and alone where a hand needs the time.
void Session::make_ahead() {
    if (grip_.holds() && !strike_) return;
    std::vector<studio::TakeRequest> wanted = takes_.ahead(joint_.left());
    if (strike_) wanted.insert(wanted.begin(), *strike_);
    prepared_ = preset_.pool().prepare(worker_, wanted, grip_.holds() ? 1 : wanted.size());
}

}  // namespace synovia::instrument
