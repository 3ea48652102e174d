#include "apps/cli/program.hpp"

#include <exception>
#include <new>
#include <stdexcept>
#include <string>
#include <system_error>
#include <variant>

#include "apps/cli/commands.hpp"
#include "apps/cli/console/console.hpp"
#include "apps/cli/live/midi_system.hpp"
#include "apps/cli/parse.hpp"
#include "apps/preset/problem.hpp"
#include "apps/studio/output_file.hpp"
#include "audio/device/device.hpp"
#include "audio/file/sound_file.hpp"
#include "solver/parameters.hpp"

namespace synovia::cli {
namespace {

struct Runner {
    void operator()(const PlayOptions& options) const { sound.play(options); }
    void operator()(const LiveOptions& options) const { sound.live(options); }
    template <class Options>
    void operator()(const Options& options) const {
        run(options);
    }
    const SoundCommands& sound;
};

ExitCode told(const std::exception& error, ExitCode code) {
    report_failure(error.what());
    return code;
}

/// Threads and processes end as memory does; what else the system refuses is a file.
ExitCode told_refusal(const std::system_error& error) {
    const bool too_many =
        error.code() == std::errc::resource_unavailable_try_again || error.code() == std::errc::not_enough_memory;
    if (!too_many) return told(error, ExitCode::file);
    report_failure("the system has no thread or process left to give: " + std::string(error.what()));
    return ExitCode::solver;
}

}  // namespace

ExitCode run_program(std::span<const std::string> arguments, const SoundCommands& sound) {
    try {
        std::visit(Runner{sound}, parse(arguments));
        return ExitCode::done;
    } catch (const Failure& failure) {
        return told(failure, failure.code());
    } catch (const preset::Error& error) {
        return told(error, ExitCode::bad_input);
    } catch (const InvalidScenario& error) {
        return told(error, ExitCode::bad_input);
    } catch (const std::invalid_argument& error) {  // a setting that no command has asked about
        return told(error, ExitCode::bad_input);
    } catch (const audio::DeviceError& error) {
        return told(error, ExitCode::device);
    } catch (const MidiError& error) {
        return told(error, ExitCode::device);
    } catch (const studio::FileError& error) {
        return told(error, ExitCode::file);
    } catch (const audio::FileError& error) {
        return told(error, ExitCode::file);
    } catch (const std::system_error& error) {
        return told_refusal(error);
    } catch (const std::bad_alloc&) {
        report_failure("out of memory");
        return ExitCode::solver;
    } catch (const std::exception& error) {
        report_failure(std::string("a fault in synovia itself, please report it with the command line: ") +
                       error.what());
        return ExitCode::fault;
    }
}

}  // namespace synovia::cli
