#include "apps/preset/chain.hpp"

#include <algorithm>
#include <system_error>
#include <utility>

#include "apps/preset/file.hpp"
#include "apps/preset/library.hpp"
#include "apps/preset/text.hpp"

namespace synovia::preset {
namespace {

namespace fs = std::filesystem;

const Entry* find_extends(const Document& document) {
    const auto found = std::find_if(document.entries.begin(), document.entries.end(),
                                    [](const Entry& entry) { return entry.key == "extends"; });
    return found == document.entries.end() ? nullptr : &*found;
}

std::string arrows(const std::vector<Layer>& layers, const fs::path& last) {
    std::string chain;
    for (const Layer& layer : layers) chain += layer.document.file + " -> ";
    return chain + last.string();
}

bool is_in(const std::vector<Layer>& layers, const fs::path& path) {
    return std::any_of(layers.begin(), layers.end(), [&](const Layer& layer) {
        std::error_code error;
        return layer.directory && fs::equivalent(layer.document.file, path, error);
    });
}

/// The file that `extends` names, or nullopt and what is wrong with it.
std::optional<fs::path> parent_of(const std::vector<Layer>& layers, const Entry& extends,
                                  std::span<const fs::path> search_dirs, std::string& wrong) {
    const auto* name = std::get_if<std::string>(&extends.value);
    if (name == nullptr) {
        wrong = "given " + describe(extends.value) + ", expected the name or path of a preset";
        return std::nullopt;
    }
    auto path = find_preset(*name, search_dirs, layers.back().directory);
    if (!path) {
        wrong = not_found(*name, search_dirs);
    } else if (is_in(layers, *path)) {
        wrong = "goes round in a circle: " + arrows(layers, *path);
    } else if (layers.size() >= longest_chain) {
        wrong = "more than " + std::to_string(longest_chain) + " presets in a chain: " + arrows(layers, *path);
    } else {
        return path;
    }
    return std::nullopt;
}

}  // namespace

Layer read_layer(const fs::path& path) { return {parse_document(read_text(path), path.string()), path.parent_path()}; }

std::vector<Layer> read_chain(Layer leaf, std::span<const fs::path> search_dirs, Problems& problems) {
    std::vector<Layer> layers;
    layers.push_back(std::move(leaf));
    while (const Entry* extends = find_extends(layers.back().document)) {
        std::string wrong;
        const auto path = parent_of(layers, *extends, search_dirs, wrong);
        if (!path) {
            problems.add({layers.back().document.file, extends->line, extends->column, extends->key, wrong});
            break;
        }
        try {
            layers.push_back(read_layer(*path));
        } catch (const Error& error) {
            for (const PlacedProblem& problem : error.problems()) problems.add(problem);
            break;
        }
    }
    std::reverse(layers.begin(), layers.end());
    return layers;
}

}  // namespace synovia::preset
