# The README keeps its word: every line of its code blocks that starts with `synovia` or `printf` succeeds, in order, in
# one scratch directory, the tables of presets hold what the program measures, and the picture what it draws.
# cmake -D ROOT=<repository> -D PROGRAM_DIR=<directory of synovia> -D SCRATCH=<directory> -P check_readme.cmake
cmake_policy(VERSION 3.25)
set(readme ${ROOT}/README.md)
file(REMOVE_RECURSE ${SCRATCH})
file(MAKE_DIRECTORY ${SCRATCH})
# What plays does so into nowhere, as fast as it comes.
file(WRITE ${SCRATCH}/asound.conf "pcm.!default { type null }\n")

# Runs a command line, expects it to succeed, sets `output` to all that it printed.
function(run_line line)
    execute_process(COMMAND ${CMAKE_COMMAND} -E env "PATH=${PROGRAM_DIR}:$ENV{PATH}"
                            ALSA_CONFIG_PATH=${SCRATCH}/asound.conf JACK_NO_START_SERVER=1 sh -c "${line}"
                    WORKING_DIRECTORY ${SCRATCH} RESULT_VARIABLE result OUTPUT_VARIABLE output ERROR_VARIABLE output)
    if(NOT result EQUAL 0 AND NOT output MATCHES "built without PortAudio")
        message(SEND_ERROR "README.md: ${line}\nended with ${result}:\n${output}")
    endif()
    set(output "${output}" PARENT_SCOPE)
endfunction()

file(STRINGS ${readme} lines REGEX "^(synovia|printf) ")
if(NOT lines)
    message(FATAL_ERROR "README.md shows no command")
endif()
foreach(line IN LISTS lines)
    run_line("${line}")
endforeach()

# Every preset has one row, in one of three forms:
# | `name` | words | 1.64 kHz | 89.8 dB SPL |   its sound, measured; in water 115.8 dB re 1 uPa, which is 26.02 dB more
# | `name` | words | silent | |                 no pop
# | `name` | words | what pops |                no pop where the last cell says "none", else a pop
# The figures have three digits: half a per cent of pitch, a twentieth of a decibel and the rounding of both sides.
set(compare [=[
    $1 == "peak_frequency_hz" { off = $2 / (pitch * (unit == "kHz" ? 1000 : 1)) - 1; good += off < 5e-3 && off > -5e-3 }
    $1 == "peak_db_spl" { off = $2 - level + (medium == "SPL" ? 0 : 26.0206); good += off < 0.1 && off > -0.1 }
    { print }
    END { exit good != 2 }
]=])
file(WRITE ${SCRATCH}/compare.awk "${compare}")

function(check_outcome name outcome)
    run_line("synovia simulate ${name} --format json | grep '\"outcome\": \"${outcome}\"'")
endfunction()

run_line("synovia presets --names")
string(REGEX MATCHALL "[^\n]+" names "${output}")
if(NOT names)
    message(FATAL_ERROR "synovia presets lists none")
endif()
foreach(name IN LISTS names)
    file(STRINGS ${readme} row REGEX "^\\| `${name}` \\|")
    if(row MATCHES "^\\|[^|]*\\|[^|]*\\| ([0-9.]+) (k?Hz) \\| ([0-9.]+) dB (SPL|re 1 uPa) \\|$")
        run_line("synovia render ${name} --force --quiet -o row.wav && synovia measure row.wav --format json | \
tr -d ' ,\"' | awk -F: -v pitch=${CMAKE_MATCH_1} -v unit=${CMAKE_MATCH_2} -v level=${CMAKE_MATCH_3} -v medium='${CMAKE_MATCH_4}' -f compare.awk")
    elseif(row MATCHES "^\\|[^|]*\\|[^|]*\\| (silent \\| |none )\\|$")
        check_outcome(${name} no_nucleation)
    elseif(row MATCHES "^\\|[^|]*\\|[^|]*\\| [^|]+ \\|$")
        check_outcome(${name} popped)
    else()
        message(SEND_ERROR "README.md has no row, or one that cannot be checked, for the preset ${name}: ${row}")
    endif()
endforeach()

# The committed pictures say what the program draws now.
foreach(name IN ITEMS knuckle thrust-l45)
    file(STRINGS ${ROOT}/presets/${name}.svg shown REGEX "<text>")
    run_line("synovia plot ${name} --force -o now.svg")
    file(STRINGS ${SCRATCH}/now.svg drawn REGEX "<text>")
    if(NOT shown OR NOT shown STREQUAL drawn)
        message(SEND_ERROR "presets/${name}.svg is not what `synovia plot ${name}` draws: make it again")
    endif()
endforeach()

# What people say: the tables of both documents hold what the program answers.
run_line("synovia spine thrust-l45 --statements --format json")
string(JSON count LENGTH "${output}" statements)
math(EXPR last "${count} - 1")
foreach(i RANGE ${last})
    set(row "|")
    foreach(key IN ITEMS says run model evidence agrees)
        string(JSON cell GET "${output}" statements ${i} ${key})
        string(APPEND row " ${cell} |")
    endforeach()
    foreach(document IN ITEMS README.md solver/README.md)
        file(READ ${ROOT}/${document} text)
        string(FIND "${text}" "\n${row}\n" place)
        if(place EQUAL -1)
            message(SEND_ERROR "${document} lacks the row of `synovia spine thrust-l45 --statements`:\n${row}")
        endif()
    endforeach()
endforeach()
