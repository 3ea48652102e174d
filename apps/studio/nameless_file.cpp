#include "apps/studio/nameless_file.hpp"

#include <array>
#include <cerrno>
#include <utility>

#include "apps/studio/file_error.hpp"
#include "apps/studio/output_file.hpp"

namespace synovia::studio {
namespace {

std::filesystem::path writable(std::filesystem::path path, bool force) {
    check_writable(std::array{path}, force);
    return path;
}

}  // namespace

NamelessFile::NamelessFile(std::filesystem::path path, bool force)
    : path_(writable(std::move(path), force)), force_(force), file_(path_) {}

void NamelessFile::finish(std::uint64_t bytes, const OutputClaim&) {
    file_.resize(bytes);
    file_.flush();
    check_writable(std::array{path_}, force_);
    const int error = file_.publish(force_);
    if (error == EEXIST) fail(path_, exists_message);
    if (error != 0) fail(path_, error);
}

}  // namespace synovia::studio
