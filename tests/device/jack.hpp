// A JACK server of the test's own with the dummy driver: real time without a sound card.
#pragma once
#include <doctest/doctest.h>

#include <cstdio>
#include <optional>
#include <string>

#include "tests/device/support.hpp"
#include "tests/skip.hpp"

namespace synovia::test {

/// Runs `script` beside a server; $server is its process. Where there is no jackd the test is skipped
/// and the result empty.
inline std::optional<cli::ChildResult> beside_jack(const SoundPlace& place, int rate_hz, const std::string& script) {
    if (place.sh("command -v jackd && command -v jack_wait").exit_status != 0) {
        skip_test("jackd is not installed");
        return std::nullopt;
    }
    // Without real-time rights (-r), 1024 frames a period: what survives on a loaded machine. Not synchronous (-S):
    // such a server reports every delay of a client as a gap, and one in a hundred clients that leaves meanwhile hangs
    // five seconds and has the next turned away. A machine has eight places for servers: where all are taken, it waits
    // for one. A server that was killed keeps its place until another of its name has come and gone.
    const auto result = place.sh(
        "export JACK_NO_AUDIO_RESERVATION=1 JACK_DEFAULT_SERVER=synovia$$\n"
        "launch() {\n"
        "    jackd -r -n $JACK_DEFAULT_SERVER -d dummy -r " +
        std::to_string(rate_hz) +
        " -p 1024 >jackd.log 2>&1 </dev/null & server=$!\n"
        "}\n"
        "serve() {\n"
        "    launch\n"
        "    for i in $(seq 400); do\n"
        "        jack_wait -c -s $JACK_DEFAULT_SERVER 2>&1 | grep -q '^running' && return\n"
        "        kill -0 $server 2>/dev/null || launch; sleep 0.05\n"
        "    done\n"
        "    return 1\n"
        "}\n"
        "tidy() {\n"
        "    kill -CONT $server 2>/dev/null || serve\n"
        "    kill $server; wait $server; rm -f /dev/shm/jack_sem.*_${JACK_DEFAULT_SERVER}_*\n"
        "}\n"
        "trap 'code=$?; tidy >/dev/null 2>&1; exit $code' EXIT\n"
        "serve || exit 98\n" +
        script);
    std::fputs(result.err.c_str(), stdout);  // for whoever reads why a test failed
    if (cli::test::contains(result.err, "built without PortAudio")) {
        skip_test("built without PortAudio");
        return std::nullopt;
    }
    return result;
}

}  // namespace synovia::test
