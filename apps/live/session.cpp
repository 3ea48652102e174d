#include "apps/live/session.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "apps/cli/failure.hpp"
#include "apps/cli/human.hpp"
#include "apps/preset/library.hpp"
#include "apps/preset/load.hpp"
#include "apps/preset/problem.hpp"
#include "audio/level.hpp"
#include "solver/parameters.hpp"

namespace synovia::live {
namespace {

constexpr std::size_t tape_frames = std::size_t{1} << 19U;  // 11 s at 48 kHz: the longest a busy disk may make us wait
constexpr std::uint64_t never = ScoreEvent::never;
constexpr std::size_t blocks_ahead = 4;  // of the pull: 20 ms

Patch loaded(const SessionSettings& settings, const std::string& name) {
    const preset::Loaded loaded = preset::load(name, preset::search_dirs(), settings.overrides);
    Patch patch{loaded.name, loaded.scenario, settings.share, settings.seed, settings.sample_rate_hz, 1.0};
    patch.gain_per_pa = reference_gain(patch);
    return patch;
}

std::string pop_line(const Take& take) {
    std::string line = take.popped ? "pop" : take.samples.empty() ? "silent" : "quiet";
    line += " take " + std::to_string(take.request.take) + " velocity " + cli::significant(take.request.velocity, 3);
    if (!take.samples.empty()) line += " level " + cli::decibels(audio::db_spl(take.peak_pa)) + " SPL";
    if (take.request.residual_radius)
        line += " residual bubble " + cli::with_prefix(*take.request.residual_radius, "m");
    return line;
}

}  // namespace

Session::Session(const SessionSettings& settings, Say say)
    : settings_(settings),
      say_(std::move(say)),
      mixer_(settings.record ? tape_frames : 0),
      joint_(settings.refractory) {
    score_.sample_rate_hz = settings.sample_rate_hz;
    from_tape_.resize(4096);
    use(loaded(settings_, settings_.preset), "");
}

void Session::use(Patch patch, const std::string& said) {
    let_go();
    score_.patches.push_back(patch);
    pool_.emplace(std::move(patch));
    preparing_ = true;
    if (!said.empty()) say_(said);
}

void Session::send(audio::Order::Kind kind, const ScoreEvent& event, Sent sent, bool last, float level) {
    const std::uint64_t id = next_id_++;
    score_.events.push_back(event);
    sent.event = score_.events.size() - 1;
    Sent& kept = under_way_[id] = std::move(sent);
    const std::span<const float> samples = kept.take ? kept.take->samples : kept.piece;
    if (mixer_.send({kind, id, samples, last, level})) return;
    under_way_.erase(id);
    score_.events.pop_back();
    throw cli::Failure(cli::ExitCode::usage, "too much at once; left out");
}

void Session::trigger(double velocity) {
    if (!(velocity >= 0.0 && velocity <= 1.0)) throw std::invalid_argument("a velocity lies between 0 and 1");
    velocity_ = velocity;
    const auto take = pool_->take(next_request());
    preparing_ = true;
    if (!take->samples.empty())
        send(audio::Order::Kind::sound, {never, PopEvent{score_.patches.size() - 1, take->request}}, {take, {}});
    ++next_take_;
    joint_.after_pull(patch().scenario, take->popped || take->request.residual_radius, take->gas_mol);
    say_(pop_line(*take));
}

void Session::set(const std::string& key_value) {
    Patch patch = pool_->patch();
    preset::apply_override(patch.scenario, key_value);
    std::vector<preset::Problem> problems;
    for (const Problem& problem : validate(patch.scenario))
        problems.push_back({"set", 0, 0, problem.key, problem.message});
    if (!problems.empty()) throw preset::Error(std::move(problems));
    use(std::move(patch), "set " + key_value);
}

void Session::choose(const std::string& name) {
    Patch patch = loaded(settings_, name);
    joint_.clear();
    use(std::move(patch), "preset " + name);
}

void Session::rest() {
    let_go();
    joint_.clear();
    say_("rested");
}

void Session::level(double dbfs) {
    if (!(dbfs >= -60.0 && dbfs <= audio::highest_level_dbfs))
        throw std::invalid_argument("the level lies between -60 and -1 dBFS");
    send(audio::Order::Kind::level, {never, LevelEvent{dbfs}}, {}, false,
         std::pow(10.0F, static_cast<float>(dbfs / 20.0)));
    say_("level " + cli::significant(dbfs, 3) + " dBFS");
}

void Session::pull(double share_of_way, double seconds) {
    if (!(share_of_way >= -0.5 && share_of_way <= 1.5))
        throw std::invalid_argument("a hand goes to -0.5 to 1.5 of the preset's way");
    if (!(seconds >= 0.005 && seconds <= 600.0)) throw std::invalid_argument("a pull takes 0.005 to 600 s");
    if (!stream_) {
        const auto residual = joint_.residual_radius();
        stream_.emplace(patch(), residual);
        hand_ = Hand();
        popped_in_hand_ = false;
        score_.events.push_back({never, GraspEvent{score_.patches.size() - 1, residual}});
    }
    hand_.move_to(share_of_way * patch().scenario.traction.distance, seconds);
    say_("pull to " + cli::significant(share_of_way, 3) + " in " + cli::with_prefix(seconds, "s"));
}

void Session::send_block(bool last) {
    const double dt = static_cast<double>(stream_->block_frames()) / settings_.sample_rate_hz;
    const HandPoint point = hand_.step(dt);
    PullStream::Piece piece = last ? stream_->last(point) : stream_->advance(point);
    held_ = piece.end;
    send(audio::Order::Kind::stream, {never, HandEvent{point.position, point.velocity.value_or(0.0), last}},
         {nullptr, std::move(piece.samples)}, last);
    ++blocks_under_way_;
    if (!piece.popped || popped_in_hand_) return;
    popped_in_hand_ = true;
    say_("pop in the hand");
}

void Session::let_go() {
    if (!stream_) return;
    try {
        send_block(true);
    } catch (const cli::Failure& failure) {
        say_("error: " + std::string(failure.what()));
    }
    if (held_) joint_.after_pull(patch().scenario, popped_in_hand_ || joint_.residual_radius(), held_->gas_mol);
    stream_.reset();
    held_.reset();
    say_("let go");
}

bool Session::move_hand() {
    const bool moves = stream_.has_value();
    while (stream_ && blocks_under_way_ < blocks_ahead) send_block(false);
    return moves;
}

bool Session::collect_receipts() {
    bool any = false;
    for (audio::Receipt receipt; mixer_.receive(receipt); any = true) {
        const auto it = under_way_.find(receipt.id);
        ScoreEvent& event = score_.events[it->second.event];
        if (receipt.kind == audio::Receipt::Kind::started) {
            event.frame = receipt.frame;
            continue;
        }
        if (receipt.kind == audio::Receipt::Kind::refused)
            say_("error: more than 16 pops within 5 ms; one was left out");
        if (std::holds_alternative<HandEvent>(event.what)) --blocks_under_way_;
        under_way_.erase(it);
    }
    return any;
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

/// A take that cannot be made says so when it is asked for, not again and again before. A hand has the time for
/// itself.
bool Session::prepare_one() {
    if (!preparing_ || stream_) return false;
    try {
        return pool_->prepare(next_request());
    } catch (const std::exception&) {
        preparing_ = false;
        return false;
    }
}

bool Session::tick(double seconds) {
    joint_.pass(seconds);
    bool busy = collect_receipts();
    try {
        busy = move_hand() || busy;
    } catch (const std::exception& error) {
        say_("error: " + std::string(error.what()));
        stream_.reset();
        held_.reset();
    }
    collect_tape();
    warn_of_losses();
    return prepare_one() || busy;
}

float Session::take_peak() { return std::exchange(peak_, 0.0F); }

bool Session::sounding() const { return !under_way_.empty(); }

}  // namespace synovia::live
