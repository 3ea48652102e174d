#include "apps/instrument/tape.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cassert>
#include <string_view>
#include <utility>

#include "apps/studio/file_error.hpp"
#include "apps/studio/part_file.hpp"
#include "audio/file/wave_texts.hpp"

namespace synovia::instrument {
namespace {

static_assert(std::endian::native == std::endian::little, "samples are written as they lie in memory");

constexpr std::uint64_t most_bytes = 0xFFFF'FFFFU;
constexpr std::size_t riff_bytes = 12, format_bytes = 46;  // before and behind the texts

/// Little-endian fields one behind the other.
class Fields {
public:
    Fields& text(std::string_view text) {
        bytes_ += text;
        return *this;
    }
    Fields& u16(std::uint16_t value) { return put(value); }
    Fields& u32(std::uint32_t value) { return put(value); }
    const std::string& bytes() const { return bytes_; }

private:
    template <class Value>
    Fields& put(Value value) {
        bytes_.append(reinterpret_cast<const char*>(&value), sizeof value);
        return *this;
    }
    std::string bytes_;
};

}  // namespace

Tape::Tape(std::filesystem::path path, int sample_rate_hz, bool force, std::size_t channels)
    : Tape(std::make_unique<studio::PartFile>(std::move(path), force), sample_rate_hz, channels) {}

Tape::Tape(std::unique_ptr<studio::GrowingFile> file, int sample_rate_hz, std::size_t channels)
    : file_(std::move(file)), rate_(sample_rate_hz), channels_(channels) {
    try {
        set_texts({});
        write_header();
    } catch (...) {
        remove();
        throw;
    }
}

Tape::~Tape() {
    if (frames_ == 0) remove();
}

void Tape::set_texts(const audio::Metadata& texts) {
    texts_ = audio::wave_texts(texts, header_bytes - riff_bytes - format_bytes);
}

/// RIFF with the texts, a format of 18 bytes and a fact chunk, as format 3 (IEEE float) demands. Microsoft, "Multiple
/// channel audio data and WAVE files", 2007.
void Tape::write_header() {
    const auto frames = static_cast<std::uint32_t>(frames_), rate = static_cast<std::uint32_t>(rate_);
    const auto channels = static_cast<std::uint16_t>(channels_);
    const auto frame_bytes = static_cast<std::uint16_t>(channels_ * sizeof(float));
    Fields header;
    header.text("RIFF").u32(static_cast<std::uint32_t>(header_bytes - 8) + frames * frame_bytes).text("WAVE");
    header.text(texts_);
    header.text("fmt ").u32(18).u16(3).u16(channels).u32(rate).u32(rate * frame_bytes).u16(frame_bytes).u16(32).u16(0);
    header.text("fact").u32(4).u32(frames);
    header.text("data").u32(frames * frame_bytes);
    assert(header.bytes().size() == header_bytes);
    file_->write(header.bytes(), 0);
}

void Tape::require_room(std::uint64_t more_bytes) const {
    if (bytes() + more_bytes > most_bytes)
        studio::fail(file_->path(), "a WAV file ends at 4 GiB; the recording stops here");
}

void Tape::write(std::span<const float> samples) {
    if (samples.empty()) return;
    if (std::exchange(ended_, true)) studio::fail(file_->path(), "the recording has ended");
    require_room(samples.size_bytes());
    file_->write({reinterpret_cast<const char*>(samples.data()), samples.size_bytes()}, bytes());
    frames_ += samples.size() / channels_;
    write_header();
    ended_ = false;
}

void Tape::silence(std::size_t frames) {
    require_room(frames * channels_ * sizeof(float));
    frames_ += frames;
}

void Tape::cut(std::uint64_t frames) { frames_ = std::min(frames_, frames); }

/// What was written of a block that did not fit is cut off.
void Tape::finish(const studio::OutputClaim& claim) {
    write_header();
    file_->finish(bytes(), claim);
}

void Tape::finish() { finish(studio::OutputClaim(std::array{file_->path()})); }

std::uint64_t Tape::bytes() const { return header_bytes + frames_ * channels_ * sizeof(float); }

}  // namespace synovia::instrument
