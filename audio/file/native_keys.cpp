#include "audio/file/native_keys.hpp"

#include <algorithm>
#include <array>

#include "audio/file/virtual_file.hpp"

namespace synovia::audio {
namespace {

struct NativeKey {
    std::string_view name;
    int number;
    bool in_wav;
};

// Of a license libsndfile 1.2.0 says that it was written to a WAV file, and it is not.
constexpr std::array native_keys{NativeKey{"artist", SF_STR_ARTIST, true}, NativeKey{"album", SF_STR_ALBUM, true},
                                 NativeKey{"genre", SF_STR_GENRE, true},
                                 NativeKey{"tracknumber", SF_STR_TRACKNUMBER, true},
                                 NativeKey{"license", SF_STR_LICENSE, false}};

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool same(std::string_view a, std::string_view b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) { return lower(x) == lower(y); });
}

}  // namespace

std::optional<int> native_key(std::string_view key, Encoding encoding) {
    const bool wav = extension(encoding) == "wav";
    for (const NativeKey& native : native_keys)
        if (same(key, native.name) && (native.in_wav || !wav)) return native.number;
    return {};
}

}  // namespace synovia::audio
