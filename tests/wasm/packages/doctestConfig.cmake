# The host's doctest headers for another target, without the rest of /usr/include.
include(${CMAKE_CURRENT_LIST_DIR}/host_headers.cmake)
host_headers(doctest::doctest doctest)
