#include "apps/cli/live/plain.hpp"

#include <array>
#include <chrono>
#include <sstream>
#include <stdexcept>
#include <string_view>
#include <thread>
#include <vector>

#include "apps/cli/console/interrupt.hpp"
#include "apps/cli/live/line_reader.hpp"
#include "apps/preset/suggestion.hpp"
#include "apps/preset/text.hpp"
#include "apps/preset/units.hpp"
#include "apps/studio/human.hpp"
#include "audio/core/level.hpp"

namespace synovia::cli {
namespace {

using Words = std::vector<std::string>;

/// A line in progress: its words, and where its effects go.
struct Call {
    instrument::Session& session;
    const Words& words;
    const instrument::Say& say;

    double number(std::size_t i, const char* unit) const { return preset::parse_quantity(words[i], unit); }
    double number_or(std::size_t i, const char* unit, double otherwise) const {
        return i < words.size() ? number(i, unit) : otherwise;
    }
};

Answer status(const Call& call) {
    instrument::MeterWatch& meter = call.session.meter();
    std::string line = "status preset " + call.session.patch().name + " voices " + std::to_string(meter.last().voices);
    line += " peak " + studio::decibel_text(audio::decibels(static_cast<double>(meter.take_peak()))) + "FS";
    if (const auto radius = call.session.joint().residual_radius())
        line += " residual bubble " + studio::with_prefix(*radius, "m");
    if (const auto& held = call.session.grip().held())
        line += " gap " + studio::with_prefix(held->gap, "m") + " pressure " +
                studio::with_prefix(held->gap_pressure, "Pa") + " radius " + studio::with_prefix(held->radius, "m");
    call.say(line);
    return {};
}

Answer wait(const Call& call) {
    const double seconds = call.number(1, "s");
    if (!(seconds >= 0.0 && seconds <= 3600.0)) throw std::invalid_argument("a wait takes 0 to 3600 s");
    return {false, seconds};
}

struct Verb {
    std::string_view name, arguments;
    std::size_t least, most;  ///< arguments
    Answer (*run)(const Call&);
};

Answer help(const Call& call);

constexpr double usual_pull_s = 0.15;

constexpr std::array<Verb, 11> verbs{{
    {"trigger", "[VELOCITY 0-1]", 0, 1,
     [](const Call& c) {
         c.session.trigger(c.number_or(1, "", studio::preset_velocity));
         return Answer{};
     }},
    {"set", "KEY=VALUE[ UNIT]", 1, 3,  // of two words, as "N s/m"
     [](const Call& c) {
         std::string text = c.words[1];
         for (std::size_t i = 2; i < c.words.size(); ++i) text += " " + c.words[i];
         c.session.set(text);
         return Answer{};
     }},
    {"preset", "NAME", 1, 1,
     [](const Call& c) {
         c.session.choose(c.words[1]);
         return Answer{};
     }},
    {"rest", "", 0, 0,
     [](const Call& c) {
         c.session.rest();
         return Answer{};
     }},
    {"pull", "POSITION 0-1 [SECONDS]", 1, 2,
     [](const Call& c) {
         const double share = c.number(1, ""), seconds = c.number_or(2, "s", usual_pull_s);
         if (!c.session.pull(share, seconds)) return Answer{};
         c.say("pull to " + studio::significant(share, 3) + " in " + studio::with_prefix(seconds, "s"));
         return Answer{};
     }},
    {"release", "", 0, 0,
     [](const Call& c) {
         c.session.let_go();
         return Answer{};
     }},
    {"level", "DBFS", 1, 1,
     [](const Call& c) {
         c.session.level(c.number(1, ""));
         return Answer{};
     }},
    {"status", "", 0, 0, status},
    {"wait", "SECONDS", 1, 1, wait},
    {"help", "", 0, 0, help},
    {"quit", "", 0, 0,
     [](const Call&) {
         return Answer{true, 0.0};
     }},
}};

Answer help(const Call& call) {
    for (const Verb& verb : verbs)
        call.say("help " + std::string(verb.name) + (verb.arguments.empty() ? "" : " ") + std::string(verb.arguments));
    return {};
}

const Verb& find(const std::string& name) {
    std::vector<std::string_view> names;
    for (const Verb& verb : verbs) {
        if (verb.name == name) return verb;
        names.push_back(verb.name);
    }
    throw std::invalid_argument("unknown command " + preset::in_quotes(name) + preset::suggestion(name, names) +
                                "; \"help\" lists them");
}

Answer run(instrument::Session& session, const Words& words, const instrument::Say& say) {
    const Verb& verb = find(words.front());
    const std::size_t given = words.size() - 1;
    if (given < verb.least || given > verb.most)
        throw std::invalid_argument(given < verb.least ? words.front() + " needs " + std::string(verb.arguments)
                                                       : words.front() + " takes no more than " +
                                                             std::to_string(verb.most) + " words");
    return verb.run({session, words, say});
}

}  // namespace

Answer obey(instrument::Session& session, const std::string& line, const instrument::Say& say) {
    std::istringstream in(line);
    Words words;
    for (std::string word; in >> word;) words.push_back(word);
    if (words.empty()) return {};
    try {
        return run(session, words, say);
    } catch (const std::exception& error) {
        say(instrument::error_line(error));
        return {};
    }
}

void play_plain(Concert& concert, int fd, LinePrinter& printer) {
    using Clock = std::chrono::steady_clock;
    LineReader reader(fd);
    Clock::time_point resume = Clock::now();
    while (!interrupted() && !printer.unheard() && !reader.ended()) {
        concert.turn();
        if (Clock::now() < resume) {
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
            continue;
        }
        const auto line = reader.next(turn_ms);
        if (!line) continue;
        const Answer answer = obey(concert.stage.session(), *line, [&](const std::string& said) { printer.say(said); });
        if (answer.quit) return;
        resume =
            Clock::now() + std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(answer.wait_s));
    }
}

}  // namespace synovia::cli
