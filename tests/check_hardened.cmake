# The programs were built as programs that read strangers' files must be: what their ELF shows of that.
# cmake -D PROGRAMS=<synovia>,<synovia-player> -D HARDENED=<ON or OFF> -D FORTIFIED=<1 or 0> -P check_hardened.cmake
cmake_policy(VERSION 3.25)
if(NOT HARDENED)
    message(NOTICE "skipped: built without SYNOVIA_HARDEN, for a sanitizer or for another system")
    return()
endif()
find_program(READELF readelf REQUIRED)

function(require program elf what pattern)
    if(NOT elf MATCHES "${pattern}")
        message(SEND_ERROR "${program}: ${what} is missing: nothing in its ELF matches ${pattern}")
    endif()
endfunction()

function(check_program program)
    execute_process(COMMAND ${READELF} -hldW --dyn-syms ${program} OUTPUT_VARIABLE elf COMMAND_ERROR_IS_FATAL ANY)
    require(${program} "${elf}" "a position-independent executable" "FLAGS_1\\) +Flags:[^\n]* PIE")
    require(${program} "${elf}" "-z now" "FLAGS\\)[^\n]* BIND_NOW")
    require(${program} "${elf}" "-z relro" "GNU_RELRO")
    require(${program} "${elf}" "a stack that is not executed" "GNU_STACK[^\n]* RW ")
    require(${program} "${elf}" "-fstack-protector-strong" "__stack_chk_fail")
    require(${program} "${elf}" "_GLIBCXX_ASSERTIONS" "__glibcxx_assert_fail")
    if(FORTIFIED) # glibc's checks need an optimising compiler
        require(${program} "${elf}" "_FORTIFY_SOURCE" "__[a-z]+_chk@")
    endif()
endfunction()

string(REPLACE "," ";" programs "${PROGRAMS}")
foreach(program IN LISTS programs)
    check_program(${program})
endforeach()
