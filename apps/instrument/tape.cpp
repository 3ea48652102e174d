#include "apps/instrument/tape.hpp"

#include <array>
#include <bit>
#include <cstring>
#include <utility>

#include "apps/studio/file_error.hpp"

namespace synovia::instrument {
namespace {

static_assert(std::endian::native == std::endian::little, "samples are written as they lie in memory");

constexpr std::size_t header_bytes = 58;
constexpr std::uint64_t most_bytes = 0xFFFF'FFFFU;

/// Little-endian fields one behind the other.
class Header {
public:
    Header& text(const char* four) { return put(four, 4); }
    Header& u16(std::uint16_t value) { return put(&value, sizeof value); }
    Header& u32(std::uint32_t value) { return put(&value, sizeof value); }
    const std::array<char, header_bytes>& bytes() const { return bytes_; }

private:
    Header& put(const void* data, std::size_t count) {
        std::memcpy(bytes_.data() + used_, data, count);
        used_ += count;
        return *this;
    }
    std::array<char, header_bytes> bytes_{};
    std::size_t used_ = 0;
};

}  // namespace

Tape::Tape(std::filesystem::path path, int sample_rate_hz, bool force, std::size_t channels)
    : file_(std::move(path), force), rate_(sample_rate_hz), channels_(channels) {
    try {
        write_header();
    } catch (...) {
        remove();
        throw;
    }
}

Tape::~Tape() {
    if (frames_ == 0) remove();
}

/// RIFF with a format of 18 bytes and a fact chunk, as format 3 (IEEE float) demands. Microsoft, "Multiple channel
/// audio data and WAVE files", 2007.
void Tape::write_header() {
    const auto frames = static_cast<std::uint32_t>(frames_), rate = static_cast<std::uint32_t>(rate_);
    const auto channels = static_cast<std::uint16_t>(channels_);
    const auto frame_bytes = static_cast<std::uint16_t>(channels_ * sizeof(float));
    Header header;
    header.text("RIFF").u32(static_cast<std::uint32_t>(header_bytes - 8) + frames * frame_bytes).text("WAVE");
    header.text("fmt ").u32(18).u16(3).u16(channels).u32(rate).u32(rate * frame_bytes).u16(frame_bytes).u16(32).u16(0);
    header.text("fact").u32(4).u32(frames);
    header.text("data").u32(frames * frame_bytes);
    file_.write({header.bytes().data(), header_bytes}, 0);
}

void Tape::write(std::span<const float> samples) {
    if (samples.empty()) return;
    if (std::exchange(ended_, true)) studio::fail(part(), "the recording has ended");
    if (bytes() + samples.size_bytes() > most_bytes)
        studio::fail(part(), "a WAV file ends at 4 GiB; the recording stops here");
    file_.write({reinterpret_cast<const char*>(samples.data()), samples.size_bytes()}, bytes());
    frames_ += samples.size() / channels_;
    write_header();
    ended_ = false;
}

/// What was written of a block that did not fit is cut off.
void Tape::finish(const studio::OutputClaim& claim) { file_.finish(bytes(), claim); }

void Tape::finish() { finish(studio::OutputClaim(std::array{file_.path()})); }

std::uint64_t Tape::bytes() const { return header_bytes + frames_ * channels_ * sizeof(float); }

}  // namespace synovia::instrument
