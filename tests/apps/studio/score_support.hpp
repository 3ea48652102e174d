// A score with one event of each kind.
#pragma once
#include "apps/studio/score.hpp"
#include "tests/apps/studio/support.hpp"

namespace synovia::studio::test {

inline Score small_score() {
    Score score;
    score.frames = 4800;
    score.patches.push_back(knuckle());
    score.events = {{100, PopEvent{0, {1, 0.7, {}}}},
                    {200, LevelEvent{-3.0}},
                    {300, GraspEvent{0, {{{1e-8, 3e-9, 1e-9 / 3.0}, {0.1, 0.2, 0.3}, 2.5}}, 3}},
                    {300, HandEvent{1e-3 / 3.0, 0.1, false, 0.07}},
                    {540, LossEvent{}}};
    return score;
}

}  // namespace synovia::studio::test
