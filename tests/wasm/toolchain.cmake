# Debian's emscripten as CMake needs it. Where there is none the build goes on with the host's compiler, for a single test
# that says so.
set(EMSCRIPTEN_ROOT_PATH /usr/share/emscripten CACHE PATH "Where em++ is")
if(NOT EXISTS ${EMSCRIPTEN_ROOT_PATH}/cmake/Modules/Platform/Emscripten.cmake)
    set(SYNOVIA_EMSCRIPTEN_MISSING TRUE)
    return()
endif()
include(${EMSCRIPTEN_ROOT_PATH}/cmake/Modules/Platform/Emscripten.cmake)

# Boost and doctest are headers: those of the host will do.
set(Boost_DIR ${CMAKE_CURRENT_LIST_DIR}/packages)
set(doctest_DIR ${CMAKE_CURRENT_LIST_DIR}/packages)

# Debian's emscripten needs a module of node that others' node does not find by itself.
set(CMAKE_CXX_LINKER_LAUNCHER ${CMAKE_COMMAND} -E env NODE_PATH=/usr/share/nodejs)

# Exceptions are off by default. One file for node, which must not go looking for a second one by its URL, and whose glue
# prints all of itself when something is not caught.
set(CMAKE_POSITION_INDEPENDENT_CODE OFF)
set(CMAKE_CXX_FLAGS_INIT -fexceptions)
set(CMAKE_EXE_LINKER_FLAGS_INIT "-fexceptions -sENVIRONMENT=node -sSINGLE_FILE=1 -sALLOW_MEMORY_GROWTH=1 -sEXIT_RUNTIME=1 \
-sNODEJS_CATCH_EXIT=0 -sNODEJS_CATCH_REJECTION=0")
