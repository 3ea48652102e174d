#include "apps/cli/live/line_reader.hpp"

#include <poll.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <utility>

namespace synovia::cli {

std::optional<std::string> LineReader::cut_line() {
    const std::size_t end = buffer_.find('\n');
    if (end != std::string::npos) {
        std::string line = buffer_.substr(0, end);
        buffer_.erase(0, end + 1);
        return std::exchange(skipping_, false) ? std::nullopt : std::optional(std::move(line));
    }
    if (buffer_.size() > longest_line) {
        const bool first = !std::exchange(skipping_, true);
        std::string line = std::exchange(buffer_, {});
        if (first) return line;
    }
    if (!eof_ || buffer_.empty()) return std::nullopt;
    std::string line = std::exchange(buffer_, {});
    return skipping_ ? std::nullopt : std::optional(std::move(line));
}

void LineReader::read_some(int milliseconds) {
    pollfd wanted{fd_, POLLIN, 0};
    if (poll(&wanted, 1, milliseconds) <= 0) return;
    std::array<char, 4096> bytes;
    const ssize_t count = read(fd_, bytes.data(), bytes.size());
    if (count > 0) buffer_.append(bytes.data(), static_cast<std::size_t>(count));
    if (count == 0 || (count < 0 && errno != EINTR && errno != EAGAIN)) eof_ = true;
}

std::optional<std::string> LineReader::next(int milliseconds) {
    if (auto line = cut_line()) return line;
    if (eof_) {
        poll(nullptr, 0, milliseconds);
        return std::nullopt;
    }
    read_some(milliseconds);
    return cut_line();
}

}  // namespace synovia::cli
