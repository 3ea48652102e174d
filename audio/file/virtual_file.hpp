// libsndfile on a ByteFile. Internal to audio/file.
#pragma once
#include <sndfile.h>

#include <memory>

#include "audio/file/byte_file.hpp"
#include "audio/file/sound_file.hpp"

namespace synovia::audio {

struct CloseSoundFile {
    void operator()(SNDFILE* file) const { sf_close(file); }
};
using SoundFileHandle = std::unique_ptr<SNDFILE, CloseSoundFile>;

/// libsndfile's Vorbis encoder keeps a whole call on its stack.
inline constexpr sf_count_t frames_per_call = 4096;

/// Why a file could not be read: of a handle, or of the last opening that gave none.
FileError unreadable(SNDFILE* file);
/// Why a file could not be made, whose settings were checked before.
FileError unwritable();

/// `mode` is SFM_READ or SFM_WRITE. Throws FileError. The file must outlive the handle.
SoundFileHandle open_bytes(ByteFile& file, int mode, SF_INFO& info);

}  // namespace synovia::audio
