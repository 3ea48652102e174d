# A target for the folder `name` of the host's headers, and for nothing beside it: /usr/include holds another C library.
function(host_headers target name)
    if(TARGET ${target})
        return()
    endif()
    find_path(HOST_HEADERS ${name} PATHS /usr/local/include /usr/include REQUIRED NO_CACHE NO_DEFAULT_PATH
              NO_CMAKE_FIND_ROOT_PATH)
    set(alone ${PROJECT_BINARY_DIR}/host/${name})
    file(MAKE_DIRECTORY ${alone})
    file(CREATE_LINK ${HOST_HEADERS}/${name} ${alone}/${name} SYMBOLIC)
    add_library(${target} INTERFACE IMPORTED)
    target_include_directories(${target} SYSTEM INTERFACE ${alone})
endfunction()
