// One take of render, ready to be written.
#pragma once
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "apps/cli/options.hpp"
#include "apps/studio/drawn_take.hpp"
#include "apps/studio/output_file.hpp"

namespace synovia::cli {

/// A sound with its side-car, and the row of the report about it.
struct RenderedSound {
    studio::OutputFile file, side_car;
    nlohmann::ordered_json row;
    std::size_t clipped_samples = 0;
};

struct RenderedTake {
    studio::DrawnTake take;
    studio::Sound mix;
    std::vector<RenderedSound> sounds;  ///< the mix, then the stems; none of a take that is not to be written
};

/// Draws, simulates, mixes and encodes take `number`, from 1; where a run did not finish, `take` is all there is.
/// Says nothing and writes nothing, so that several may be made at once.
RenderedTake render_take(const studio::RenderPlan& plan, std::size_t number, const RenderOptions& options);

}  // namespace synovia::cli
