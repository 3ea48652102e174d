# Words that must or must not stand in the project's files.
# cmake -D ROOT=<repository> -P check_text.cmake
cmake_policy(VERSION 3.25)

file(GLOB_RECURSE files ${ROOT}/solver/* ${ROOT}/audio/* ${ROOT}/apps/* ${ROOT}/tests/* ${ROOT}/presets/*)
file(GLOB top ${ROOT}/*.* ${ROOT}/.c* ${ROOT}/.ci/* ${ROOT}/LICENSE)
list(REMOVE_ITEM top ${ROOT}/.git) # in a work tree a file that names the repository
foreach(file IN LISTS files top)
    if(IS_DIRECTORY ${file})
        continue()
    endif()
    # Nobody else has the directories of the machine this was written on.
    file(STRINGS ${file} lines REGEX "/(work|root|home)/")
    if(lines)
        message(SEND_ERROR "${file} names a path of somebody's machine: ${lines}")
    endif()
endforeach()

# A share of a number means the same in every test.
file(GLOB_RECURSE tests ${ROOT}/tests/*.cpp ${ROOT}/tests/*.hpp)
list(REMOVE_ITEM tests ${ROOT}/tests/near.hpp)
foreach(file IN LISTS tests)
    file(STRINGS ${file} lines REGEX "doctest::Approx")
    if(lines)
        message(SEND_ERROR "${file} compares by doctest::Approx, which lets everything small pass; near() is in tests/near.hpp")
    endif()
endforeach()

# The README lists every preset that is shipped.
file(READ ${ROOT}/README.md readme)
file(GLOB presets ${ROOT}/presets/*.toml)
foreach(preset IN LISTS presets)
    cmake_path(GET preset STEM name)
    if(NOT readme MATCHES "`${name}`")
        message(SEND_ERROR "README.md does not mention the preset ${name}")
    endif()
endforeach()
