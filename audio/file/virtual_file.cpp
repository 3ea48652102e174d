#include "audio/file/virtual_file.hpp"

namespace synovia::audio {
namespace {

MemoryFile& memory(void* user) { return *static_cast<MemoryFile*>(user); }

}  // namespace

SoundFileHandle open_memory(MemoryFile& file, int mode, SF_INFO& info) {
    SF_VIRTUAL_IO io{
        [](void* user) -> sf_count_t { return memory(user).length(); },
        [](sf_count_t offset, int whence, void* user) -> sf_count_t { return memory(user).seek(offset, whence); },
        [](void* data, sf_count_t count, void* user) -> sf_count_t { return memory(user).read(data, count); },
        [](const void* data, sf_count_t count, void* user) -> sf_count_t { return memory(user).write(data, count); },
        [](void* user) -> sf_count_t { return memory(user).tell(); }};
    SoundFileHandle handle(sf_open_virtual(&io, mode, &info, &file));
    if (!handle) throw FileError(sf_strerror(nullptr));
    return handle;
}

}  // namespace synovia::audio
