# A consumer without CMake: one line of the compiler with what pkg-config says.
# cmake -D PREFIX=<installed> -D SOURCE=<consumer.cpp> -D COMPILER= -D FLAGS= -D LIBDIR= -D SCRATCH= -P pkg_config.cmake
cmake_policy(VERSION 3.25)
set(ENV{PKG_CONFIG_PATH} ${PREFIX}/${LIBDIR}/pkgconfig)
execute_process(COMMAND pkg-config --cflags --libs synovia-solver synovia-audio OUTPUT_VARIABLE said
                OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
separate_arguments(said UNIX_COMMAND "${said}")
separate_arguments(flags UNIX_COMMAND "${FLAGS}")
file(MAKE_DIRECTORY ${SCRATCH})
execute_process(COMMAND ${COMPILER} -std=c++20 ${flags} ${SOURCE} ${said} -o ${SCRATCH}/consumer
                COMMAND_ERROR_IS_FATAL ANY)
set(ENV{LD_LIBRARY_PATH} ${PREFIX}/${LIBDIR})
execute_process(COMMAND ${SCRATCH}/consumer COMMAND_ERROR_IS_FATAL ANY)
