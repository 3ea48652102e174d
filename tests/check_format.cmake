# Every source file is as clang-format 14 leaves it. cmake -D ROOT=<repository> -D CLANG_FORMAT=<program> -P ...
cmake_policy(VERSION 3.25)
file(GLOB_RECURSE files ${ROOT}/solver/*.?pp ${ROOT}/audio/*.?pp ${ROOT}/apps/*.?pp ${ROOT}/tests/*.?pp)
execute_process(COMMAND ${CLANG_FORMAT} --dry-run --Werror ${files} RESULT_VARIABLE result)
if(NOT result EQUAL 0)
    message(FATAL_ERROR "run clang-format-14 -i on the files above")
endif()
