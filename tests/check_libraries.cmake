# Who only computes does not wait for libraries of sound cards, MIDI and the terminal, which take as long to load as all
# the rest; who plays does have them.
# cmake -D PROGRAM=<synovia> -D PLAYER=<synovia-player> -P check_libraries.cmake
cmake_policy(VERSION 3.25)
set(slow "lib(portaudio|jack|asound|rtmidi|ncurses|ncursesw|tinfo)\\.so[.0-9]*")
set(ENV{LD_DEBUG} files)

# What the dynamic linker says of `program` with these arguments.
function(trace program)
    execute_process(COMMAND ${program} ${ARGN} OUTPUT_QUIET ERROR_VARIABLE said COMMAND_ERROR_IS_FATAL ANY)
    set(said "${said}" PARENT_SCOPE)
endfunction()

trace(${PROGRAM} presets)
if(NOT said MATCHES "libc\\.so")
    message(NOTICE "skipped: this system's dynamic linker does not say what it loads")
    return()
endif()
if(said MATCHES "${slow}")
    message(SEND_ERROR "synovia presets loads ${CMAKE_MATCH_0}")
endif()
trace(${PLAYER} presets)
if(NOT said MATCHES "${slow}")
    message(SEND_ERROR "synovia-player loads none of the libraries that this test looks for: it cannot fail")
endif()
