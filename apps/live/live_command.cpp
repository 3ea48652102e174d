// synovia live: an instrument that is played by commands on standard input.
#include <signal.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <chrono>
#include <exception>

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
#include "apps/preset/text.hpp"

namespace synovia::live {
namespace {

using Clock = std::chrono::steady_clock;

constexpr double usual_share = 0.1;  // of --vary, so that no two pops are alike

std::atomic<bool> interrupted = false;
std::atomic<int> interrupts = 0;
static_assert(std::atomic<bool>::is_always_lock_free && std::atomic<int>::is_always_lock_free,
              "a signal handler sets them");

/// Who presses Ctrl-C twice shall not lose the recording over it; the third ends the program, whatever it does.
void on_interrupt(int number) {
    interrupted = true;
    if (++interrupts < 3) return;
    signal(number, SIG_DFL);
    raise(number);
}

void catch_interrupts() {
    struct sigaction action {};
    action.sa_handler = on_interrupt;
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

std::exception_ptr unheard;  // why nobody takes our lines any more

/// A reader that has gone ends the session as an interrupt does.
void print_line(const std::string& line) {
    if (unheard) return;
    try {
        cli::write_stdout(line + "\n");
    } catch (const cli::Failure&) {
        unheard = std::current_exception();
        interrupted = true;
    }
}

void require_wav(const std::string& option, const std::string& path) {
    const std::string ending = std::filesystem::path(path).extension().string();
    if (ending != ".wav")
        throw cli::Failure(cli::ExitCode::usage,
                           option + ": a recording ends in .wav; got " + preset::in_quotes(ending));
}

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
    Score score = session.score();
    score.frames = tape.frames();
    const std::filesystem::path side_car = cli::side_car_path(options.record);
    cli::write_files(std::array{cli::OutputFile{side_car, to_text(score)}}, options.force);
    cli::note("wrote " + options.record + " and " + side_car.string() + ": " +
                  cli::with_prefix(static_cast<double>(tape.frames()) / score.sample_rate_hz, "s"),
              options.common.quiet);
}

/// After a failure, which must be told whatever becomes of this.
void rescue_recording(Session& session, Tape& tape, const cli::LiveOptions& options) {
    try {
        session.tick(0.0);  // what the card took last
    } catch (const std::exception&) {
        // It is the tape that has failed; what is on it is kept.
    }
    try {
        keep_recording(session, tape, options);
    } catch (const std::exception& error) {
        cli::warn(error.what(), options.common.quiet);
    }
}

/// Whatever ends the playing, what was recorded of it is kept.
void play_session(Session& session, Card& card, Tape* tape, const cli::LiveOptions& options) {
    LineReader reader(STDIN_FILENO);
    try {
        Stage stage(session, card);
        stage.obey_all(reader);
        stage.play_out();
    } catch (const std::exception&) {
        if (tape) rescue_recording(session, *tape, options);
        throw;
    }
}

void play_live(const cli::LiveOptions& options) {
    if (!options.record.empty()) require_wav("--record", options.record);
    Card card(options);
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
    if (unheard) std::rethrow_exception(unheard);
}

void measure(const cli::LiveOptions& options) {
    constexpr int triggers = 100;
    audio::Mixer mixer;  // outlives the card, which calls it
    Card card(options);
    card.start(mixer);
    const LatencyFigures figures = measure_latency(card, mixer, triggers);
    const std::string text = latency_text(figures, card);
    card.stop();
    cli::write_stdout(text);
}

void replay(const cli::LiveOptions& options) {
    if (options.output.empty())
        throw cli::Failure(cli::ExitCode::usage, "--replay needs -o FILE: where to write the sound");
    require_wav("--output", options.output);
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
