#include "apps/instrument/session.hpp"

#include <algorithm>
#include <utility>

#include "apps/preset/load.hpp"
#include "apps/preset/problem.hpp"
#include "apps/studio/human.hpp"
#include "audio/core/level.hpp"

namespace synovia::instrument {
namespace {

constexpr std::size_t tape_frames = std::size_t{1} << 19U;  // 11 s at 48 kHz: the longest a busy disk may make us wait
constexpr std::size_t least_blocks_ahead = 4;               // of the pull: 20 ms
constexpr std::uint64_t takes_ahead = 8, takes_ahead_of_others = 2;

std::string pop_line(const studio::Take& take, const std::optional<double>& residual_radius) {
    std::string line = take.popped ? "pop" : take.samples.empty() ? "silent" : "quiet";
    line += " take " + std::to_string(take.request.take) + " velocity " + studio::significant(take.request.velocity, 3);
    if (!take.samples.empty()) line += " level " + studio::decibel_text(audio::db_spl(take.peak_pa)) + " SPL";
    if (residual_radius) line += " residual bubble " + studio::with_prefix(*residual_radius, "m");
    return line;
}

constexpr const char* too_much = "error: too much at once; left out";

}  // namespace

Session::Session(const SessionSettings& settings, LoadedPreset preset, Say say)
    : settings_(settings),
      say_(std::move(say)),
      mixer_(settings.record ? tape_frames : 0),
      joint_(settings.refractory) {
    score_.sample_rate_hz = settings.sample_rate_hz;
    from_tape_.resize(4096);
    use(std::move(preset));
    scope_ = Scope(resting());
}

/// Gas is gone with the pockets that held it.
void Session::use(studio::Patch patch) {
    let_go();
    const auto shares = [](const studio::Patch& p) { return studio::joint_of(p).joint.pocket_weights; };
    if (pool_ && shares(pool_->patch()) != shares(patch)) joint_.clear();
    pool_.emplace(std::move(patch));
    prepared_ = false;
    patch_in_score_.reset();
}

void Session::use(LoadedPreset preset) {
    original_ = preset.patch.scenario;
    title_ = std::move(preset.title);
    use(std::move(preset.patch));
}

void Session::use_checked(studio::Patch patch, const std::string& said) {
    std::vector<preset::PlacedProblem> problems;
    for (const Problem& problem : validate(patch.scenario))
        problems.push_back({"set", 0, 0, problem.key, problem.message});
    if (!problems.empty()) throw preset::Error(std::move(problems));
    use(std::move(patch));
    say_(said);
}

/// A patch is part of the score from its first sound on: a slider on its way passes many that are never heard.
void Session::keep_patch() {
    if (patch_in_score_) return;
    patch_in_score_ = patch_index();
    score_.patches.push_back(patch());
}

bool Session::send_pop(std::shared_ptr<const studio::Take> take) {
    if (take->samples.empty()) return true;
    const studio::TakeRequest& request = take->request;
    if (!orders_.pop(take, {patch_index(), request})) return false;
    keep_patch();
    return true;
}

studio::TakeRequest Session::request(double velocity, std::uint64_t ahead) const {
    const auto it = taken_.find(velocity);
    return {(it == taken_.end() ? 0 : it->second) + 1 + ahead, velocity, {}};
}

/// What the next trigger finds, then what the joint gives once it has rested.
std::vector<studio::TakeRequest> Session::wanted() const {
    std::vector<studio::TakeRequest> list;
    const auto add = [&](const studio::TakeRequest& r) {
        if (std::find(list.begin(), list.end(), r) == list.end()) list.push_back(r);
    };
    studio::TakeRequest next = request(velocity_);
    next.left = joint_.left();
    add(next);
    for (const double velocity : expected_) add(request(velocity));
    for (std::uint64_t ahead = 0; ahead < takes_ahead; ++ahead) add(request(velocity_, ahead));
    for (std::uint64_t ahead = 1; ahead < takes_ahead_of_others; ++ahead)
        for (const double velocity : expected_) add(request(velocity, ahead));
    return list;
}

void Session::trigger(double velocity) {
    if (!(velocity >= 0.0 && velocity <= 1.0)) throw std::invalid_argument("a velocity lies between 0 and 1");
    studio::TakeRequest next = request(velocity);
    next.left = joint_.left();
    const auto residual_radius = joint_.residual_radius();
    const auto take = pool_->take(next);
    if (!finished(take->ending)) return say_(error_line(unfinished_text(patch().name, take->ending)));
    if (!send_pop(take)) return say_(too_much);
    ++taken_[velocity];
    velocity_ = velocity;
    joint_.after_pull(studio::joint_of(patch()), take->popped || residual_radius, take->left_over);
    scope_.draw(-take->onset_s, take->glances);
    say_(pop_line(*take, residual_radius));
}

void Session::set(const std::string& key_value) {
    studio::Patch patch = pool_->patch();
    preset::apply_override(patch.scenario, key_value);
    use_checked(std::move(patch), "set " + key_value);
}

void Session::set(const Parameter& parameter, double value) {
    studio::Patch patch = pool_->patch();
    set_number(patch.scenario, parameter, value);
    use_checked(std::move(patch), "set " + std::string(parameter.key) + "=" + studio::significant(value, 3));
}

void Session::choose(const std::string& name) {
    LoadedPreset preset = load_preset(settings_, name);
    if (!finished(preset.reference)) return say_(error_line(unfinished_text(preset.patch.name, preset.reference)));
    use(std::move(preset));
    joint_.clear();
    say_("preset " + patch().name);
}

void Session::rest() {
    let_go();
    joint_.clear();
    say_("rested");
}

void Session::remember(bool refractory) {
    joint_.enable(refractory);
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
    const JointStart left = joint_.left();
    stream_.emplace(patch(), left, ++grasps_);
    worker_.set_jobs({});  // the hand has the time for itself
    hand_ = Hand();
    pace_ = HandPace(patch().scenario.traction.distance);
    popped_in_hand_ = false;
    orders_.grasp({patch_index(), left, grasps_});
    keep_patch();
    scope_.draw(0.0, {});
}

bool Session::pull(double share_of_way, double seconds) {
    if (!send_hand(share_of_way, seconds)) return false;
    asked_rise_ = seconds;
    return true;
}

bool Session::follow(double share_of_way, double seconds) {
    if (!send_hand(share_of_way, seconds)) return false;
    asked_rise_.reset();
    return true;
}

bool Session::send_hand(double share_of_way, double seconds) {
    if (!(share_of_way >= -0.5 && share_of_way <= 1.5))
        throw std::invalid_argument("a hand goes to -0.5 to 1.5 of the preset's way");
    if (!(seconds >= 0.005 && seconds <= 600.0)) throw std::invalid_argument("a pull takes 0.005 to 600 s");
    if (!stream_ && !orders_.has_room_for_a_hand()) return say_(too_much), false;
    if (!stream_) grasp();
    hand_.move_to(share_of_way * patch().scenario.traction.distance, seconds);
    return true;
}

/// Where the equations cannot go on the hand loses the joint, in silence.
void Session::send_block(bool last) {
    const double dt = static_cast<double>(stream_->block_frames()) / settings_.sample_rate_hz;
    HandPoint point = hand_.step(dt);
    const double own_rise = pace_.step(point.position, dt);
    point.rise_time = asked_rise_.value_or(own_rise);
    PullStream::Piece piece = last ? stream_->last(point) : stream_->advance(point);
    if (!finished(piece.ending)) {
        say_("error: " + unfinished_text("pull", piece.ending));
        orders_.loss(stream_->block_frames());
        return forget_hand();
    }
    orders_.block(std::move(piece.samples), {point.position, point.velocity.value_or(0.0), last, point.rise_time});
    held_ = piece.end;
    left_in_hand_ = std::move(piece.left_over);
    scope_.append(piece.glance);
    const bool popped = piece.ending.outcome == Outcome::popped;
    if (popped && !std::exchange(popped_in_hand_, true)) say_("pop in the hand");
    if (last) forget_hand();
}

void Session::forget_hand() {
    if (held_) joint_.after_pull(studio::joint_of(patch()), popped_in_hand_ || joint_.residual_radius(), left_in_hand_);
    stream_.reset();
    held_.reset();
    say_("let go");
}

void Session::let_go() {
    if (stream_) send_block(true);
}

/// The card may take all it gets at once in one go, and the next block is only then on its way.
std::size_t Session::blocks_ahead() const {
    const std::size_t at_once = meter_.longest_block / stream_->block_frames() + 1;
    return std::clamp(2 * at_once, least_blocks_ahead, OrderBook::room_for_the_hand - 2);
}

void Session::move_hand() {
    while (stream_ && orders_.blocks() < blocks_ahead()) send_block(false);
}

void Session::collect_receipts() {
    for (std::size_t refused = orders_.collect(); refused > 0; --refused)
        say_("error: more than 16 pops within 5 ms; one was left out");
}

/// Whatever began on what has been fetched has been told by then: score and journal know all of what is on the tape,
/// also where it ends with a failure.
void Session::collect_tape() {
    while (const std::size_t count = mixer_.fetch_tape(from_tape_)) {
        collect_receipts();
        if (tape_ != nullptr) tape_->write(std::span(from_tape_).first(count));
    }
    collect_receipts();
    if (tape_ != nullptr) score_.frames = tape_->frames();
}

std::string Session::length_text(std::uint64_t frames) const {
    return studio::with_prefix(static_cast<double>(frames) / settings_.sample_rate_hz, "s");
}

/// What happened, and what the player can do.
void Session::warn_of_losses() {
    meter_ = mixer_.meter();
    peak_ = std::max(peak_, meter_.peak);
    if (meter_.unrecorded > said_.unrecorded)
        say_("error: a gap of " + length_text(meter_.unrecorded - said_.unrecorded) +
             " in the recording: the disk takes too long; record to another one");
    if (meter_.starved > said_.starved)
        say_("error: a gap of " + length_text(meter_.starved - said_.starved) +
             " in the pull: the processor was busy; close other programs, or pull more slowly");
    said_ = meter_;
}

studio::Glance Session::resting() const {
    return studio::resting_glance(patch().scenario,
                                  joint_.residual_radius().value_or(patch().scenario.bubble.nucleus_radius));
}

void Session::tick(double seconds) {
    joint_.pass(seconds);
    scope_.pass(seconds, resting());
    collect_tape();
    if (journal_ != nullptr) journal_->keep_up(score_);
    move_hand();
    warn_of_losses();
    if (!stream_) prepared_ = pool_->prepare(worker_, wanted());
}

std::optional<double> Session::recorded_s() const {
    if (tape_ == nullptr) return std::nullopt;
    return static_cast<double>(tape_->frames()) / settings_.sample_rate_hz;
}

float Session::take_peak() { return std::exchange(peak_, 0.0F); }

}  // namespace synovia::instrument
