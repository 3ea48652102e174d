// Bytes on their way to the disk.
#pragma once
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <exception>

#include "apps/studio/file_error.hpp"
#include "apps/studio/temporary_file.hpp"
#include "audio/file/byte_file.hpp"

namespace synovia::studio {

/// An empty temporary file as libsndfile writes one. What the disk refuses is kept: no exception finds its way through
/// a C library.
class DiskBytes final : public audio::ByteFile {
public:
    explicit DiskBytes(TemporaryFile& file) : file_(file) {}

    std::int64_t length() const override { return static_cast<std::int64_t>(length_); }
    /// The first FileError, or null.
    const std::exception_ptr& error() const { return error_; }

protected:
    std::size_t read_at(std::size_t at, void* data, std::size_t count) override {
        std::size_t n = 0;
        attempt([&] { n = file_.read({static_cast<char*>(data), count}, at); });
        return n;
    }
    bool write_at(std::size_t at, const void* data, std::size_t count) override {
        attempt([&] { file_.write({static_cast<const char*>(data), count}, at); });
        if (!error_) length_ = std::max(length_, at + count);
        return !error_;
    }

private:
    template <class Action>
    void attempt(const Action& action) {
        if (error_) return;
        try {
            action();
        } catch (const FileError&) {
            error_ = std::current_exception();
        }
    }

    TemporaryFile& file_;
    std::size_t length_ = 0;
    std::exception_ptr error_;
};

}  // namespace synovia::studio
