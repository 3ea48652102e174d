#include "apps/studio/population.hpp"

#include <nlohmann/json.hpp>
#include <utility>

#include "apps/studio/in_order.hpp"

namespace synovia::studio {

using Json = nlohmann::ordered_json;

std::vector<Subject> simulate_population(const Scenario& scenario, std::uint64_t seed, std::size_t count,
                                         std::size_t workers, const std::function<void()>& one_done) {
    std::vector<Subject> subjects;
    in_order(
        count, workers, [&](std::size_t i) { return simulate_subject(scenario, seed, i); },
        [&](std::size_t, Subject subject) {
            subjects.push_back(std::move(subject));
            one_done();
        });
    return subjects;
}

Json rates_json(const std::vector<PopulationRate>& rates) {
    Json list = Json::array();
    for (const PopulationRate& rate : rates) {
        const auto& published = rate.published;
        list.push_back(Json{{"name", rate.name},
                            {"published", published ? Json(published->value) : Json()},
                            {"source", published ? Json(published->source) : Json()},
                            {"model", rate.model},
                            {"band", published ? Json(published->band) : Json()},
                            {"agrees", published ? Json(rate.agrees()) : Json()}});
    }
    return list;
}

}  // namespace synovia::studio
