#include "audio/core/sparse_reader.hpp"

#include <doctest/doctest.h>

#include <vector>

using namespace synovia::audio;

TEST_CASE("blocks of any size are the dense signal, and the last is as long as what is left") {
    SparseSignal sparse(48000.0, 0.0, 2, 11);
    sparse.pieces = {{1, {1, -1, 2, -2, 3, -3}}, {4, {4, -4}}, {9, {5, -5}}};
    const std::vector<double> whole = dense(sparse).samples;
    for (std::size_t frames = 1; frames <= 12; ++frames) {
        CAPTURE(frames);
        SparseReader reader(sparse);
        std::vector<double> all, room(2 * frames, 7.0);
        for (std::span<double> block; !(block = reader.next(room)).empty();) {
            all.insert(all.end(), block.begin(), block.end());
            CHECK(reader.frame() == all.size() / 2);
        }
        CHECK(all == whole);
    }
}

TEST_CASE("of silence there is as much as the signal is long") {
    const SparseSignal silence(48000.0, 0.0, 1, 3);
    SparseReader reader(silence);
    std::vector<double> room(5, 7.0);
    const auto block = reader.next(room);
    CHECK(std::vector<double>(block.begin(), block.end()) == std::vector<double>(3));
    CHECK(reader.next(room).empty());
}
