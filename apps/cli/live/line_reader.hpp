// Lines from a file descriptor, without waiting longer than one wants to.
#pragma once
#include <optional>
#include <string>

namespace synovia::cli {

class LineReader {
public:
    static constexpr std::size_t longest_line = 4096;  ///< [bytes]; the rest of a longer one is dropped

    explicit LineReader(int fd) : fd_(fd) {}

    /// The next line without its end, waited for at most `milliseconds`; a last line needs no end.
    std::optional<std::string> next(int milliseconds);
    /// Has everything been read and handed out?
    bool ended() const { return eof_ && buffer_.empty(); }

private:
    std::optional<std::string> cut_line();
    void read_some(int milliseconds);

    int fd_;
    std::string buffer_;
    bool eof_ = false, skipping_ = false;
};

}  // namespace synovia::cli
