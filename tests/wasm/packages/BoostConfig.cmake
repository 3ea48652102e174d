# The host's Boost headers for another target, without the rest of /usr/include.
include(${CMAKE_CURRENT_LIST_DIR}/host_headers.cmake)
host_headers(Boost::headers boost)
