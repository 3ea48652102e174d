# An installation that is packed, unpacked elsewhere and run there finds the presets beside it and no others.
# cmake -D PREFIX=<installed> -D SCRATCH=<directory> -P unpacked.cmake
cmake_policy(VERSION 3.25)
file(REMOVE_RECURSE ${SCRATCH})
file(MAKE_DIRECTORY ${SCRATCH}/some/where)
execute_process(COMMAND ${CMAKE_COMMAND} -E tar cz ${SCRATCH}/synovia.tar.gz .
                WORKING_DIRECTORY ${PREFIX} COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND ${CMAKE_COMMAND} -E tar xz ${SCRATCH}/synovia.tar.gz
                WORKING_DIRECTORY ${SCRATCH}/some/where COMMAND_ERROR_IS_FATAL ANY)
set(presets ${SCRATCH}/some/where/share/synovia/presets)
file(RENAME ${presets}/knuckle.toml ${presets}/kneecap.toml)
unset(ENV{SYNOVIA_PRESETS})

function(run_here expected)
    execute_process(COMMAND some/where/bin/synovia ${ARGN} WORKING_DIRECTORY ${SCRATCH} INPUT_FILE /dev/null
                    RESULT_VARIABLE result OUTPUT_VARIABLE output ERROR_VARIABLE output)
    if(NOT result EQUAL expected)
        message(SEND_ERROR "synovia ${ARGN} ended with ${result}, not ${expected}:\n${output}")
    endif()
endfunction()
run_here(0 presets kneecap)
run_here(3 presets knuckle)
run_here(0 live kneecap --plain --device null)
file(REMOVE_RECURSE ${SCRATCH}/some/where/libexec)
run_here(0 presets kneecap)
run_here(5 live kneecap --plain --device null)
