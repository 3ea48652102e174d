// One take of render, ready to be written.
#pragma once
#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "apps/cli/options.hpp"
#include "apps/studio/drawn_take.hpp"
#include "apps/studio/mix_down.hpp"

namespace synovia::cli {

/// A sound with what its file and its side-car take, and the row of the report about it.
struct RenderedSound {
    std::filesystem::path path;
    studio::Recipe recipe;
    studio::Sound sound;
    std::string side_car;
    nlohmann::ordered_json row;
};

struct RenderedTake {
    studio::DrawnTake take;
    std::vector<RenderedSound> sounds;  ///< the mix, then the stems; none of a take that is not to be written
};

/// Draws, simulates and mixes take `number`, from 1; where a run did not finish, `take` is all there is.
/// Says nothing and writes nothing, so that several may be made at once.
RenderedTake render_take(const studio::RenderPlan& plan, std::size_t number, const RenderOptions& options);

}  // namespace synovia::cli
