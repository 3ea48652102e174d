#include "audio/file/virtual_file.hpp"

namespace synovia::audio {
namespace {

ByteFile& bytes(void* user) { return *static_cast<ByteFile*>(user); }

}  // namespace

FileError unreadable(SNDFILE* file) {
    switch (sf_error(file)) {
        case SF_ERR_UNRECOGNISED_FORMAT:
            return FileError("this is no sound file of a known format");
        case SF_ERR_UNSUPPORTED_ENCODING:
            return FileError("the sound file has an encoding that is not read");
        default:
            return FileError("the sound file is damaged or cut short");
    }
}

FileError unwritable() { return FileError("the encoder does not take the sound"); }

SoundFileHandle open_bytes(ByteFile& file, int mode, SF_INFO& info) {
    SF_VIRTUAL_IO io{
        [](void* user) -> sf_count_t { return bytes(user).length(); },
        [](sf_count_t offset, int whence, void* user) -> sf_count_t { return bytes(user).seek(offset, whence); },
        [](void* data, sf_count_t count, void* user) -> sf_count_t { return bytes(user).read(data, count); },
        [](const void* data, sf_count_t count, void* user) -> sf_count_t { return bytes(user).write(data, count); },
        [](void* user) -> sf_count_t { return bytes(user).tell(); }};
    SoundFileHandle handle(sf_open_virtual(&io, mode, &info, &file));
    if (!handle) throw mode == SFM_READ ? unreadable(nullptr) : unwritable();
    return handle;
}

}  // namespace synovia::audio
