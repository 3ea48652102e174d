#include "apps/instrument/session.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <utility>

#include "apps/cli/console/human.hpp"
#include "apps/cli/failure.hpp"
#include "apps/preset/library.hpp"
#include "apps/preset/load.hpp"
#include "apps/preset/problem.hpp"
#include "audio/core/level.hpp"

namespace synovia::live {
namespace {

constexpr std::size_t tape_frames = std::size_t{1} << 19U;  // 11 s at 48 kHz: the longest a busy disk may make us wait
constexpr std::uint64_t never = ScoreEvent::never;
constexpr std::size_t least_blocks_ahead = 4;  // of the pull: 20 ms
constexpr std::size_t room_for_the_hand = 64;  // orders that pops must leave to it
constexpr std::uint64_t takes_ahead = 8, takes_ahead_of_others = 2;

std::string pop_line(const Take& take) {
    std::string line = take.popped ? "pop" : take.samples.empty() ? "silent" : "quiet";
    line += " take " + std::to_string(take.request.take) + " velocity " + cli::significant(take.request.velocity, 3);
    if (!take.samples.empty()) line += " level " + cli::decibels(audio::db_spl(take.peak_pa)) + " SPL";
    if (take.request.residual_radius)
        line += " residual bubble " + cli::with_prefix(*take.request.residual_radius, "m");
    return line;
}

bool is_of_the_hand(const ScoreEvent& event) {
    return std::holds_alternative<HandEvent>(event.what) || std::holds_alternative<LossEvent>(event.what);
}

}  // namespace

Session::Session(const SessionSettings& settings, Say say)
    : settings_(settings),
      say_(std::move(say)),
      mixer_(settings.record ? tape_frames : 0),
      joint_(settings.refractory) {
    score_.sample_rate_hz = settings.sample_rate_hz;
    from_tape_.resize(4096);
    use(loaded(settings_, settings_.preset));
    scope_ = Scope(resting());
}

Session::Preset Session::loaded(const SessionSettings& settings, const std::string& name) {
    const preset::Loaded loaded = preset::load(name, preset::search_dirs(), settings.overrides);
    Patch patch{loaded.name, loaded.scenario, settings.share, settings.seed, settings.sample_rate_hz, 1.0};
    patch.gain_per_pa = reference_gain(patch);
    return {std::move(patch), loaded.about.title};
}

void Session::use(Patch patch) {
    let_go();
    pool_.emplace(std::move(patch));
    prepared_ = false;
    patch_in_score_.reset();
}

void Session::use(Preset preset) {
    original_ = preset.patch.scenario;
    title_ = std::move(preset.title);
    use(std::move(preset.patch));
}

void Session::use_checked(Patch patch, const std::string& said) {
    std::vector<preset::Problem> problems;
    for (const Problem& problem : validate(patch.scenario))
        problems.push_back({"set", 0, 0, problem.key, problem.message});
    if (!problems.empty()) throw preset::Error(std::move(problems));
    use(std::move(patch));
    say_(said);
}

/// A patch is part of the score from its first sound on: a slider on its way passes many that are never heard.
std::size_t Session::patch_in_score() {
    if (!patch_in_score_) {
        score_.patches.push_back(patch());
        patch_in_score_ = score_.patches.size() - 1;
    }
    return *patch_in_score_;
}

void Session::send(const audio::Order& order, const ScoreEvent& event, Sent sent) {
    const bool hand = order.kind == audio::Order::Kind::stream;
    if (!hand && under_way_.size() + room_for_the_hand >= audio::Mixer::most_orders)
        throw cli::Failure(cli::ExitCode::usage, "too much at once; left out");
    const std::uint64_t id = next_id_++;
    score_.events.push_back(event);
    sent.event = score_.events.size() - 1;
    const Sent& kept = under_way_[id] = std::move(sent);
    audio::Order numbered = order;
    numbered.id = id;
    numbered.samples = kept.take ? kept.take->samples : kept.piece;
    if (hand) ++blocks_under_way_;
    [[maybe_unused]] const bool taken = mixer_.send(numbered);
    assert(taken);
}

TakeRequest Session::request(double velocity, std::uint64_t ahead) const {
    const auto it = taken_.find(velocity);
    return {(it == taken_.end() ? 0 : it->second) + 1 + ahead, velocity, {}};
}

/// What the next trigger finds, then what the joint gives once it has rested.
std::vector<TakeRequest> Session::wanted() const {
    std::vector<TakeRequest> list;
    const auto add = [&](const TakeRequest& r) {
        if (std::find(list.begin(), list.end(), r) == list.end()) list.push_back(r);
    };
    TakeRequest next = request(velocity_);
    next.residual_radius = joint_.residual_radius();
    add(next);
    for (const double velocity : expected_) add(request(velocity));
    for (std::uint64_t ahead = 0; ahead < takes_ahead; ++ahead) add(request(velocity_, ahead));
    for (std::uint64_t ahead = 1; ahead < takes_ahead_of_others; ++ahead)
        for (const double velocity : expected_) add(request(velocity, ahead));
    return list;
}

void Session::trigger(double velocity) {
    if (!(velocity >= 0.0 && velocity <= 1.0)) throw std::invalid_argument("a velocity lies between 0 and 1");
    TakeRequest next = request(velocity);
    next.residual_radius = joint_.residual_radius();
    const auto take = pool_->take(next);
    if (!take->samples.empty())
        send({audio::Order::Kind::sound}, {never, PopEvent{patch_in_score(), next}}, {take, {}});
    ++taken_[velocity];
    velocity_ = velocity;
    joint_.after_pull(patch().scenario, take->popped || next.residual_radius, take->gas_mol);
    scope_.draw(-take->onset_s, take->glances);
    say_(pop_line(*take));
}

void Session::set(const std::string& key_value) {
    Patch patch = pool_->patch();
    preset::apply_override(patch.scenario, key_value);
    use_checked(std::move(patch), "set " + key_value);
}

void Session::set(const Parameter& parameter, double value) {
    Patch patch = pool_->patch();
    set_number(patch.scenario, parameter, value);
    use_checked(std::move(patch), "set " + std::string(parameter.key) + "=" + cli::significant(value, 3));
}

void Session::choose(const std::string& name) {
    use(loaded(settings_, name));
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
    audio::Order order{audio::Order::Kind::level};
    order.level = std::pow(10.0F, static_cast<float>(dbfs / 20.0));
    send(order, {never, LevelEvent{dbfs}}, {});
    level_dbfs_ = dbfs;
    say_("level " + cli::significant(dbfs, 3) + " dBFS");
}

void Session::grasp() {
    const auto residual = joint_.residual_radius();
    stream_.emplace(patch(), residual);
    worker_.set_jobs({});  // the hand has the time for itself
    hand_ = Hand();
    popped_in_hand_ = false;
    score_.events.push_back({never, GraspEvent{patch_in_score(), residual}});
    scope_.draw(0.0, {});
}

void Session::pull(double share_of_way, double seconds) {
    if (!(share_of_way >= -0.5 && share_of_way <= 1.5))
        throw std::invalid_argument("a hand goes to -0.5 to 1.5 of the preset's way");
    if (!(seconds >= 0.005 && seconds <= 600.0)) throw std::invalid_argument("a pull takes 0.005 to 600 s");
    if (!stream_) grasp();
    hand_.move_to(share_of_way * patch().scenario.traction.distance, seconds);
}

/// Where the equations cannot go on the hand loses the joint, in silence.
void Session::send_block(bool last) {
    const double dt = static_cast<double>(stream_->block_frames()) / settings_.sample_rate_hz;
    const HandPoint point = hand_.step(dt);
    try {
        PullStream::Piece piece = last ? stream_->last(point) : stream_->advance(point);
        send_piece(HandEvent{point.position, point.velocity.value_or(0.0), last}, std::move(piece.samples), last);
        held_ = piece.end;
        scope_.append(piece.glance);
        if (piece.popped && !std::exchange(popped_in_hand_, true)) say_("pop in the hand");
    } catch (const cli::Failure& failure) {
        say_("error: " + std::string(failure.what()));
        send_piece(LossEvent{}, std::vector<float>(stream_->block_frames()), true);
        last = true;
    }
    if (last) forget_hand();
}

void Session::send_piece(const decltype(ScoreEvent::what)& event, std::vector<float> samples, bool last) {
    audio::Order order{audio::Order::Kind::stream};
    order.last = last;
    send(order, {never, event}, {nullptr, std::move(samples)});
}

void Session::forget_hand() {
    if (held_) joint_.after_pull(patch().scenario, popped_in_hand_ || joint_.residual_radius(), held_->gas_mol);
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
    return std::clamp(2 * at_once, least_blocks_ahead, room_for_the_hand - 2);
}

void Session::move_hand() {
    while (stream_ && blocks_under_way_ < blocks_ahead()) send_block(false);
}

void Session::collect_receipts() {
    for (audio::Receipt receipt; mixer_.receive(receipt);) {
        const auto it = under_way_.find(receipt.id);
        ScoreEvent& event = score_.events[it->second.event];
        if (receipt.kind == audio::Receipt::Kind::started) {
            event.frame = receipt.frame;
            continue;
        }
        if (receipt.kind == audio::Receipt::Kind::refused)
            say_("error: more than 16 pops within 5 ms; one was left out");
        if (is_of_the_hand(event)) --blocks_under_way_;
        under_way_.erase(it);
    }
}

void Session::collect_tape() {
    while (const std::size_t count = mixer_.fetch_tape(from_tape_))
        if (tape_ != nullptr) tape_->write(std::span(from_tape_).first(count));
    if (tape_ != nullptr) score_.frames = tape_->frames();
}

void Session::warn_of_losses() {
    meter_ = mixer_.meter();
    peak_ = std::max(peak_, meter_.peak);
    if (meter_.unrecorded > said_.unrecorded) say_("error: the recording has a gap: the disk is too slow");
    if (meter_.starved > said_.starved) say_("error: the pull came too late: the machine is too slow");
    said_ = meter_;
}

Glance Session::resting() const {
    return resting_glance(patch().scenario, joint_.residual_radius().value_or(patch().scenario.bubble.nucleus_radius));
}

void Session::tick(double seconds) {
    joint_.pass(seconds);
    scope_.pass(seconds, resting());
    collect_receipts();
    move_hand();
    collect_tape();
    warn_of_losses();
    if (!stream_) prepared_ = pool_->prepare(worker_, wanted());
}

std::optional<double> Session::recorded_s() const {
    if (tape_ == nullptr) return std::nullopt;
    return static_cast<double>(tape_->frames()) / settings_.sample_rate_hz;
}

float Session::take_peak() { return std::exchange(peak_, 0.0F); }

}  // namespace synovia::live
