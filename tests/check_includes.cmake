# The include rules of the project: who may include what, and how many files may know a library.
# cmake -D ROOT=<repository> -P check_includes.cmake
cmake_policy(VERSION 3.25)
set(standard "<[a-z_0-9]+>") # C++ standard headers have neither a dot nor a slash

# Every #include of the files under `folder` must match `allowed`.
function(check_folder folder allowed)
    file(GLOB_RECURSE files RELATIVE ${ROOT} ${ROOT}/${folder}/*.hpp ${ROOT}/${folder}/*.cpp)
    if(NOT files)
        message(SEND_ERROR "${folder}/ holds no source file: wrong ROOT?")
    endif()
    foreach(file IN LISTS files)
        file(STRINGS ${ROOT}/${file} lines REGEX "^ *# *include")
        foreach(line IN LISTS lines)
            if(NOT line MATCHES "include *(${allowed})")
                message(SEND_ERROR "${file}: ${line} breaks the include rules of ${folder}/")
            endif()
        endforeach()
    endforeach()
endfunction()

# The library behind `header` is known to `folder` alone and there to at most `most` files (0: any number).
function(check_library header folder most)
    file(GLOB_RECURSE files RELATIVE ${ROOT} ${ROOT}/solver/*.?pp ${ROOT}/audio/*.?pp ${ROOT}/apps/*.?pp)
    set(users)
    foreach(file IN LISTS files)
        file(STRINGS ${ROOT}/${file} lines REGEX "^ *# *include *<${header}")
        if(lines)
            list(APPEND users ${file})
        endif()
    endforeach()
    set(strangers ${users})
    list(FILTER strangers EXCLUDE REGEX "^${folder}(/|$)")
    if(strangers)
        message(SEND_ERROR "<${header}> belongs to ${folder}/ alone, but is included by ${strangers}")
    endif()
    list(LENGTH users count)
    if(count EQUAL 0 OR (most GREATER 0 AND count GREATER most))
        message(SEND_ERROR "<${header}> must be included by 1 to ${most} files, not by ${count}: ${users}")
    endif()
endfunction()

check_folder(solver "${standard}|\"solver/|<boost/")
# The operating system shows in one file, which protects the program from the sound library, and in the processor's mode.
set(system "<(fcntl|signal|sys/resource|sys/wait|unistd|xmmintrin)\\.h>")
check_folder(audio "${standard}|\"audio/|<(sndfile|ogg/ogg|portaudio)\\.h>|<kissfft/|${system}")

# The arrows between the libraries of apps: cli -> instrument -> studio -> preset -> solver, audio; none goes back. Below
# cli nothing knows a terminal, a command line, a sound card or a MIDI port. A library's tests know what it knows.
set(files "<(fcntl|signal|unistd|sys/[a-z]+)\\.h>")
set(json "<nlohmann/")
set(preset "${standard}|\"solver/|\"apps/preset/|${json}|${files}")
set(studio "${preset}|\"apps/studio/|\"audio/(core|file|measure)/")
set(instrument "${studio}|\"apps/instrument/|\"audio/live/")
check_folder(apps/preset "${preset}|<toml\\+\\+/")
check_folder(apps/studio "${studio}")
check_folder(apps/instrument "${instrument}")
set(tests "<doctest/|\"tests/apps/support\\.hpp\"")
check_folder(tests/apps/preset "${preset}|${tests}|\"tests/apps/preset/")
check_folder(tests/apps/studio "${studio}|${tests}|\"tests/apps/studio/")
check_folder(tests/apps/instrument "${instrument}|${tests}|\"tests/apps/(studio|instrument)/")

# Two steppers of Odeint: a stiff one for bubbles, a plain one for the vertebrae.
check_library("boost/" "solver/(integrate|spine_stepper).cpp" 2)
check_library("sndfile\\.h>" audio 1)
check_library("ogg/" audio 1)
check_library("kissfft/" audio 1)
check_library("portaudio\\.h>" audio 1)
check_library("sys/wait\\.h>" "(audio/device/device_guard.cpp|apps/cli)" 2)
check_library("RtMidi\\.h>" apps/cli/live/midi_system_rtmidi.cpp 1)
check_library("curses\\.h>" apps/cli/live 2)
check_library("CLI/" apps/cli 1)
check_library("toml\\+\\+/" apps/preset 0)
check_library("nlohmann/" apps 0)
