// synovia live: an instrument that is played by commands on standard input.
#include <signal.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <chrono>

#include "apps/cli/commands.hpp"
#include "apps/cli/console.hpp"
#include "apps/cli/human.hpp"
#include "apps/cli/load.hpp"
#include "apps/cli/output_file.hpp"
#include "apps/cli/sound_output.hpp"
#include "apps/live/card.hpp"
#include "apps/live/latency.hpp"
#include "apps/live/line_reader.hpp"
#include "apps/live/plain.hpp"

namespace synovia::live {
namespace {

using Clock = std::chrono::steady_clock;

constexpr double usual_share = 0.1;  // of --vary, so that no two pops are alike

std::atomic<bool> interrupted = false;
static_assert(std::atomic<bool>::is_always_lock_free, "a signal handler sets it");

void catch_interrupts() {
    struct sigaction action {};
    action.sa_handler = [](int) { interrupted = true; };
    action.sa_flags = static_cast<int>(SA_RESETHAND);
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) sigaction(signal, &action, nullptr);
}

double seconds_between(Clock::time_point from, Clock::time_point to) {
    return std::chrono::duration<double>(to - from).count();
}

SessionSettings session_settings(const cli::LiveOptions& options, int sample_rate_hz) {
    SessionSettings settings;
    settings.preset = options.preset;
    settings.overrides = options.scenario.overrides;
    settings.share = options.scenario.vary.empty() ? usual_share : cli::parse_share(options.scenario.vary);
    settings.seed = options.scenario.seed.value_or(1);
    settings.sample_rate_hz = sample_rate_hz;
    settings.refractory = options.refractory;
    settings.record = !options.record.empty();
    return settings;
}

void print_line(const std::string& line) { cli::write_stdout(line + "\n"); }

/// A session on a card, kept going.
class Stage {
public:
    Stage(Session& session, Card& card) : session_(session), card_(card) { card.start(session.mixer()); }
    /// However the playing ended: nobody calls a mixer that is gone.
    ~Stage() { card_.close(); }
    Stage(const Stage&) = delete;
    Stage& operator=(const Stage&) = delete;

    /// One round: what the session has to do, and the watchdog. True when there may be more to do at once.
    bool turn() {
        const Clock::time_point now = Clock::now();
        const bool busy = session_.tick(seconds_between(last_, now));
        last_ = now;
        if (seconds_between(watched_, now) > 0.1) {
            watched_ = now;
            card_.watch();
        }
        return busy;
    }

    /// Until the reader ends, "quit", or an interrupt.
    void obey_all(LineReader& reader) {
        Clock::time_point resume = last_;
        while (!interrupted && !reader.ended()) {
            const bool busy = turn();
            if (Clock::now() < resume) {
                usleep(1000);
                continue;
            }
            const auto line = reader.next(busy ? 0 : 3);
            if (!line) continue;
            const Answer answer = obey(session_, *line, print_line);
            if (answer.quit) return;
            resume = Clock::now() +
                     std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(answer.wait_s));
        }
    }

    /// Lets what sounds come to its end; an interrupt does not wait.
    void play_out() {
        session_.let_go();
        while (!interrupted && session_.sounding()) turn_and_rest();
        const std::uint64_t end = session_.meter().frames + audio::Mixer::latency + frames_per_buffer;
        while (!interrupted && session_.meter().frames < end) turn_and_rest();
        card_.stop();
        turn();
    }

private:
    void turn_and_rest() {
        turn();
        usleep(1000);
    }

    Session& session_;
    Card& card_;
    Clock::time_point last_ = Clock::now(), watched_ = last_;
};

void keep_recording(const Session& session, Tape& tape, const cli::LiveOptions& options) {
    tape.finish();
    const std::filesystem::path side_car = cli::side_car_path(options.record);
    cli::write_files(std::array{cli::OutputFile{side_car, to_text(session.score())}}, options.force);
    cli::note("wrote " + options.record + " and " + side_car.string() + ": " +
                  cli::with_prefix(static_cast<double>(tape.frames()) / session.score().sample_rate_hz, "s"),
              options.common.quiet);
}

/// A device that is lost ends the playing, not what was recorded of it.
void play_session(Session& session, Card& card, Tape* tape, const cli::LiveOptions& options) {
    LineReader reader(STDIN_FILENO);
    try {
        Stage stage(session, card);
        stage.obey_all(reader);
        stage.play_out();
    } catch (const audio::DeviceError&) {
        if (tape != nullptr) keep_recording(session, *tape, options);
        throw;
    }
}

void play_live(const cli::LiveOptions& options) {
    Card card(options.device, options.verbose);
    Session session(session_settings(options, card.sample_rate_hz()), print_line);
    std::optional<Tape> tape;
    if (!options.record.empty()) {
        cli::check_writable(std::array{cli::side_car_path(options.record)}, options.force);
        session.record_to(&tape.emplace(options.record, card.sample_rate_hz(), options.force));
    }
    catch_interrupts();
    cli::note("playing " + options.preset + " on " + card.name() + " at " + std::to_string(card.sample_rate_hz()) +
                  " Hz, never above " + cli::decibels(audio::first_level_dbfs) +
                  "FS until \"level\" raises it; \"help\" lists the commands",
              options.common.quiet);
    play_session(session, card, tape ? &*tape : nullptr, options);
    if (tape) keep_recording(session, *tape, options);
    if (card.underflows() > 0)
        cli::warn("the device ran dry " + std::to_string(card.underflows()) + " times: there may have been gaps",
                  options.common.quiet);
}

void measure(const cli::LiveOptions& options) {
    constexpr int triggers = 100;
    audio::Mixer mixer;  // outlives the card, which calls it
    Card card(options.device, options.verbose);
    card.start(mixer);
    const LatencyFigures figures = measure_latency(card, mixer, triggers);
    const std::string text = latency_text(figures, card);
    card.stop();
    cli::write_stdout(text);
}

void replay(const cli::LiveOptions& options) {
    if (options.output.empty())
        throw cli::Failure(cli::ExitCode::usage, "--replay needs -o FILE: where to write the sound");
    const Score score = read_score(options.replay);
    Tape tape(options.output, score.sample_rate_hz, options.force);
    tape.write(perform(score));
    tape.finish();
    cli::note("wrote " + options.output, options.common.quiet);
}

}  // namespace
}  // namespace synovia::live

namespace synovia::cli {

void run(const LiveOptions& options) {
    if (!options.replay.empty()) return live::replay(options);
    if (options.measure_latency) return live::measure(options);
    live::play_live(options);
}

}  // namespace synovia::cli
