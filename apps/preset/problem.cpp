#include "apps/preset/problem.hpp"

#include <algorithm>
#include <utility>

#include "apps/preset/text.hpp"

namespace synovia::preset {
namespace {

std::string one_per_line(const std::vector<PlacedProblem>& problems) {
    std::string all;
    for (const PlacedProblem& problem : problems) all.append(all.empty() ? "" : "\n").append(to_string(problem));
    return all;
}

}  // namespace

std::string to_string(const PlacedProblem& problem) {
    std::string text = visible(problem.file);
    if (problem.line > 0) text.append(":").append(std::to_string(problem.line));
    if (problem.column > 0) text.append(":").append(std::to_string(problem.column));
    if (!text.empty()) text += ": ";
    if (!problem.key.empty()) text += problem.key + ": ";
    return text + problem.message;
}

Error::Error(std::vector<PlacedProblem> problems)
    : std::runtime_error(one_per_line(problems)), problems_(std::move(problems)) {}

void Problems::add(PlacedProblem problem) {
    if (full()) return;
    list_.push_back(std::move(problem));
}

bool Problems::has_key(const std::string& key) const {
    return std::any_of(list_.begin(), list_.end(), [&](const PlacedProblem& p) { return p.key == key; });
}

void Problems::raise() const {
    if (list_.empty()) return;
    std::vector<PlacedProblem> all = list_;
    if (full()) all.push_back({all.back().file, 0, 0, "", "there may be more: stopped after " + std::to_string(limit)});
    throw Error(std::move(all));
}

}  // namespace synovia::preset
